"""Artists, stations and bookings of a test studio."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.work import perform
from studio.schedule.actions import add_artist, add_station, create_booking
from studio.schedule.models import Artist, Booking, Station
from tests.factories.clients import on_file

NOON = "2027-06-16T12:00"
"""A Wednesday on which no clock changes."""


def needle(actor: Actor, name: str = "Ines Duarte", **details: Any) -> Artist:
    """An artist."""
    return perform(actor, add_artist, {"name": name, **details})


def chair(actor: Actor, name: str = "Chair 1", **details: Any) -> Station:
    """A station."""
    return perform(actor, add_station, {"name": name, **details})


def booked(actor: Actor, artist: UUID | None, at: str = NOON, client: UUID | None = None, **details: Any) -> Booking:
    """A booking at this time on the wall, for an hour."""
    client = client or on_file(actor, "Bo Lind").id
    told = {"artist_id": artist, "starts_local": at, "minutes": 60, "client_id": client, **details}
    return perform(actor, create_booking, told)


def soon(minutes: int = 60) -> datetime:
    """A full minute so many minutes from now."""
    return (house().clock.now() + timedelta(minutes=minutes)).astimezone(UTC).replace(second=0, microsecond=0)
