"""INSPECTED: what a room lays before an inspector, and puts into the bundle for one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from studio.kernel.work import Read

Cell = str | int | date | datetime | None


@dataclass(frozen=True, slots=True)
class Period:
    """From a moment to another, the last not counted; nothing that came on file after `as_of` belongs to it."""

    start: datetime
    end: datetime
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Line:
    """One record of a list: what finds its files again, and a cell for each column."""

    id: str
    cells: tuple[Cell, ...]
    to: str = ""
    """The address of its own screen, where it has one."""


Lines = Callable[[Read, Period, int, int], Sequence[Line]]
"""The records of a period in an order that never changes: so many of them, after so many others."""
Files = Callable[[Read, str, bool], Iterator[tuple[str, bytes]]]
"""The files of one record, name and bytes; with all that was answered in them, or without."""


@dataclass(frozen=True)
class Inspected:
    """One list: consents today; lots, sterilisation cycles and certificates once their rooms stand.

    Its columns hold what an inspector asks for and never an answer about somebody's health. `files` go into the
    bundle; in full only for whoever has every right of `in_full` without bounds.
    """

    key: str
    title: str
    tells: str
    """One sentence: what stands there, and what does not."""
    columns: tuple[str, ...]
    needs: str
    count: Callable[[Read, Period], int]
    lines: Lines
    order: int = 50
    files: Files | None = None
    in_full: tuple[str, ...] = ()
    chain: Callable[[Read, Period], Mapping[str, Any]] | None = None
    """Where the records are linked to each other: the first and the last link of this period."""


def period_of(zone: str, first: date, last: date, as_of: datetime) -> Period:
    """Both days counted, by the studio's calendar."""
    wall = ZoneInfo(zone)
    start = datetime.combine(first, datetime.min.time(), wall)
    return Period(start, datetime.combine(last + timedelta(days=1), datetime.min.time(), wall), as_of)
