"""Older copies of the database still know who was erased since: they go some days later, or at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, select

from storage.old_copies import OldCopy, old_copies, remove_copy
from storage.table import columns_of
from studio.kernel.house import House
from studio.privacy.models import PrivacyRequest

REQUEST = columns_of(PrivacyRequest).c
DAYS = "privacy.copies.days"


@dataclass(frozen=True, slots=True)
class CopyLine:
    """One older copy of the whole database, and the day it goes by itself."""

    made: datetime
    until: date


def copies_before(house: House, moment: datetime) -> list[OldCopy]:
    """Those that know everybody who was erased at this moment."""
    return [copy for copy in old_copies(house.folder) if copy.made <= moment]


def lines_before(house: House, moment: datetime) -> tuple[CopyLine, ...]:
    """The same, as they are shown."""
    until = (moment + timedelta(days=house.settings[DAYS])).date()
    return tuple(CopyLine(copy.made, until) for copy in copies_before(house, moment))


def last_erasure(connection: Connection, before: datetime) -> datetime | None:
    """When somebody was erased last, up to this moment."""
    erased = select(func.max(REQUEST.at)).where(REQUEST.kind == "erasure", REQUEST.at <= before)
    return connection.execute(erased).scalar()


def let_go(house: House, moment: datetime) -> int:
    """Remove the copies that know who was erased at this moment. Gives how many."""
    gone = copies_before(house, moment)
    for copy in gone:
        remove_copy(copy)
    return len(gone)
