"""Several bookings at one go: the sessions of a sleeve, a bench that is always taken on Mondays."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from uuid_utils.compat import uuid7

from studio.catalog.rules.cleaning import number
from studio.kernel.refusal import Refusal
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.schedule import refusals
from studio.schedule.actions.calling_off import cancel_series
from studio.schedule.models import Booking
from studio.schedule.refusals import InTheWay, TimeIsDoubtful
from studio.schedule.rules.localtime import read_local, wall
from studio.schedule.rules.when import When, when_of
from studio.schedule.taking import EDIT, made

MOST, WEEKS = 52, 12


@action("schedule.series.book", needs=EDIT)
def book_series(
    work: Work, details: Mapping[str, Any], times: int, weeks: int = 1, *, leave_out: bool = False
) -> list[Booking]:
    """The same booking so many times, so many weeks apart, each at the same time on the wall.

    All or none: raises SeriesDoesNotFit with the days on which something is in the way, or whose time the clocks leap
    over or show twice. `leave_out` takes the others.
    """
    _check(times, weeks)
    first = _first(work, details)
    series, booked = uuid7(), list[Booking]()
    odd: list[tuple[str, Refusal]] = []
    for nth in range(times):
        local = f"{read_local(first.starts_local) + timedelta(weeks=weeks * nth):%Y-%m-%dT%H:%M}"
        when = {"starts_local": local, "minutes": first.minutes, "fold": details.get("fold", "")}
        told = {name: value for name, value in details.items() if name not in ("starts_at", "ends_at")}
        try:
            booked.append(made(work, {**told, **when}, series_id=series))
        except (InTheWay, TimeIsDoubtful) as refusal:
            odd.append((local[:10], refusal))
    return _settled(booked, odd, leave_out)


@book_series.undone_by
def _call_off(work: Work, past: Past) -> None:
    cancel_series(work, UUID(past.of("booking")[0]["id"]), by="studio")


def _check(times: int, weeks: int) -> None:
    try:
        number(times, 2, MOST, needed=True)
        number(weeks, 1, WEEKS, needed=True)
    except Refusal:
        raise refusals.SeriesIsUnclear("times", most=MOST, weeks=WEEKS) from None


def _first(work: Work, details: Mapping[str, Any]) -> When:
    """When the first one is; the wall clock counts for all that follow."""
    zone = work.house.settings["studio.zone"]
    said: dict[str, Any] = dict(details)
    if isinstance(said.get("starts_at"), datetime) and said["starts_at"].tzinfo:
        said.setdefault("starts_local", wall(said["starts_at"], zone))
    return when_of(said, zone, work.now, 60)


def _settled(booked: list[Booking], odd: list[tuple[str, Refusal]], leave_out: bool) -> list[Booking]:
    if odd and not (leave_out and booked):
        raise refusals.SeriesDoesNotFit("starts_local", days=", ".join(day for day, _ in odd))
    return booked
