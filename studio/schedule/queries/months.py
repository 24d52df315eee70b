"""What an artist's months add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.kernel.money import Money
from studio.kernel.work import Read, query
from studio.schedule.models import BookingTimer
from studio.schedule.queries.calendar import BOOKING, SEE, own

TIMER = columns_of(BookingTimer).c


@dataclass(frozen=True, slots=True)
class Month:
    """One month on the studio's wall; `quoted` is all that was not called off, `earned` what is done."""

    first: date
    sessions: int
    planned_minutes: int
    worked_minutes: int
    no_shows: int
    cancelled: int
    quoted: tuple[Money, ...]
    earned: tuple[Money, ...]


@query(SEE)
def months_of(read: Read, artist_id: UUID, since: datetime, until: datetime) -> list[Month]:
    """The months with bookings, the latest first, in two statements; only one's own for whoever sees no others."""
    mine = [BOOKING.artist_id == artist_id, BOOKING.starts_at >= since, BOOKING.starts_at < until]
    mine += [BOOKING.kind != "block", *([] if read.scope == "all" else [own(read)])]
    names = ("id", "status", "currency", "price", "starts_at", "ends_at", "starts_local")
    rows = read.connection.execute(select(*(BOOKING[name] for name in names)).where(*mine)).all()
    stretches = select(TIMER.booking_id, TIMER.started_at, TIMER.stopped_at).join(
        BOOKING.id.table, BOOKING.id == TIMER.booking_id
    )
    worked: Counter[UUID] = Counter()
    for one in read.connection.execute(stretches.where(*mine, TIMER.stopped_at.is_not(None))):
        worked[one.booking_id] += int((one.stopped_at - one.started_at).total_seconds())
    months: dict[str, list[Any]] = {}
    for row in rows:
        months.setdefault(row.starts_local[:7], []).append(row)
    return [_month(key, months[key], worked) for key in sorted(months, reverse=True)]


def _month(key: str, rows: list[Any], worked: Mapping[UUID, int]) -> Month:
    states = Counter(row.status for row in rows)
    done = [row for row in rows if row.status == "done"]
    return Month(
        first=date.fromisoformat(f"{key}-01"),
        sessions=len(done),
        planned_minutes=int(sum((row.ends_at - row.starts_at).total_seconds() for row in done)) // 60,
        worked_minutes=sum(worked.get(row.id, 0) for row in rows) // 60,
        no_shows=states["no_show"],
        cancelled=states["cancelled"],
        quoted=_money(row for row in rows if row.status not in ("cancelled", "no_show")),
        earned=_money(done),
    )


def _money(rows: Iterable[Any]) -> tuple[Money, ...]:
    sums: Counter[str] = Counter()
    for row in rows:
        sums[row.currency] += row.price or 0
    return tuple(Money(minor, currency) for currency, minor in sorted(sums.items()) if minor)
