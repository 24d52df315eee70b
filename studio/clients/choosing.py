"""Which clients an act on many is about: those ticked, or all that the list shows for the same words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select, text

from storage.table import columns_of
from studio.clients.masking import sight_of
from studio.clients.models import Client
from studio.clients.queries.lists import wanted_clients
from studio.kernel import journal
from studio.kernel.work import Work

CLIENT = columns_of(Client).c
MANY = 500
TOUCH = text("INSERT INTO client_touch (client_id, entry_no) VALUES (:client, :no) ON CONFLICT DO NOTHING")


@dataclass(frozen=True)
class Chosen:
    """Clients by their ids; without ids, all that these words and filters find."""

    ids: tuple[UUID, ...] | None = None
    q: str = ""
    archived: bool = False
    tag: str = ""
    health: str = ""


def chosen_ids(work: Work, chosen: Chosen) -> list[UUID]:
    """Everybody who is meant, oldest file first."""
    if chosen.ids is not None:
        return sorted(set(chosen.ids))
    wanted = wanted_clients(chosen.q, chosen.archived, chosen.tag, chosen.health, sight_of(work))
    return list(work.connection.scalars(select(CLIENT.id).where(wanted).order_by(CLIENT.id)))


def in_portions(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    """A few hundred at a time, which is what one statement takes."""
    for start in range(0, len(ids), MANY):
        yield ids[start : start + MANY]


def touch(work: Work, ids: Sequence[UUID]) -> None:
    """Let the entry this act will leave stand in the history of each of these clients."""
    last = journal.head(work.connection)
    no = last.no + 1 if last else 1
    if ids:
        work.connection.execute(TOUCH, [{"client": one.hex, "no": no} for one in ids])
