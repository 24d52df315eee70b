"""What an artist did: their sessions with totals, a page at a time; and how the studio books: policy and deposits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select

from storage.table import columns_of
from studio.clients.family import head_of
from studio.extension.registry import registry
from studio.extension.terms import SignedTerm
from studio.kernel.money import Money
from studio.kernel.work import Read, query
from studio.schedule.models import BookingTimer, DepositRule
from studio.schedule.policies import TERM, policy_of
from studio.schedule.queries.bookings import Page, list_bookings
from studio.schedule.queries.calendar import BOOKING, SEE, own
from studio.schedule.rules.policy import Policy

TIMER, RULE = columns_of(BookingTimer).c, columns_of(DepositRule).c


@dataclass(frozen=True, slots=True)
class Totals:
    """What an artist's bookings add up to in a span."""

    sessions: int
    no_shows: int
    cancelled: int
    planned_minutes: int
    worked_minutes: int
    agreed: tuple[Money, ...]
    """What was agreed for sessions that are done, by currency."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What is asked in advance, of which kind and artist; empty means any."""

    id: UUID
    booking_kind: str
    artist_id: UUID | None
    kind: str
    percent: int | None
    fixed: Money | None


@query(SEE)
def history_of(read: Read, artist_id: UUID, page: int = 1, size: int = 50) -> Page:
    """An artist's sessions that are done, the latest first."""
    return list_bookings.run(read, artist_id=artist_id, status="done", sort="-starts_at", page=page, size=size)


@query(SEE)
def totals_of(read: Read, artist_id: UUID, since: datetime, until: datetime) -> Totals:
    """What they add up to; only one's own for whoever sees no others."""
    mine: list[ColumnElement[bool]] = [
        BOOKING.artist_id == artist_id,
        BOOKING.starts_at >= since,
        BOOKING.starts_at < until,
    ]
    mine += [] if read.scope == "all" else [own(read)]
    columns = (BOOKING.status, BOOKING.currency, BOOKING.price, BOOKING.starts_at, BOOKING.ends_at)
    rows = read.connection.execute(select(*columns).where(*mine, BOOKING.kind != "block")).all()
    how_many = Counter(row.status for row in rows)
    done = [row for row in rows if row.status == "done"]
    agreed: Counter[str] = Counter()
    for row in done:
        agreed[row.currency] += row.price or 0
    return Totals(
        sessions=len(done),
        no_shows=how_many["no_show"],
        cancelled=how_many["cancelled"],
        planned_minutes=_minutes((row.starts_at, row.ends_at) for row in done),
        worked_minutes=_worked(read, mine),
        agreed=tuple(Money(minor, currency) for currency, minor in sorted(agreed.items()) if minor),
    )


@query(SEE)
def policy(read: Read, number: int | None = None) -> Policy:
    """The edition in force, or the one with this number."""
    return policy_of(read.connection, number)


@query(SEE)
def policy_signed(read: Read, client_id: UUID) -> SignedTerm | None:
    """The edition of the rules this client signed last, and when; nothing until they sign one."""
    return registry().signed_term(read.connection, head_of(read.connection, client_id), TERM)


@query(SEE)
def deposit_rules(read: Read) -> list[Rule]:
    """What the studio asks for beyond what its services say."""
    names = ("id", "booking_kind", "artist_id", "kind", "percent")
    found = select(*(RULE[name] for name in names), RULE.amount, RULE.currency).order_by(RULE.booking_kind, RULE.id)
    return [
        Rule(*row[:5], fixed=None if row.amount is None else Money(row.amount, row.currency))
        for row in read.connection.execute(found)
    ]


def _worked(read: Read, mine: Sequence[ColumnElement[bool]]) -> int:
    """Minutes of the timers, pauses left out."""
    found = select(TIMER.started_at, TIMER.stopped_at).join(BOOKING.id.table, BOOKING.id == TIMER.booking_id)
    rows = read.connection.execute(found.where(*mine, TIMER.stopped_at.is_not(None)))
    return _minutes((row.started_at, row.stopped_at) for row in rows)


def _minutes(spans: Iterable[tuple[datetime, datetime]]) -> int:
    """Added up here: databases disagree about spans of time."""
    return int(sum((end - start).total_seconds() for start, end in spans)) // 60
