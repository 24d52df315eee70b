"""Lights: what other rooms say of a booking in two words, such as that its consent is signed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection

from studio.kernel.house import House


@dataclass(frozen=True, slots=True)
class Visit:
    """A booking as other rooms are asked about it: who comes, for which kind of session, and what is done in it."""

    booking_id: UUID
    client_id: UUID
    """The file they stand under now: files that were merged into it are read together with it."""
    kind: str
    service_kinds: tuple[str, ...]
    starts_at: datetime
    artist: str = ""


@dataclass(frozen=True, slots=True)
class Light:
    """What is signed for a visit, and what the health answers ask for, each with its words in the reader's language.

    `key`: none_needed, not_sent, sent, signing, signed or missing. `health`: none, reviewed, to_review or stop. Both
    are empty where nothing is known, and for whoever may not know.
    """

    key: str = ""
    words: str = ""
    health: str = ""
    health_words: str = ""


ReadLights = Callable[[Connection, House, Sequence[Visit]], Mapping[UUID, Light]]
"""Reads the lights of any number of visits in the same few statements: booking → light."""
BookingLines = Callable[[Connection, Sequence[UUID]], Mapping[UUID, str]]
"""Reads what any number of bookings are about, in the same few statements: booking → "Tide sleeve, session 3 of 5"."""


@dataclass(frozen=True)
class VisitLights:
    """Who reads them, and the rights to know what is signed and what the health answers ask for."""

    read: ReadLights
    needs: str
    health_needs: str
