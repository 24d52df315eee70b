"""House terms: what a room puts before clients when they sign, such as the rules for moving and calling off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from studio.kernel.house import House


@dataclass(frozen=True, slots=True)
class Term:
    """One edition of it, in the language of whoever reads; `number` is sealed with what they sign."""

    key: str
    number: int
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SignedTerm:
    """Which edition a client signed last, and when."""

    number: int
    at: datetime


ReadTerms = Callable[[Connection, House], Sequence[Term]]
"""Reads what is in force now, in the language that is spoken; nothing where the studio has said nothing."""
ReadSignedTerm = Callable[[Connection, UUID, str], SignedTerm | None]
"""Reads which edition of the terms with this key a client has signed; the room that has people sign tells."""
