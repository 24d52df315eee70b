"""What programs send about services; the room's own rules decide what is fine."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import BaseModel, Field, StrictBool, StrictInt, StringConstraints

from studio.kernel.money import LARGEST, Money

Text = Annotated[str, StringConstraints(max_length=20_000)]
Key = Annotated[str, StringConstraints(max_length=120)]
Whole = Annotated[StrictInt, Field(ge=-(2**31), le=2**31)]


class Amount(BaseModel):
    """Money in minor units: 8000 EUR is 80 euros."""

    model_config = {"extra": "forbid"}

    minor: Annotated[StrictInt, Field(ge=-LARGEST, le=LARGEST)]
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]

    def money(self) -> Money:
        return Money(self.minor, self.currency)


class Own(BaseModel):
    """Somebody who offers it, with minutes and price where theirs differ."""

    model_config = {"extra": "forbid"}

    artist_id: UUID
    minutes: Whole | None = None
    price: Amount | None = None


class ServiceFields(BaseModel):
    """A service's fields; name, kind and minutes are needed."""

    model_config = {"extra": "forbid"}

    description: Text | None = None
    minutes_least: Whole | None = None
    minutes_most: Whole | None = None
    buffer_before: Whole | None = None
    buffer_after: Whole | None = None
    price_kind: Literal["fixed", "from", "hourly", "free", "quote"] = "quote"
    price: Amount | None = None
    deposit_kind: Literal["none", "percent", "fixed"] = "none"
    deposit_percent: Whole | None = None
    deposit: Annotated[Amount | None, Field(description="Of a fixed one; null is agreed each time.")] = None
    deposit_once: StrictBool = False
    minimum_age: Annotated[Whole | None, Field(description="Null: what the country's rules say.")] = None
    consent_template: Key | None = None
    aftercare: Key | None = None
    healing_days: Whole | None = None
    tax_rate: Annotated[Key | None, Field(description="One of the studio's rates by name; null is the usual one.")] = (
        None
    )
    everybody: StrictBool = True
    artists: Annotated[list[Own], Field(max_length=200)] = []
    active: StrictBool = True

    def details(self) -> dict[str, Any]:
        """The fields that were sent, amounts as money."""
        told = {name: getattr(self, name) for name in self.model_fields_set if name not in ("version", "artists")}
        told = {name: value.money() if isinstance(value, Amount) else value for name, value in told.items()}
        if "artists" in self.model_fields_set:
            told["artists"] = [
                {"artist_id": one.artist_id, "minutes": one.minutes, "price": one.price.money() if one.price else None}
                for one in self.artists
            ]
        return told


class NewService(ServiceFields):
    name: Text
    kind: Key
    minutes: Whole


class ServiceChange(ServiceFields):
    """What changes; what is left out stays."""

    version: Annotated[int, Field(description="The version that was read; an old one gets 409.")]
    name: Text | None = None
    kind: Key | None = None
    minutes: Whole | None = None


class Order(BaseModel):
    """Services in the order in which they shall stand, on the places these have now."""

    ids: Annotated[list[UUID], Field(min_length=1, max_length=1000)]
