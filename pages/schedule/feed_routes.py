"""Calendars at addresses: `/feed/{token}.ics` for the apps of an artist, and files to take along."""

from __future__ import annotations

import hashlib
from datetime import date

from fastapi import APIRouter, Request, Response

from pages.asking import origin, staff
from studio.kernel import actor
from studio.kernel.refusal import SignedOut
from studio.kernel.work import ask
from studio.schedule.queries import artist_by_code, booking_by_code, booking_file, calendar_file, feed
from studio.schedule.rules.cleaning import day

MEDIA = "text/calendar; charset=utf-8"
router = APIRouter()


@router.api_route("/feed/{token}.ics", methods=["GET", "HEAD"], include_in_schema=False)
def read_feed(request: Request, token: str) -> Response:
    """The bookings of one artist; who has them already is told so in a word. The neutral page for every other token."""
    told = ask(actor.guest(None, **origin(request)), feed, token)
    tag = f'"{hashlib.sha256(told.encode()).hexdigest()[:32]}"'
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"ETag": tag})
    return Response(told, media_type=MEDIA, headers={"ETag": tag})


@router.get("/calendar/bookings.ics", include_in_schema=False)
def take_along(request: Request, who: str = "", first: str = "", last: str = "", names: str = "1") -> Response:
    """Bookings once as a file: of one artist or of everybody, from one day to another, with first names or without."""
    asks = _whoever(request)
    artist = ask(asks, artist_by_code, who) if who else None
    told = ask(
        asks, calendar_file, artist.id if artist else None, first=_day(first), last=_day(last), with_names=names == "1"
    )
    return _file(told, f"calendar-{artist.code.lower()}.ics" if artist else "calendar.ics")


@router.get("/bookings/{booking}/booking.ics", include_in_schema=False)
def one_booking(request: Request, booking: str) -> Response:
    """One booking for its client to keep."""
    asks = _whoever(request)
    one = ask(asks, booking_by_code, booking).booking
    return _file(ask(asks, booking_file, one.id), f"{one.code.lower()}.ics")


def _whoever(request: Request) -> actor.Actor:
    asks = staff(request)
    if asks is None:
        raise SignedOut
    return asks


def _file(told: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(told, media_type=MEDIA, headers=headers)


def _day(said: str) -> date | None:
    return day(said) if said else None
