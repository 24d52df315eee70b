"""Taking the list of clients out of the house, which is journalled."""

from sqlalchemy import select

from studio.clients import facts
from studio.clients.choosing import Chosen, chosen_ids, in_portions
from studio.clients.masking import see_every_contact
from studio.clients.queries.lists import CLIENT, ROW, ClientRow, in_order, wanted_clients
from studio.kernel.work import Work, action


@action("clients.client.export")
def export_clients(
    work: Work, chosen: Chosen | None = None, *, sort: str = "name", form: str = "csv"
) -> list[ClientRow]:
    """Everybody meant, as the list would show them; who took them, how many and as what is written down.

    Raises ContactIsHidden for whoever does not see every contact: a file would carry them out unseen.
    """
    see_every_contact(work)
    meant, order = chosen or Chosen(), in_order(sort)
    found = select(*ROW).order_by(*order)
    if meant.ids is None:
        wanted = found.where(wanted_clients(meant.q, meant.archived, meant.tag, meant.health))
        rows = [ClientRow(*row) for row in work.connection.execute(wanted)]
    else:
        portions = in_portions(chosen_ids(work, meant))
        rows = [
            ClientRow(*row)
            for portion in portions
            for row in work.connection.execute(found.where(CLIENT.id.in_(portion)))
        ]
    work.emit(facts.ClientsExported(len(rows), form))
    return rows


@action("clients.client.export_blocked", needs="clients.client.see")
def note_blocked_export(work: Work, form: str = "csv") -> None:
    """Keep on record that somebody tried to take out a list whose contacts are hidden from them."""
    work.emit(facts.ExportBlocked(form))
