"""Made-up days at the chair: bookings as rows, one artist's day after the other, nothing overlapping."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random  # a seeded one: the same studio again, nothing secret
from typing import Any
from uuid import UUID

from studio.catalog.queries import Service
from studio.clients.demo.fill import born_at
from studio.kernel.time import TimeRange
from studio.schedule.models import Artist
from studio.schedule.rules.localtime import wall
from studio.schedule.rules.policy import Policy, called_off, missed
from studio.schedule.rules.spans import working
from studio.schedule.taking import BLANK

NOTES = ("Left forearm", "Right calf", "Bring the reference", "First tattoo", "Shoulder, second pass", "Prefers quiet")
CLEANING = 15
RULES = Policy(number=1, notice_hours=72, free_moves=2, late_minutes=20)
FOR_A_SESSION = 4000
"""What the studio asks in advance for a session whose service says nothing."""
SHUFFLED = ("planned", "confirmed", "confirmed", "confirmed", "confirmed")


@dataclass(frozen=True)
class Setting:
    """What a day is made from."""

    random: Random
    now: datetime
    zone: str
    currency: str
    clients: Sequence[UUID]
    grown: list[UUID]
    """Of these, whoever may sit down without a second thought; nobody sits in two chairs."""
    services: Sequence[Service]


def rows_of(one: Setting, artist: Artist, station: UUID | None, days: Sequence[date]) -> Iterator[dict[str, Any]]:
    """An artist's bookings on these days."""
    fitting = [service for service in one.services if _suits(service, artist)]
    for day in days:
        if artist.guest_from and artist.guest_until and not artist.guest_from <= day <= artist.guest_until:
            continue
        for span in working(day, artist.hours, one.zone):
            yield from _day(one, artist, station, span, fitting)


def _day(
    one: Setting, artist: Artist, station: UUID | None, span: TimeRange, services: Sequence[Service]
) -> Iterator[dict[str, Any]]:
    at = span.start
    while services:
        at += timedelta(minutes=one.random.choice((0, 0, 0, 15, 30, 60)))
        room = (span.end - at) // timedelta(minutes=1) - CLEANING
        short = [service for service in services if service.minutes <= room]
        if not short:
            return
        service = one.random.choice(short)
        yield _booking(one, artist, station, at, service)
        at += timedelta(minutes=service.minutes + CLEANING)


def _booking(one: Setting, artist: Artist, station: UUID | None, at: datetime, service: Service) -> dict[str, Any]:
    end = at + timedelta(minutes=service.minutes)
    made_at = min(at, one.now) - timedelta(days=one.random.randrange(1, 30), minutes=one.random.randrange(600))
    price = service.price.minor if service.price else None
    due, until = _deposit(service), end + timedelta(minutes=CLEANING)
    seated = at <= one.now < end and one.grown
    client = one.grown.pop(one.random.randrange(len(one.grown))) if seated else one.random.choice(one.clients)
    row = {**BLANK,
        "id": born_at(one.random, made_at), "created_at": made_at, "updated_at": made_at, "version": 1,
        "kind": _kind(service), "client_id": client, "artist_id": artist.id,
        "station_id": station, "starts_at": at, "ends_at": end, "starts_local": wall(at, one.zone),
        "ends_local": wall(end, one.zone), "zone": one.zone, "buffer_after": CLEANING,
        "held_from": at, "held_until": until, "price": price,
        "currency": one.currency, "deposit_due": due, "policy_no": RULES.number,
        "note": one.random.choice(NOTES) if one.random.random() < 0.3 else "", "service": service,
    }  # fmt: skip
    row |= _stands(one, at, end)
    return row | _paid(row) if due else row


def _deposit(service: Service) -> int | None:
    """What the service says, else what the studio asks for a session."""
    own = service.deposit_of(service.price)
    return own.minor if own else FOR_A_SESSION if _kind(service) == "session" else None


def _paid(row: dict[str, Any]) -> dict[str, Any]:
    """Whoever said that they come has paid it; what became of it follows from the rules."""
    state = "due" if row["status"] == "planned" else "recorded"
    if row["status"] == "cancelled":
        return {"deposit_state": state, "outcome": called_off(RULES, row["notice_minutes"], "client", state)}
    return {"deposit_state": state, "outcome": missed(state) if row["status"] == "no_show" else ""}


def _stands(one: Setting, at: datetime, end: datetime) -> dict[str, Any]:
    """Where it stands now: what is over is done, called off or missed; what runs is begun; what comes is planned."""
    luck = one.random.random()
    if luck < 0.06:
        called = min(at, one.now) - timedelta(hours=one.random.randrange(2, 90))
        notice = (at - called) // timedelta(minutes=1)
        return {"status": "cancelled", "ended_by": "client", "ended_at": called, "notice_minutes": notice}
    if end <= one.now:
        if luck < 0.09:
            return {"status": "no_show", "ended_by": "client", "ended_at": at + timedelta(minutes=20)}
        begun = {"confirmed_at": at - timedelta(days=2), "checked_in_at": at - timedelta(minutes=5)}
        return {**begun, "status": "done", "started_at": at, "finished_at": end}
    if at <= one.now:
        return {"status": "in_progress", "checked_in_at": at - timedelta(minutes=5), "started_at": at}
    if at - one.now < timedelta(minutes=45):
        return {"status": "checked_in", "checked_in_at": one.now - timedelta(minutes=4)}
    status = one.random.choice(SHUFFLED) if at - one.now > timedelta(days=2) else "confirmed"
    return {"status": status, "confirmed_at": one.now if status == "confirmed" else None}


def _suits(service: Service, artist: Artist) -> bool:
    pierces = "piercing" in artist.styles
    if not service.active or (not service.everybody and not (artist.user_id and service.is_offered_by(artist.user_id))):
        return False
    return (service.kind in ("piercing", "jewellery")) == pierces and service.kind != "removal"


def _kind(service: Service) -> str:
    known = {"piercing": "piercing", "jewellery": "piercing", "consultation": "consult", "touch_up": "touch_up"}
    return known.get(service.kind, "session")
