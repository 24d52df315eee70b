"""The day in lanes: who is expected, who waits, who is in the chair, who is done; long ones folded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from components.app.moments import show_time
from components.lane import Act, BoardLane
from pages.catalog.showing import minutes_text
from pages.home.showing import Sight, card_of
from studio.extension.lights import Light
from studio.kernel.text import nt, t
from studio.schedule.queries.today import Day, DayCard
from studio.schedule.rules.steps import AHEAD, FREE

FOLDED = 5
"""So many cards a lane shows; one more is not worth a fold."""
FURTHER = 50
"""So many more are unfolded at a time."""
NEW, WALK_IN = "new", "walk_in"
Lights = Mapping[UUID, Light]


def lane_of(status: str) -> str:
    """Where a booking stands on the board."""
    return {"checked_in": "waiting", "in_progress": "chair"}.get(status, "expected" if status in AHEAD else "done")


def stood(one: DayCard) -> bool:
    """Whether it has a place on the board: what the studio took back has none, unless a deposit goes back."""
    taken_back = one.booking.status == "cancelled" and one.ended_by == "studio"
    return not taken_back or one.booking.deposit_state == "recorded"


def lanes_of(
    day: Day, lights: Lights, sight: Sight, *, room: Mapping[str, int], step: Act | None, walks: bool
) -> tuple[BoardLane, ...]:
    """The four lanes; `room` says how many cards of each are in sight, `step` and `walks` what empty ones offer."""
    found: dict[str, list[DayCard]] = {"expected": [], "waiting": [], "chair": [], "done": []}
    for one in filter(stood, day.cards):
        found[lane_of(one.booking.status)].append(one)
    found["waiting"].sort(key=lambda one: one.booking.checked_in_at or one.booking.starts_at)
    found["done"].sort(key=_ended, reverse=True)
    nobody = t("Nobody else is expected") if day.cards else t("Nobody is expected")
    return (
        _lane("expected", found, lights, sight, room, t("Expected"), t("Expected"), _next(found["expected"], sight.now),
              drawing="compass", empty=nobody, hint=t("Bookings of today stand here."),
              step=step),
        _lane("waiting", found, lights, sight, room, t("Waiting"), t("Waiting"), _longest(found["waiting"], sight.now),
              drawing="swallow", empty=t("Nobody is waiting"), hint=t("Whoever is checked in waits here."),
              step=Act(WALK_IN, t("Add a walk-in")) if walks else None, first=True),
        _lane("chair", found, lights, sight, room, t("In the chair"), t("In chair"), _places(found["chair"], day),
              drawing="chair", empty=t("Nobody is in the chair"), hint=t("Sessions with their timer run here.")),
        _lane("done", found, lights, sight, room, t("Done"), t("Done"), _missed(found["done"]),
              drawing="flower", empty=t("Nothing is done yet"), hint=t("What is finished or called off ends here.")),
    )  # fmt: skip


def _lane(
    key: str, found: Mapping[str, list[DayCard]], lights: Lights, sight: Sight, room: Mapping[str, int],
    title: str, short: str, meta: str, *,
    drawing: str, empty: str, hint: str, step: Act | None = None, first: bool = False,
) -> BoardLane:  # fmt: skip
    cards = found[key]
    shown, rest = folded(cards, room.get(key, FOLDED))
    drawn = tuple(card_of(one, lights.get(one.booking.id), sight) for one in shown)
    more = _more(rest, ended=key == "done")
    return BoardLane(key, title, short, drawn, len(cards), meta, more, drawing, empty, hint, step, first)


def folded(cards: Sequence[DayCard], room: int) -> tuple[Sequence[DayCard], Sequence[DayCard]]:
    """Those in sight, and the rest."""
    if len(cards) <= room + 1:
        return cards, ()
    return cards[:room], cards[room:]


def _more(rest: Sequence[DayCard], *, ended: bool) -> str:
    if not rest:
        return ""
    if ended:
        return t("{n} more", n=len(rest))
    return t("{n} more from {time}", n=len(rest), time=show_time(rest[0].booking.starts_at))


def _next(cards: Sequence[DayCard], now: datetime) -> str:
    ahead = next((one.booking.starts_at for one in cards if one.booking.starts_at >= now), None)
    return t("next {time}", time=show_time(ahead)) if ahead else ""


def _longest(cards: Sequence[DayCard], now: datetime) -> str:
    since = [one.booking.checked_in_at for one in cards if one.booking.checked_in_at]
    if not since:
        return ""
    return t("longest {time}", time=minutes_text(max(0, int((now - min(since)).total_seconds()) // 60)))


def _places(cards: Sequence[DayCard], day: Day) -> str:
    used = len({one.booking.station_id for one in cards if one.booking.station_id})
    return nt("{used} of {n} station", "{used} of {n} stations", day.stations, used=used) if day.stations else ""


def _missed(cards: Sequence[DayCard]) -> str:
    missed = sum(one.booking.status in FREE for one in cards)
    return t("{n} called off or missed", n=missed) if missed else ""


def _ended(one: DayCard) -> datetime:
    return one.booking.finished_at or one.booking.starts_at


def sums_of(day: Day) -> list[str]:
    """The day in figures: booked, walk-ins, done."""
    if not day.cards:
        return [t("Nothing is booked today")]
    held = [one for one in day.cards if one.booking.status not in FREE]
    walked, done = (
        sum(one.booking.kind == "walk_in" for one in held),
        sum(one.booking.status == "done" for one in held),
    )
    return [
        nt("{n} booking", "{n} bookings", len(held)),
        *([nt("{n} walk-in", "{n} walk-ins", walked)] if walked else []),
        nt("{n} done", "{n} done", done),
    ]
