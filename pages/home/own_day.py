"""An artist's own day: who is here, what comes with the gaps between, tomorrow, and what is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from components.app.moments import reading_locale, show_time
from components.lane import BoardCard, BoardLane
from pages.catalog.showing import minutes_text
from pages.home.benches import WORTH
from pages.home.lanes import Lights, lane_of, stood
from pages.home.showing import Sight, card_of
from studio.kernel.text import t
from studio.kernel.time import TimeRange
from studio.schedule.queries.today import Day, DayCard
from studio.schedule.rules.steps import FREE


def own_lanes(today: Day, tomorrow: Day, lights: Lights, sight: Sight) -> tuple[BoardLane, ...]:
    """In the order in which they matter."""
    found: dict[str, list[DayCard]] = {"expected": [], "waiting": [], "chair": [], "done": []}
    for one in filter(stood, today.cards):
        found[lane_of(one.booking.status)].append(one)
    here = [_drawn(one, lights, sight) for one in (*found["chair"], *found["waiting"])]
    later = _with_gaps(found["expected"], today, lights, sight)
    ahead = [one for one in tomorrow.cards if one.booking.status not in FREE]
    lanes = (
        BoardLane("now", t("Now"), t("Now"), tuple(map(_foremost, here)), len(here),
                  empty=t("Nobody is in your chair"), hint=t("Whoever is checked in stands here.")),
        BoardLane("expected", t("Later today"), t("Later"), later, len(found["expected"]), drawing="compass",
                  meta=_next(found["expected"], sight.now),
                  empty=t("Nothing else today"), hint=t("Your bookings and your free time stand here.")),
        BoardLane("tomorrow", t("Tomorrow"), t("Tomorrow"), tuple(_plain(one, lights, sight) for one in ahead),
                  len(ahead), meta=_weekday(tomorrow.day), drawing="swallow", empty=t("Nothing is booked")),
        BoardLane("done", t("Done"), t("Done"), tuple(_drawn(one, lights, sight) for one in found["done"]),
                  len(found["done"]), drawing="flower"),
    )  # fmt: skip
    return lanes if found["done"] else lanes[:-1]


def _drawn(one: DayCard, lights: Lights, sight: Sight) -> BoardCard:
    """Their own name stands on none of their cards."""
    return replace(card_of(one, lights.get(one.booking.id), sight), artist="")


def _foremost(card: BoardCard) -> BoardCard:
    """What is to be done with whoever is here is the filled button."""
    return replace(card, act=replace(card.act, primary=True)) if card.act else card


def _plain(one: DayCard, lights: Lights, sight: Sight) -> BoardCard:
    """Something of another day: nothing is done with it yet."""
    return replace(_drawn(one, lights, sight), act=None, also=None, money=())


def _with_gaps(cards: list[DayCard], day: Day, lights: Lights, sight: Sight) -> tuple[BoardCard, ...]:
    told = [(one.booking.starts_at, _drawn(one, lights, sight)) for one in cards]
    told += [(gap.start, _gap(gap)) for gap in gaps(day, sight.now)]
    return tuple(card for _, card in sorted(told, key=lambda pair: pair[0]))


def gaps(day: Day, now: datetime) -> Iterator[TimeRange]:
    """What is left of the day and nobody holds."""
    for bench in day.benches:
        for span in bench.free:
            start = max(span.start, now.replace(second=0, microsecond=0))
            if span.end - start >= WORTH:
                yield TimeRange(start, span.end)


def _gap(span: TimeRange) -> BoardCard:
    minutes = int((span.end - span.start).total_seconds()) // 60
    words = t("Free to {time}, {length}", time=show_time(span.end), length=minutes_text(minutes))
    return BoardCard(id=f"gap{span.end:%H%M}", title=words, time=show_time(span.start), gap=True)


def _weekday(day: date) -> str:
    from babel.dates import format_date

    return str(format_date(day, "EEEE", locale=reading_locale()))


def _next(cards: list[DayCard], now: datetime) -> str:
    ahead = next((one.booking.starts_at for one in cards if one.booking.starts_at > now), None)
    if ahead is None:
        return ""
    return t("next in {time}", time=minutes_text(int((ahead - now).total_seconds()) // 60 + 1))
