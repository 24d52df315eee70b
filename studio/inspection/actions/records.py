"""Looking through the records of a period: every look is written down."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from studio.extension.inspected import Line
from studio.inspection.facts import RecordsLookedAt, ScreenOpened
from studio.inspection.gathering import both_days, days, list_of, portion
from studio.kernel.work import Read, Work, action

SEE = "inspection.records.see"
LARGEST_PAGE = 200
LONGEST_ADDRESS = 200


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A page of a list, and how many records there are in all."""

    lines: tuple[Line, ...]
    total: int


@action("inspection.records.look", needs=SEE)
def look_at_records(
    work: Work, key: str, first: date | None, last: date | None, page: int = 1, size: int = 50
) -> RecordPage:
    """A page of one list between two days, both counted. Who looked at it is written in the journal.

    Raises ListIsUnknown, Denied where the list needs a further right, and what is wrong about the days.
    """
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    read = Read(work.connection, work.actor, work.house, work.permit(SEE))
    inspected, (start, end) = list_of(read, key), both_days(first, last)
    period = days(work.house, start, end, work.now)
    total = inspected.count(read, period)
    lines = portion(read, inspected, period, size, (page - 1) * size) if total else ()
    work.emit(RecordsLookedAt(key, start, end, page))
    return RecordPage(tuple(lines), total)


@action("inspection.screen.note", needs=SEE)
def note_screen(work: Work, address: str) -> None:
    """An inspector opened a screen: it is written in the journal."""
    work.emit(ScreenOpened(address[:LONGEST_ADDRESS]))
