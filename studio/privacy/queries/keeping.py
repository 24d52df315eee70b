"""How long things are kept, and a dry run of what would go now: nothing is touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.clients.models import Client
from studio.extension.holding import Holding
from studio.kernel.refusal import Missing
from studio.kernel.text import t
from studio.kernel.work import Read, query
from studio.privacy.due import Due, Over, held_clients
from studio.privacy.fading import fading
from studio.privacy.keeping import RECORDS, Kept, Times
from studio.privacy.looks import RECORD

CLIENT = columns_of(Client).c
SEE = "privacy.request.see"
SHOWN = 200
VALUES = "journal_values"


@dataclass(frozen=True, slots=True)
class DueLine:
    """One table: how many of its rows would go now, since when the oldest is kept, how many a hold keeps."""

    table: str
    title: str
    record: str
    record_name: str
    count: int
    oldest: date | None
    held: int


@dataclass(frozen=True, slots=True)
class OverLine:
    """One row that would go, by whose it is."""

    since: date
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class FadingLine:
    """What goes by itself after so many days: how much there is, and how much would go now."""

    title: str
    days: int
    present: int
    over: int


@query(SEE)
def times_kept(read: Read) -> tuple[Kept, ...]:
    """Every kind of record with the months that count here."""
    return Times(read.house, read.connection).all()


@query(SEE)
def due_lines(read: Read) -> tuple[DueLine, ...]:
    """The dry run: what ending what is over would take, table by table."""
    due = Due(read.house, read.connection)
    return (*(_line(due, holding) for holding in due.holdings()), _looks(due))


@query(SEE)
def over_lines(read: Read, table: str) -> tuple[OverLine, ...]:
    """The rows of one table that would go, oldest first, at most 200. Raises Missing."""
    due = Due(read.house, read.connection)
    if table == VALUES:
        looks = due.old_looks()[:SHOWN]
        return _named(read, [Over(one.no, one.at.date(), one.client_id, RECORD) for one in looks])
    holding = next((one for one in due.holdings() if one.table.name == table), None)
    if holding is None:
        raise Missing
    return _named(read, due.over(holding)[:SHOWN])


def _line(due: Due, holding: Holding) -> DueLine:
    over = due.over(holding)
    oldest = over[0].since if over else None
    name = t(RECORDS[holding.record])
    held = due.kept_back(holding)
    return DueLine(holding.table.name, t(holding.title), holding.record, name, len(over), oldest, held)


def _looks(due: Due) -> DueLine:
    """Of looks the entry stays, as a link of the journal; address, browser and what was opened go."""
    over = due.old_looks()
    oldest = over[0].at.date() if over else None
    return DueLine(VALUES, t("Details of old looks"), RECORD, t(RECORDS[RECORD]), len(over), oldest, 0)


@query(SEE)
def fading_lines(read: Read) -> tuple[FadingLine, ...]:
    """What goes by itself every night, and how much of it would go now."""
    now, today = read.house.clock.now(), read.house.clock.today(read.house.settings["studio.zone"])
    return tuple(
        FadingLine(t(one.lasting.title), one.lasting.after.days, one.present, one.over)
        for one in fading(read.connection, now, held_clients(read.connection, today))
    )


def _named(read: Read, over: list[Over]) -> tuple[OverLine, ...]:
    ids: set[UUID] = {one.client_id for one in over if one.client_id}
    found = read.connection.execute(select(CLIENT.id, CLIENT.code, CLIENT.name).where(CLIENT.id.in_(ids)))
    names = {row.id: (row.code, row.name) for row in found}
    return tuple(OverLine(one.since, *names.get(one.client_id, ("", ""))) for one in over)
