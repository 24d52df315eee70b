"""Things that files can be attached to: the room that brings a kind of thing says so, and who may see such a thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select

from studio.kernel.work import Work


@dataclass(frozen=True)
class Carrier:
    """A kind of thing that carries files. `see` is the right to see such a thing at all."""

    see: str
    standing: Callable[[Work, UUID], Any]
    """Refuses when this one is not on file, or takes nothing more."""
    family: Callable[[UUID], Select[UUID]] | None = None
    """All ids it is on file under, where it can be on file twice."""
    of_clients: Callable[[Sequence[UUID]], Select[UUID]] | None = None
    """All such things of some clients, where it is no client itself: what is attached to them goes with them."""
    private: str = ""
    """The right that files marked as private need besides; without it none can be marked."""
    private_word: str = ""
    """What marking a file means, said to people."""

    def ids(self, column: ColumnElement[UUID], wanted: UUID) -> ColumnElement[bool]:
        """Rows about this thing, under whichever id."""
        return column.in_(self.family(wanted)) if self.family else column == wanted
