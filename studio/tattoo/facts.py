"""What can have happened to pieces."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class PieceFact(Fact):
    """Something happened to one piece."""

    piece_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("piece", self.piece_id)


@dataclass(frozen=True)
class PieceAdded(PieceFact):
    """Somebody wants a tattoo."""


@dataclass(frozen=True)
class PieceChanged(PieceFact):
    """Fields of a piece changed, its quote or its deposit."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class PieceStepped(PieceFact):
    """A piece stands elsewhere than before: because somebody chose so, or because of its bookings."""

    state: str
    chosen: bool


@dataclass(frozen=True)
class PieceFiled(PieceFact):
    """A piece was archived, or restored."""

    archived: bool


@dataclass(frozen=True)
class DesignAdded(PieceFact):
    """There is a newer version of the design."""

    design_id: UUID


@dataclass(frozen=True)
class DesignSaid(PieceFact):
    """Its spelling was checked or confirmed, it was approved, or is no longer."""

    design_id: UUID
    kind_said: str
