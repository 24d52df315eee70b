"""What programs send about pieces; the room's own rules decide what is fine."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StrictBool, StrictInt, StringConstraints

from pages.schedule.api_bodies import Amount, BookedService, Time, Told

Text = Annotated[str, StringConstraints(max_length=20_000)]
Key = Annotated[str, StringConstraints(max_length=120)]
Whole = Annotated[StrictInt, Field(ge=-(2**31), le=2**31)]
Version = Annotated[int, Field(description="The version that was read; an old one gets 409.")]


class PieceFields(Told):
    """A piece's fields; only the title is needed."""

    title: Text | None = None
    lead_artist_id: UUID | None = None
    service_id: UUID | None = None
    note: Text | None = None
    places: Annotated[list[Key], Field(max_length=100, description="Places on the figure, such as back.spine.")] = (
        Field(default_factory=list)
    )
    place_note: Text | None = None
    wide_mm: Whole | None = None
    tall_mm: Whole | None = None
    size_note: Text | None = None
    style: Text | None = None
    ink: Literal["", "colour", "black"] = ""
    cover_up: StrictBool = False
    planned_sessions: Whole | None = None
    planned_minutes: Whole | None = None
    healing_days: Annotated[Whole | None, Field(description="Between two sessions; null as its service says.")] = None
    touch_ups: Annotated[Whole | None, Field(description="How many are free; null as the studio says.")] = None
    touch_up_until: date | None = None


class NewPiece(PieceFields):
    client_id: UUID


class PieceChange(PieceFields):
    """What changes; what is left out stays."""

    version: Version


class QuoteSet(Told):
    """A fixed price (`least`), a range (`least`, `most`), or hours at a price; an empty kind takes it back."""

    kind: Literal["", "fixed", "range", "hourly"]
    least: Amount | None = None
    most: Amount | None = None
    hour_price: Amount | None = None
    minutes_least: Whole | None = None
    minutes_most: Whole | None = None
    until: date | None = None
    version: int | None = None


class DepositSet(BaseModel):
    """What is asked in advance, or where that stands."""

    model_config = {"extra": "forbid"}

    due: Amount | None = None
    state: Literal["", "due", "waived", "recorded"] = ""
    version: int | None = None


class PieceStepTo(BaseModel):
    """Where it stands from now on; cancelled and dropped need a reason."""

    model_config = {"extra": "forbid"}

    to: Key
    reason: Text = ""
    version: int | None = None


class PieceSeen(BaseModel):
    """The version that was read."""

    model_config = {"extra": "forbid"}

    version: int | None = None


class Spelt(BaseModel):
    """The lettering, typed out anew."""

    model_config = {"extra": "forbid"}

    typed: Text


class Approved(BaseModel):
    """How the client said yes. What is signed on screen is signed on a screen of ours."""

    model_config = {"extra": "forbid"}

    how: Literal["at_desk", "by_message"]
    note: Text = ""


class Voided(BaseModel):
    """Why it is approved no longer."""

    model_config = {"extra": "forbid"}

    reason: Text


class PieceSession(Time):
    """A booking of it: only when has to be said."""

    kind: Literal["consult", "session", "touch_up"] = "session"
    artist_id: UUID | None = None
    station_id: UUID | None = None
    note: Text | None = None
    services: Annotated[list[BookedService], Field(max_length=50)] = Field(default_factory=list)
    price: Amount | None = None
