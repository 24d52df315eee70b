"""Taking the list of clients out of the house, which is journalled."""

from sqlalchemy import select

from studio.clients import facts
from studio.clients.queries.lists import ROW, ClientRow, in_order, wanted_clients
from studio.kernel.work import Work, action


@action("clients.client.export")
def export_clients(
    work: Work, *, q: str = "", sort: str = "name", archived: bool = False, tag: str = "", health: str = ""
) -> list[ClientRow]:
    """Every client the list would show for the same words; who took them, and how many, is written down."""
    found = select(*ROW).where(wanted_clients(q, archived, tag, health)).order_by(*in_order(sort))
    rows = [ClientRow(*row) for row in work.connection.execute(found)]
    work.emit(facts.ClientsExported(len(rows)))
    return rows
