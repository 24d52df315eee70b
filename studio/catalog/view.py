"""A service as everybody else sees it: frozen, with money as money."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping

from studio.kernel.money import Money


@dataclass(frozen=True, slots=True)
class ArtistsOwn:
    """Somebody who offers a service, with minutes and price where theirs differ."""

    artist_id: UUID
    minutes: int | None = None
    price: Money | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """One line of the catalogue."""

    id: UUID
    code: str
    version: int
    preset: str | None
    name: str
    kind: str
    description: str
    minutes: int
    minutes_least: int | None
    minutes_most: int | None
    buffer_before: int
    buffer_after: int
    price_kind: str
    """`fixed`, `from`, `hourly`, `free` or `quote`; the first three have a price."""
    price: Money | None
    deposit_kind: str
    """`none`, `percent` or `fixed`; a fixed one without an amount is agreed each time."""
    deposit_percent: int | None
    deposit: Money | None
    deposit_once: bool
    minimum_age: int | None
    """None: what the country's rules say for this kind of service."""
    consent_template: str
    aftercare: str
    healing_days: int
    tax_rate: str
    """Name of one of the studio's rates; empty for the usual one."""
    everybody: bool
    artists: tuple[ArtistsOwn, ...]
    active: bool
    position: int
    archived_at: datetime | None
    created_at: datetime
    updated_at: datetime
    currency: str

    def is_offered_by(self, artist_id: UUID) -> bool:
        """Whether this person does it."""
        return self.everybody or any(one.artist_id == artist_id for one in self.artists)

    def minutes_with(self, artist_id: UUID | None) -> int:
        """How long it takes with this person."""
        return next((one.minutes for one in self.artists if one.artist_id == artist_id and one.minutes), self.minutes)

    def price_with(self, artist_id: UUID | None) -> Money | None:
        """What it costs with this person; None where it is free or on quote."""
        own = next((one.price for one in self.artists if one.artist_id == artist_id), None)
        return own if own is not None and self.price is not None else self.price

    def deposit_of(self, price: Money | None) -> Money | None:
        """What is asked in advance for something that costs so much; None where nothing is, or it is agreed."""
        if self.deposit_kind == "percent" and price is not None and self.deposit_percent is not None:
            return price.share(Decimal(self.deposit_percent))
        return self.deposit


def service_of(row: RowMapping) -> Service:
    """The stored row as a view."""
    currency = row["currency"]

    def money(minor: int | None) -> Money | None:
        return None if minor is None else Money(minor, currency)

    told = {name: row[name] for name in FIELDS if name not in ("price", "deposit", "artists")}
    return Service(
        **told, price=money(row["price"]), deposit=money(row["deposit"]), artists=_artists(row["artists"], money)
    )


def _artists(stored: Sequence[Mapping[str, Any]], money: Any) -> tuple[ArtistsOwn, ...]:
    return tuple(ArtistsOwn(UUID(one["artist_id"]), one["minutes"], money(one["price"])) for one in stored)


FIELDS = tuple(Service.__dataclass_fields__)


def details_of(one: Service) -> dict[str, Any]:
    """The service in the words of `rules.details.FIELDS`, as a form begins with it and an undo gives it back."""
    told = {name: getattr(one, name) for name in DETAILS}
    own = [{"artist_id": artist.artist_id, "minutes": artist.minutes, "price": artist.price} for artist in one.artists]
    return {**told, "artists": own}


DETAILS = tuple(
    name
    for name in FIELDS
    if name
    not in ("id", "code", "version", "preset", "position", "archived_at", "created_at", "updated_at", "currency")
)
