"""What a bundle is made of, portion by portion; each read asks for the rights anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from studio.extension.inspected import Inspected, Line, Period
from studio.inspection.actions.bundle import MAKE, may_take_in_full
from studio.inspection.gathering import list_of, lists_for, portion
from studio.inspection.refusals import HealthStaysHere
from studio.kernel import journal
from studio.kernel.work import Read, query


@dataclass(frozen=True, slots=True)
class Frame:
    """The lists, where their chains begin and end, and the head of the journal."""

    lists: tuple[Inspected, ...]
    chains: Mapping[str, Any]
    journal: Mapping[str, Any]


@query(MAKE)
def bundle_frame(read: Read, period: Period) -> Frame:
    """All but the records themselves."""
    lists = tuple(lists_for(read))
    head = journal.head(read.connection)
    chains = {one.key: told for one in lists if one.chain and (told := one.chain(read, period))}
    return Frame(lists, chains, {"no": head.no, "mac": head.mac} if head else {})


@query(MAKE)
def bundle_count(read: Read, period: Period) -> int:
    """How many records there are in all lists together."""
    return sum(one.count(read, period) for one in lists_for(read))


@query(MAKE)
def bundle_lines(read: Read, key: str, period: Period, most: int, after: int) -> Sequence[Line]:
    """Some records of one list."""
    return portion(read, list_of(read, key), period, most, after)


@query(MAKE)
def bundle_files(read: Read, key: str, record: str, in_full: bool) -> list[tuple[str, bytes]]:
    """The files of one record. Raises HealthStaysHere for whoever may not have them in full."""
    if in_full and not may_take_in_full(read):
        raise HealthStaysHere
    files = list_of(read, key).files
    return list(files(read, record, in_full)) if files else []
