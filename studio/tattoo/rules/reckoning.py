"""Hours and money of a piece: what was agreed, done, booked and is left. Whole minor units and seconds, no floats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from studio.kernel.money import Money
from studio.tattoo.rules.steps import AHEAD, SESSIONS

HOUR = 3600
LIVE = AHEAD | {"in_progress", "done"}


@dataclass(frozen=True, slots=True)
class Session:
    """A booking about a piece, as far as its reckoning and its healing need it."""

    id: UUID
    code: str
    kind: str
    status: str
    day: date
    """On the studio's wall."""
    starts_at: datetime
    ends_at: datetime
    artist_id: UUID | None
    artist: str
    price: int | None
    worked: int
    """Seconds under the needle by the timer."""

    @property
    def seconds(self) -> int:
        """How long it took: by the timer, else as booked."""
        return self.worked or int((self.ends_at - self.starts_at).total_seconds())

    @property
    def counts(self) -> bool:
        """Whether it is one of the sessions that were planned."""
        return self.kind in SESSIONS and self.status in LIVE


@dataclass(frozen=True, slots=True)
class Quote:
    """What was agreed to pay. `least` and `most` are the whole price; equal where it is fixed, None where unknown."""

    kind: str
    least: Money | None
    most: Money | None
    hour_price: Money | None
    minutes_least: int | None
    minutes_most: int | None
    until: date | None
    quoted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Planned, done, booked ahead, left. Left is never below nothing; `over` says by how much more was done."""

    sessions_planned: int
    sessions_done: int
    sessions_ahead: int
    minutes_planned: int | None
    minutes_done: int
    minutes_ahead: int
    minutes_left: int | None
    """Neither done nor booked."""
    money_done: Money
    money_ahead: Money
    money_left_least: Money | None
    """Of the quote, not done yet."""
    money_left_most: Money | None
    over: Money | None

    @property
    def sessions_left(self) -> int:
        """Neither done nor booked."""
        return max(0, self.sessions_planned - self.sessions_done - self.sessions_ahead)


def hourly(price: int, seconds: int) -> int:
    """So many seconds at a price by the hour, rounded half up to the minor unit."""
    return (price * seconds * 2 + HOUR) // (HOUR * 2)


def quote_of(currency: str, least: int | None, most: int | None, hour_price: int | None, **rest: object) -> Quote:
    """The quote from its columns; by the hour, the whole price follows from the hours."""
    shortest, longest = rest.get("minutes_least"), rest.get("minutes_most")
    if rest.get("kind") == "hourly" and hour_price is not None:
        least = hourly(hour_price, int(str(shortest or 0)) * 60)
        most = hourly(hour_price, int(str(longest or 0)) * 60)

    def money(minor: int | None) -> Money | None:
        return None if minor is None else Money(minor, currency)

    return Quote(least=money(least), most=money(most), hour_price=money(hour_price), **rest)  # type: ignore[arg-type]  # columns of ours


def reckoned(quote: Quote, sessions: Iterable[Session], currency: str, planned: int, minutes: int | None) -> Reckoning:
    """All figures of a piece from its quote and its bookings."""
    counted = [one for one in sessions if one.status in LIVE]
    done = [one for one in counted if one.status in ("done", "in_progress")]
    ahead = [one for one in counted if one.status in AHEAD]
    money_done, money_ahead = _money(done, quote, currency), _money(ahead, quote, currency)
    long_done, long_ahead = _minutes(done), _minutes(ahead)
    planned_minutes = minutes if minutes is not None else quote.minutes_most
    return Reckoning(
        sessions_planned=planned,
        sessions_done=sum(one.counts and one.status == "done" for one in done),
        sessions_ahead=sum(one.counts for one in ahead),
        minutes_planned=planned_minutes,
        minutes_done=long_done,
        minutes_ahead=long_ahead,
        minutes_left=None if planned_minutes is None else max(0, planned_minutes - long_done - long_ahead),
        money_done=money_done,
        money_ahead=money_ahead,
        money_left_least=_left(quote.least, money_done),
        money_left_most=_left(quote.most, money_done),
        over=money_done - quote.most if quote.most is not None and quote.most < money_done else None,
    )


def price_of(one: Session, quote: Quote) -> int:
    """What it costs: as agreed for it, else by the hour where the quote is."""
    if one.price is not None:
        return one.price
    if quote.kind == "hourly" and quote.hour_price is not None and one.kind in SESSIONS:
        return hourly(quote.hour_price.minor, one.seconds)
    return 0


def _money(sessions: Sequence[Session], quote: Quote, currency: str) -> Money:
    return Money(sum(price_of(one, quote) for one in sessions), currency)


def _minutes(sessions: Sequence[Session]) -> int:
    return sum(one.seconds for one in sessions if one.kind in SESSIONS) // 60


def _left(whole: Money | None, done: Money) -> Money | None:
    return None if whole is None else max(whole - done, Money(0, whole.currency))


# ── healing ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Healing:
    """The skin's rest after the last session that was done."""

    days: int
    since: date | None
    until: date | None
    """The first day on which the same skin may be worked on again."""

    def day(self, today: date) -> int | None:
        """Which day of healing it is; None before the first session."""
        return None if self.since is None else (today - self.since).days

    def lasts(self, today: date) -> bool:
        return self.until is not None and today < self.until


@dataclass(frozen=True, slots=True)
class TouchUps:
    """Free touch-ups: how many there are, how many are used or booked, and until when."""

    free: int
    used: int
    until: date | None

    @property
    def left(self) -> int:
        return max(0, self.free - self.used)


def healing_of(sessions: Iterable[Session], days: int) -> Healing:
    """Since the last session done."""
    last = max((one.day for one in sessions if one.kind != "consult" and one.status == "done"), default=None)
    return Healing(days, last, last + timedelta(days=days) if last else None)


def touch_ups_of(sessions: Sequence[Session], free: int, until: date | None, days: int) -> TouchUps:
    """What is left of those that are free."""
    used = sum(one.kind == "touch_up" and one.status in LIVE for one in sessions)
    last = max((one.day for one in sessions if one.counts and one.status == "done"), default=None)
    return TouchUps(free, used, until or (last + timedelta(days=days) if last else None))


def nearest(days: Iterable[date], wanted: date) -> date | None:
    """The one of these days that lies closest."""
    return min(days, key=lambda day: abs((day - wanted).days), default=None)


def first_day(sessions: Iterable[Session], days: int, today: date) -> date:
    """The first day on which another session fits behind all that are done or booked."""
    last = max((one.day for one in sessions if one.kind != "consult" and one.status in LIVE), default=None)
    return today if last is None else max(today, last + timedelta(days=days))
