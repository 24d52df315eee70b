"""Several bookings at one go: the sessions of a sleeve, a bench that is always taken on Mondays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import select
from uuid_utils.compat import uuid7

from studio.catalog.rules.cleaning import number
from studio.kernel.refusal import Refusal
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.schedule import refusals
from studio.schedule.actions.calling_off import cancel_series
from studio.schedule.actions.session import mine, reopen_booking
from studio.schedule.models import Booking
from studio.schedule.refusals import InTheWay, TimeIsDoubtful
from studio.schedule.rules.localtime import read_local
from studio.schedule.rules.steps import AHEAD
from studio.schedule.rules.when import When, when_of
from studio.schedule.taking import EDIT, PLACES, as_it_stands, made, moved

MOST, WEEKS = 52, 12
STARTS = ("starts_at", "starts_local", "fold")


@action("schedule.series.book", needs=EDIT)
def book_series(
    work: Work,
    details: Mapping[str, Any],
    times: int = 0,
    weeks: int = 1,
    *,
    leave_out: bool = False,
    starts: Sequence[Mapping[str, Any]] = (),
) -> list[Booking]:
    """The same booking so many times, so many weeks apart, each at the same time on the wall; or at these `starts`,
    each with `starts_at`, or `starts_local` and `fold`.

    All or none: raises SeriesDoesNotFit with the days on which something is in the way, or whose time the clocks leap
    over or show twice. `leave_out` takes the others.
    """
    first = _first(work, {**details, **starts[0]} if starts else details)
    series, booked = uuid7(), list[Booking]()
    odd: list[tuple[str, Refusal]] = []
    for when in _starts(first, details, times, weeks, starts):
        told = {name: value for name, value in details.items() if name not in (*STARTS, "ends_at")}
        try:
            booked.append(made(work, {**told, **when, "minutes": first.minutes}, series_id=series))
        except (InTheWay, TimeIsDoubtful) as refusal:
            odd.append((_day(when), refusal))
    return _settled(booked, odd, leave_out)


@action("schedule.series.move", needs=EDIT)
def move_series(
    work: Work, booking_id: UUID, to: Mapping[str, Any], seen_version: int | None = None, by: str = "studio"
) -> int:
    """Move this booking of a series, and all that follow it as far on the wall, to the same artist, station and
    length; gives how many. All or none: raises SeriesDoesNotFit with the days that do not."""
    first = as_it_stands(work, booking_id, seen_version)
    zone = work.house.settings["studio.zone"]
    length = int((first.ends_at - first.starts_at).total_seconds()) // 60
    new = when_of({"starts_at": first.starts_at, **to} if not _names_start(to) else to, zone, work.now, length)
    hop = read_local(new.starts_local) - read_local(first.starts_local)
    place = {name: to[name] for name in PLACES if name in to}
    rest = _following(work, first)
    odd: list[tuple[str, Refusal]] = []
    for one in sorted(rest, key=_start, reverse=hop > timedelta()):
        local = f"{read_local(one.starts_local) + hop:%Y-%m-%dT%H:%M}"
        told = dict(to) if one.id == first.id else {"starts_local": local, "minutes": new.minutes, **place}
        try:
            moved(work, one.id, told, by)
        except (InTheWay, TimeIsDoubtful) as refusal:
            odd.append((local[:10], refusal))
    if odd:
        raise refusals.SeriesDoesNotFit("starts_local", days=", ".join(day for day, _ in sorted(odd, key=_day_of)))
    return len(rest)


@action("schedule.series.reopen", needs=EDIT)
def reopen_series(work: Work, booking_id: UUID) -> int:
    """Plan again this booking of a series and all that were called off with it; gives how many."""
    first = mine(work, booking_id, EDIT)
    wanted = select(Booking).where(Booking.series_id == first.series_id, Booking.ended_at == first.ended_at)
    found = [one for one in work.session.exec(wanted).all() if one.series_id and one.status == first.status]
    for one in found or [first]:
        reopen_booking(work, one.id)
    return max(1, len(found))


@book_series.undone_by
def _call_off(work: Work, past: Past) -> None:
    cancel_series(work, UUID(past.of("booking")[0]["id"]), by="studio")


@cancel_series.undone_by
def _planned_again(work: Work, past: Past) -> None:
    reopen_series(work, past.subject_id)


def _starts(
    first: When, details: Mapping[str, Any], times: int, weeks: int, starts: Sequence[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """When each of them begins."""
    if starts:
        if len(starts) > MOST:
            raise refusals.SeriesIsUnclear("times", most=MOST, weeks=WEEKS)
        return [{name: one[name] for name in STARTS if name in one} for one in starts]
    _check(times, weeks)
    locals_ = (read_local(first.starts_local) + timedelta(weeks=weeks * nth) for nth in range(times))
    return [{"starts_local": f"{local:%Y-%m-%dT%H:%M}", "fold": details.get("fold", "")} for local in locals_]


def _day(when: Mapping[str, Any]) -> str:
    return str(when.get("starts_local") or when["starts_at"])[:10]


def _following(work: Work, first: Booking) -> list[Booking]:
    """This one, and those of its series after it that are still ahead."""
    wanted = select(Booking).where(Booking.series_id == first.series_id, Booking.starts_at > first.starts_at)
    later = work.session.exec(wanted).all() if first.series_id else []
    return [first, *(one for one in later if one.status in AHEAD)]


def _names_start(to: Mapping[str, Any]) -> bool:
    return bool(to.get("starts_at") or to.get("starts_local"))


def _start(one: Booking) -> datetime:
    return one.starts_at


def _day_of(pair: tuple[str, Refusal]) -> str:
    return pair[0]


def _check(times: int, weeks: int) -> None:
    try:
        number(times, 2, MOST, needed=True)
        number(weeks, 1, WEEKS, needed=True)
    except Refusal:
        raise refusals.SeriesIsUnclear("times", most=MOST, weeks=WEEKS) from None


def _first(work: Work, details: Mapping[str, Any]) -> When:
    """When the first one is; the wall clock counts for all that follow."""
    zone = work.house.settings["studio.zone"]
    return when_of(details, zone, work.now, 60)


def _settled(booked: list[Booking], odd: list[tuple[str, Refusal]], leave_out: bool) -> list[Booking]:
    if odd and not (leave_out and booked):
        raise refusals.SeriesDoesNotFit("starts_local", days=", ".join(day for day, _ in odd))
    return booked
