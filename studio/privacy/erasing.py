"""Making somebody nobody: what goes, what the law keeps and until when, and the list that outlives every copy."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, func, not_, select, update
from sqlmodel import SQLModel

from storage import search
from storage.disk import write_durably
from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.models import Client
from studio.extension.holding import Holding
from studio.extension.house_holds import FOUND
from studio.extension.registry import registry
from studio.kernel.house import House
from studio.kernel.journal import JournalValues
from studio.privacy.ending import Ended, empty_entries, end_rows, entries_naming, portions
from studio.privacy.keeping import Times
from studio.privacy.rules import stays_until

CLIENT, VALUES = columns_of(Client), columns_of(JournalValues)
LIST = "erasures"
OWN_WAY = {CLIENT.name, FOUND.name, VALUES.name}
"""Tables whose rows end in another way than the rest: the client last, the index word by word, the journal by entry."""


@dataclass
class Kept:
    """What stays of one table: how many rows, why, and until when at the latest."""

    table: str
    title: str
    record: str
    count: int
    until: date
    ids: list[UUID] = field(default_factory=list)


@dataclass
class Outlook:
    """What erasing somebody would do, table by table, before anything is touched."""

    goes: dict[str, int]
    titles: dict[str, str]
    kept: list[Kept]
    under_way: list[str]


def family(connection: Connection, client_id: UUID) -> list[UUID]:
    """Everybody this person is on file as, the kept file first."""
    row = connection.execute(select(CLIENT.c.id, CLIENT.c.merged_into).where(CLIENT.c.id == client_id)).first()
    kept = (row.merged_into or row.id) if row else client_id
    return [kept, *(one for one in connection.scalars(family_of(kept)) if one != kept)]


def outlook(house: House, connection: Connection, clients: Sequence[UUID]) -> Outlook:
    """Count, and touch nothing."""
    found = Outlook({}, {}, [], [])
    for holding in _of_people():
        table, mine = holding.table, holding.of(clients)
        count = connection.execute(select(func.count()).select_from(table).where(mine)).scalar_one()
        staying = kept_by_law(house, connection, holding, clients)
        if holding.under_way and connection.execute(select(table.c.id).where(mine, holding.under_way())).first():
            found.under_way.append(holding.title)
        if staying:
            found.kept.append(staying)
        left = count - (staying.count if staying else 0)
        if left and holding.title and (holding.ends != "stays" or holding.files):
            found.goes[table.name], found.titles[table.name] = left, holding.title
    return found


def kept_by_law(house: House, connection: Connection, holding: Holding, clients: Sequence[UUID]) -> Kept | None:
    """The rows of a table the law still keeps of these clients."""
    if not holding.lawful:
        return None
    times, today = Times(house, connection), house.clock.today(house.settings["studio.zone"])
    born = connection.scalar(select(func.max(CLIENT.c.birth_date)).where(CLIENT.c.id.in_(clients)))
    minors = times["minor_consent"] if holding.record == "consent" else times[holding.record]
    rows = connection.execute(select(holding.table.c.id, holding.table.c[holding.since]).where(holding.of(clients)))
    kept = Kept(holding.table.name, holding.title, holding.record, 0, date.min)
    for row_id, since in rows:
        until = stays_until(times[holding.record], minors, times.majority, since.date(), born)
        if until >= today:
            kept.count, kept.until = kept.count + 1, max(kept.until, until)
            kept.ids.append(row_id)
    return kept if kept.count else None


def erase(house: House, connection: Connection, clients: Sequence[UUID], now: Any) -> tuple[Ended, list[Kept]]:
    """Everything at once, by statements the journal does not hear; files are only named."""
    gone, kept = Ended(), []
    for holding in _in_order():
        staying = kept_by_law(house, connection, holding, clients)
        which = holding.of(clients)
        if staying:
            kept.append(staying)
            which = and_(which, not_(holding.table.c.id.in_(staying.ids)))
        end_rows(connection, holding, which, now, gone)
    _forget_words(connection, clients)
    _forget_introductions(connection, clients)
    told = gone.ids | {str(one) for one in clients}
    but = {str(one) for staying in kept for one in staying.ids}
    gone.rows[VALUES.name] = empty_entries(connection, entries_naming(connection, told, but))
    _empty_client(connection, clients, now, gone)
    return gone, kept


def fingerprint(house: House, client_id: UUID) -> str:
    """By which somebody erased is known again, and nobody else."""
    return hmac.new(house.derive("erasures"), client_id.bytes, sha256).hexdigest()


def remember(house: House, clients: Sequence[UUID]) -> None:
    """Put them on the list beside the database: a copy that is put back knows nothing of it."""
    path = house.folder.path / LIST
    known = path.read_text("ascii").split() if path.exists() else []
    lines = dict.fromkeys([*known, *(fingerprint(house, one) for one in clients)])
    write_durably(path, "".join(f"{line}\n" for line in lines).encode("ascii"))


def listed(house: House, connection: Connection) -> list[UUID]:
    """Clients of this database who are on the list of the erased."""
    path = house.folder.path / LIST
    if not path.exists():
        return []
    erased = set(path.read_text("ascii").split())
    return [one for one in connection.scalars(select(CLIENT.c.id)) if fingerprint(house, one) in erased]


def _of_people() -> list[Holding]:
    return [holding for holding in registry().holdings() if holding.whose]


def _in_order() -> list[Holding]:
    """Those that point to others first, so that nothing points to what is gone."""
    order = {table.name: at for at, table in enumerate(SQLModel.metadata.sorted_tables)}
    mine = [holding for holding in _of_people() if holding.table.name not in OWN_WAY]
    return sorted(mine, key=lambda holding: -order.get(holding.table.name, 0))


def _forget_words(connection: Connection, clients: Sequence[UUID]) -> None:
    found = connection.execute(select(FOUND.c.kind, FOUND.c.subject_id).where(FOUND.c.subject_id.in_(clients))).all()
    for row in found:
        search.drop(connection, row.kind, row.subject_id)


def _forget_introductions(connection: Connection, clients: Sequence[UUID]) -> None:
    """Others they brought keep nothing of them."""
    brought = update(CLIENT).where(CLIENT.c.brought_by_id.in_(clients))
    connection.execute(brought.values(brought_by="", brought_by_id=None))


def _empty_client(connection: Connection, clients: Sequence[UUID], now: Any, gone: Ended) -> None:
    holding = next(one for one in registry().holdings() if one.table.name == CLIENT.name)
    end_rows(connection, holding, CLIENT.c.id.in_(clients), now, gone)
    nobody = {"name": CLIENT.c.code, "name_key": func.lower(CLIENT.c.code), "health_light": "unknown"}
    for portion in portions(clients):
        archived = func.coalesce(CLIENT.c.archived_at, now)
        connection.execute(update(CLIENT).where(CLIENT.c.id.in_(portion)).values(**nobody, archived_at=archived))
