"""What programs send about bookings and those who wait; the room's own rules decide what is fine."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StrictBool, StrictInt, StringConstraints

from studio.kernel.money import LARGEST, Money

Text = Annotated[str, StringConstraints(max_length=20_000)]
Key = Annotated[str, StringConstraints(max_length=120)]
Whole = Annotated[StrictInt, Field(ge=-(2**31), le=2**31)]
Words = Annotated[list[Key], Field(max_length=100)]
Parts = Annotated[list[Annotated[list[Key], Field(max_length=4)]], Field(max_length=20)]
Version = Annotated[int, Field(description="The version that was read; an old one gets 409.")]
Kind = Literal["consult", "session", "touch_up", "piercing", "walk_in", "block"]


class Amount(BaseModel):
    """Money in minor units: 8000 EUR is 80 euros."""

    model_config = {"extra": "forbid", "title": "AgreedAmount"}

    minor: Annotated[StrictInt, Field(ge=-LARGEST, le=LARGEST)]
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]

    def money(self) -> Money:
        return Money(self.minor, self.currency)


class Told(BaseModel):
    """Only what was sent counts."""

    model_config = {"extra": "forbid"}

    def details(self) -> dict[str, Any]:
        """The fields that were sent, but the version."""
        told = {name: getattr(self, name) for name in self.model_fields_set if name != "version"}
        return {name: plain(value) for name, value in told.items()}


def plain(value: Any) -> Any:
    """Amounts as money, parts as mappings."""
    if isinstance(value, Amount):
        return value.money()
    if isinstance(value, Told):
        return value.details()
    return [plain(one) for one in value] if isinstance(value, list) else value


class BookedService(Told):
    """A service with what was agreed for it; nothing agreed: as the catalogue says."""

    service_id: UUID
    minutes: Whole | None = None
    price: Amount | None = None


class Time(Told):
    """When: a moment with its offset, or what the studio's clock shows; then an end, or minutes."""

    starts_at: AwareDatetime | None = None
    starts_local: Annotated[Key | None, Field(description="2026-03-29T10:00 on the studio's wall.")] = None
    fold: Annotated[
        Literal["", "first", "second"], Field(description="Which of two, where the clocks are put back.")
    ] = ""
    ends_at: AwareDatetime | None = None
    minutes: Whole | None = None
    override: Annotated[Text | None, Field(description="Why it may stand where something is in the way.")] = None


class BookingFields(Time):
    """A booking's fields: an artist or a station, and a start."""

    client_id: UUID | None = None
    artist_id: UUID | None = None
    station_id: UUID | None = None
    title: Text | None = None
    note: Text | None = None
    buffer_before: Whole | None = None
    buffer_after: Whole | None = None
    services: Annotated[list[BookedService], Field(max_length=50)] = []
    price: Amount | None = None
    subject_kind: Key = ""
    subject_id: UUID | None = None


class NewBooking(BookingFields):
    kind: Kind = "session"
    status: Literal["planned", "confirmed"] = "planned"


class BookingChange(BookingFields):
    """What changes; what is left out stays. A new time or place is a move of the studio's."""

    version: Version
    kind: Kind = "session"


class Move(Time):
    """Another time, length, artist or station."""

    following: Annotated[StrictBool, Field(description="Also those of its series that follow, as far.")] = False

    version: int | None = None
    artist_id: UUID | None = None
    station_id: UUID | None = None
    by: Annotated[Literal["studio", "artist", "client"], Field(description="Whose wish; a client's moves count.")] = (
        "studio"
    )


class Step(BaseModel):
    """A step, perhaps against the version that was read."""

    model_config = {"extra": "forbid"}

    version: int | None = None


class Start(Step):
    override: Annotated[Text, Field(description="Why it may begin although something is missing.")] = ""


class Ending(Step):
    reason: Text = ""


class Cancelling(Ending):
    by: Literal["client", "artist", "studio"] = "client"


class WalkIn(Told):
    """Somebody at the door: whoever's turn it is takes them, as soon as they are free."""

    client_id: UUID | None = None
    artist_id: UUID | None = None
    station_id: UUID | None = None
    minutes: Annotated[StrictInt | None, Field(ge=5, le=1440)] = None
    services: Annotated[list[BookedService], Field(max_length=50)] = []
    note: Text | None = None


class SeriesStart(Told):
    """When one of a series begins."""

    starts_at: AwareDatetime | None = None
    starts_local: Key | None = None
    fold: Literal["", "first", "second"] = ""


class Series(BookingFields):
    """The same booking again and again, at the same time on the wall."""

    kind: Kind = "session"
    times: Annotated[Whole, Field(description="How many; left out where `starts` say when each of them is.")] = 0
    weeks: Whole = 1
    starts: Annotated[
        list[SeriesStart], Field(max_length=52, description="When each begins, whatever the rhythm.")
    ] = []
    leave_out: Annotated[StrictBool, Field(description="Leave out the days that do not fit.")] = False


class Wish(Told):
    """What somebody waits for."""

    artist_id: UUID | None = None
    service_id: UUID | None = None
    kind: Literal["consult", "session", "touch_up", "piercing", "walk_in"] = "session"
    style: Text = ""
    minutes: Whole | None = None
    from_on: date | None = None
    until_on: date | None = None
    days: Words = []
    note: Text | None = None


class NewWish(Wish):
    client_id: UUID


class Offer(BaseModel):
    """A gap somebody is offered."""

    model_config = {"extra": "forbid"}

    artist_id: UUID
    starts_at: AwareDatetime
    minutes: Whole | None = None
    hours: Annotated[Whole, Field(description="How long the offer stands.")] = 24
