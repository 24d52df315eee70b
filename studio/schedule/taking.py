"""Taking somebody's time: what every verb that books or moves shares below its permission."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from types import SimpleNamespace
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Uuid, bindparam, column, insert, select, update
from sqlalchemy.exc import IntegrityError
from uuid_utils.compat import uuid7

from storage.driven import Prepared
from storage.exclusion import held_already
from storage.table import columns_of
from studio.clients.filing import NEXT
from studio.kernel.refusal import Stale
from studio.kernel.text import t
from studio.kernel.work import Work
from studio.schedule import facts, refusals
from studio.schedule.models import Booking
from studio.schedule.planning import Plan, fitted, note_set_aside, only_mine, planned, service_rows
from studio.schedule.policies import policy_of
from studio.schedule.rules.booking import clean_booking
from studio.schedule.rules.policy import moving
from studio.schedule.rules.steps import OPEN, STATUSES
from studio.schedule.rules.when import FIELDS as WHEN
from studio.schedule.rules.when import When, spanned, when_of

EDIT = "schedule.booking.edit"
PLACES = ("artist_id", "station_id")
ABOUT = ("kind", "subject_kind", "subject_id")
BUFFERS = ("buffer_before", "buffer_after")
HELD = (
    "starts_at",
    "ends_at",
    "starts_local",
    "ends_local",
    "zone",
    "buffer_before",
    "buffer_after",
    "held_from",
    "held_until",
)
TABLE = columns_of(Booking)
_ID = TABLE.c.id == bindparam("one", type_=Uuid())
ADD, ONE = Prepared(insert(TABLE)), Prepared(select(TABLE).where(_ID))
NUMBER = Prepared(NEXT.columns(column("value")))
BLANK: Mapping[str, Any] = {
    name: None if field.is_required() else field.get_default(call_default_factory=False)
    for name, field in Booking.model_fields.items()
}
"""A booking of which nothing is said."""
DERIVED = frozenset({"ends_local", "held_from", "held_until", "zone"})
"""Columns that follow from others: the journal does without."""


def made(work: Work, details: Mapping[str, Any], **more: Any) -> Booking:
    """A new booking, below the verbs; `more` are columns no form names.

    Written by the table rather than by the session: a full calendar is booked all day, and this halves what it costs.
    """
    kept = clean_booking(details, work.house.settings["studio.currency"], new=True)
    plan = planned(work, kept, details)
    only_mine(work, EDIT, kept.get("artist_id"))
    number = NUMBER.first(work.connection, {"name": "booking", "step": 1}).value
    said = {name: value for name, value in {**plan.values, **more}.items() if value is not None}
    if said.get("status") == "confirmed":
        said["confirmed_at"] = work.now
    said |= {"may_overlap": plan.may_overlap, "number": number, "code": f"BK-{number:04d}"}
    row = {**BLANK, **said, "id": uuid7(), "created_at": work.now, "updated_at": work.now, "version": 1}
    with _friendly():
        ADD.rows(work.connection, row)
    work.note("booking", row["id"], None, {k: v for k, v in said.items() if v and k not in DERIVED})
    work.session.add_all(service_rows(row["id"], plan.services))
    note_set_aside(work, row["id"], plan)
    work.emit(facts.BookingMade(row["id"], plan.days))
    return cast("Booking", Fresh(**row))


def moved(work: Work, booking_id: UUID, to: Mapping[str, Any], by: str, seen_version: int | None = None) -> Booking:
    """Another time or place, below the verbs; written by the table, like a new one."""
    booking = as_it_stands(work, booking_id, seen_version)
    told = {name: value for name, value in to.items() if name in (*PLACES, *BUFFERS)}
    clean = clean_booking(told, booking.currency, new=False)
    values = {name: getattr(booking, name) for name in ("client_id", *ABOUT, *PLACES, *BUFFERS)}
    values |= {name: value for name, value in clean.items() if name in PLACES or value is not None}
    if values["artist_id"] is None and values["station_id"] is None:
        raise refusals.ArtistOrStation("artist_id")
    only_mine(work, EDIT, booking.artist_id)
    when = _when(work, booking, to)
    if _stays(booking, when, values):
        return booking
    plan = fitted(work, when, values, to.get("override"), booking.id)
    only_mine(work, EDIT, values["artist_id"])
    changed = _changes(work, booking, plan, by)
    days = (*days_of(booking), *plan.days)
    change(work, booking, changed)
    note_set_aside(work, booking.id, plan)
    work.emit(facts.BookingMoved(booking.id, tuple(dict.fromkeys(days))))
    return booking


def as_it_stands(work: Work, booking_id: UUID, seen_version: int | None = None) -> Booking:
    """The columns of a booking that is not over; refused as stale when somebody saved since it was seen."""
    row = ONE.first(work.connection, {"one": booking_id})
    if row is None:
        raise refusals.BookingIsUnknown
    booking = cast("Booking", Fresh(**row._asdict()))
    if seen_version is not None and booking.version != seen_version:
        raise Stale(booking)
    return still_open(booking)


def change(work: Work, booking: Booking, values: Mapping[str, Any]) -> None:
    """Write other columns of it, and tell the journal."""
    work.session.flush()
    before = {name: getattr(booking, name) for name in values}
    work.note("booking", booking.id, before, dict(values))
    saved = {**values, "version": booking.version + 1, "updated_at": work.now}
    with _friendly():
        _saving(tuple(sorted(saved))).rows(work.connection, {**saved, "one": booking.id})
    for name, value in saved.items():
        setattr(booking, name, value)


@cache
def _saving(columns: tuple[str, ...]) -> Prepared:
    """There are few sets of columns that change together."""
    return Prepared(update(TABLE).where(_ID), columns)


def still_open(booking: Booking) -> Booking:
    """The booking, unless it is over."""
    if booking.status not in OPEN:
        raise refusals.StepIsNotPossible(code=booking.code, status=status_word(booking.status))
    return booking


def status_word(status: str) -> str:
    """What people call where a booking stands."""
    return t(STATUSES[status]).lower()


def days_of(booking: Booking) -> tuple[str, ...]:
    """The days on the wall a booking stands on."""
    days = When(booking.starts_at, booking.ends_at, booking.starts_local, booking.zone).days
    return tuple(dict.fromkeys(map(str, days)))


class Fresh(SimpleNamespace):
    """A booking as it was just written, with its columns as attributes."""


def flush(work: Work) -> None:
    """Write what changed."""
    with _friendly():
        work.session.flush()


@contextmanager
def _friendly() -> Iterator[None]:
    """What the table itself refuses because it is held already is a refusal like any other."""
    try:
        yield
    except IntegrityError as error:
        if held_already(error):
            raise refusals.SlotIsTaken("starts_at") from None
        raise


def _when(work: Work, booking: Booking, to: Mapping[str, Any]) -> When:
    """The new time: a start alone keeps the length, an end or minutes alone keep the start."""
    zone = work.house.settings["studio.zone"]
    length = booking.ends_at - booking.starts_at
    said = {name: to[name] for name in WHEN if to.get(name) not in (None, "")}
    if not said:
        return spanned(booking.starts_at, booking.ends_at, zone)
    if "starts_at" not in said and "starts_local" not in said:
        said["starts_at"] = booking.starts_at
    return when_of(said, zone, work.now, int(length.total_seconds()) // 60)


def _stays(booking: Booking, when: When, values: Mapping[str, Any]) -> bool:
    """Nothing of its time or place is another: whoever shares it with leave is in nobody's way."""
    held = {name: getattr(when, name) for name in ("starts_at", "ends_at", "starts_local", "zone")}
    held |= {name: values[name] for name in (*PLACES, *BUFFERS)}
    return all(getattr(booking, name) == value for name, value in held.items())


def _changes(work: Work, booking: Booking, plan: Plan, by: str) -> dict[str, Any]:
    """What is another than before."""
    held = {name: plan.values[name] for name in (*PLACES, *HELD)}
    changed = {name: value for name, value in held.items() if getattr(booking, name) != value}
    if changed and booking.may_overlap != plan.may_overlap:
        changed["may_overlap"] = plan.may_overlap
    return changed | (_counted(work, booking) if "starts_at" in changed and by == "client" else {})


def _counted(work: Work, booking: Booking) -> dict[str, Any]:
    """What a client's move to another time means under the policy the booking was made under."""
    notice = int((booking.starts_at - work.now).total_seconds()) // 60
    verdict = moving(policy_of(work.connection, booking.policy_no), notice, booking.moves, "client")
    told: dict[str, Any] = {"moves": booking.moves + 1}
    if booking.deposit_state in ("due", "recorded"):
        told["outcome"] = "moves_along" if verdict == "free" else "forfeited"
    return told
