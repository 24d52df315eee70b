"""Bookings: made, moved, changed. Each time is checked under the one writer's lock, and by the table itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from storage.table import columns_of
from studio.clients.models import Client
from studio.kernel.refusal import Invalid
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.schedule import facts, refusals
from studio.schedule.actions.calling_off import cancel_booking
from studio.schedule.models import Booking, BookingService
from studio.schedule.planning import fits_subject, offered, only_mine, service_rows
from studio.schedule.rules.booking import WITHOUT_CLIENT, clean_booking
from studio.schedule.rules.steps import OPEN
from studio.schedule.rules.when import FIELDS as WHEN
from studio.schedule.rules.when import When
from studio.schedule.taking import ABOUT, BUFFERS, EDIT, PLACES, as_it_stands, change, days_of, made, moved

PLACING = frozenset({*PLACES, *BUFFERS, *WHEN, "override"})
GATED = frozenset({"kind", "client_id"})
SUBJECT = frozenset(ABOUT)


@action("schedule.booking.create", needs=EDIT)
def create_booking(work: Work, details: Mapping[str, Any]) -> Booking:
    """Take somebody's time. `details`: `rules.booking.fields`, what says when (`rules.when.FIELDS`), and `override`.

    Refused with what is in the way; whoever has the right may set it aside by giving a reason as `override`.
    """
    return made(work, details)


@action("schedule.booking.move", needs=EDIT)
def move_booking(
    work: Work, booking_id: UUID, to: Mapping[str, Any], seen_version: int | None = None, by: str = "studio"
) -> Booking:
    """Give a booking another time, length, artist or station; what is not named stays. `by` is who wants it: moves of
    a client count, and the policy says what becomes of the deposit."""
    return moved(work, booking_id, to, by, seen_version)


@action("schedule.booking.edit")
def edit_booking(work: Work, booking_id: UUID, details: Mapping[str, Any], seen_version: int | None = None) -> Booking:
    """Change what is named: client, kind, words, services, price, and with them its time and place."""
    elsewhere = {name: value for name, value in details.items() if name in PLACING}
    if elsewhere:
        moved(work, booking_id, elsewhere, "studio", seen_version)
        seen_version = None
    booking = work.get(Booking, booking_id, seen_version)
    only_mine(work, EDIT, booking.artist_id)
    kept = clean_booking({k: v for k, v in details.items() if k not in PLACING}, booking.currency, new=False)
    changed = _write(work, booking, kept)
    if not SUBJECT.isdisjoint(changed) and booking.status in OPEN:
        about = {name: getattr(booking, name) for name in ABOUT}
        when = When(booking.starts_at, booking.ends_at, booking.starts_local, booking.zone)
        fits_subject(work, when, about, details.get("override"), booking.id)
    if "services" in kept:
        _replace_services(work, booking, kept["services"])
        changed = (*changed, "services")
    if changed:
        work.emit(facts.BookingChanged(booking.id, days_of(booking), changed))
    return booking


@create_booking.undone_by
def _call_off(work: Work, past: Past) -> None:
    cancel_booking(work, past.subject_id, by="studio")


@move_booking.undone_by
def _move_back(work: Work, past: Past) -> None:
    before = past.before("booking")
    booking = as_it_stands(work, past.subject_id)
    told = {name: UUID(before[name]) if before[name] else None for name in PLACES if name in before}
    times = {name: datetime.fromisoformat(before[name]) for name in ("starts_at", "ends_at") if name in before}
    times.setdefault("starts_at", booking.starts_at)
    times.setdefault("ends_at", booking.ends_at)
    booking = moved(work, booking.id, {**told, **times}, "studio")
    counted = {name: before[name] for name in ("moves", "outcome") if name in before}
    if counted:
        change(work, booking, counted)


def _write(work: Work, booking: Booking, kept: Mapping[str, Any]) -> tuple[str, ...]:
    plain = {name: value for name, value in kept.items() if name != "services"}
    changed = {name: value for name, value in plain.items() if getattr(booking, name) != value}
    if not GATED.isdisjoint(changed):
        _still_gated(booking, changed)
    if changed.get("client_id") is not None:
        _client_is_here(work, changed["client_id"])
    for name, value in changed.items():
        setattr(booking, name, value)
    return tuple(changed)


def _still_gated(booking: Booking, changed: Mapping[str, Any]) -> None:
    """Whose it is and what is done was asked before it began, and stays; what is for somebody stays for somebody."""
    if booking.status in ("in_progress", "done"):
        raise refusals.HasBegun(code=booking.code)
    kind, client_id = (changed.get(name, getattr(booking, name)) for name in ("kind", "client_id"))
    if client_id is None and kind not in WITHOUT_CLIENT:
        raise Invalid({"client_id": refusals.ClientIsNeeded()})


def _client_is_here(work: Work, client_id: UUID) -> None:
    client = work.session.get(Client, client_id)
    if client is None:
        raise refusals.ChoiceIsUnknown("client_id")
    if client.archived_at is not None:
        raise refusals.ClientIsGone("client_id", name=client.name)


def _replace_services(work: Work, booking: Booking, wanted: list[dict[str, Any]]) -> None:
    lines = columns_of(BookingService)
    work.connection.execute(delete(lines).where(lines.c.booking_id == booking.id))
    work.session.add_all(service_rows(booking.id, offered(work, wanted, booking.artist_id)))
