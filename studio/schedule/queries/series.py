"""The dates of a series before it is booked: which of them are free, and what is in the way of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from studio.kernel.refusal import Refusal
from studio.kernel.work import Read, query
from studio.schedule.obstacles import Wanted, look, obstacles
from studio.schedule.refusals import TimeIsDoubtful
from studio.schedule.rules.when import when_of

SEE = "schedule.booking.see"
PEOPLE = ("client_id", "artist_id", "station_id")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One date: what is in the way, in words; and the two moments where the clock does not say which is meant."""

    trouble: str = ""
    choices: tuple[datetime, ...] = ()


@query(SEE)
def occasions(
    read: Read, details: Mapping[str, Any], minutes: int, starts: Sequence[Mapping[str, Any]]
) -> list[Occasion]:
    """What speaks against such a booking at each of these starts; nothing where it is free."""
    return [_occasion(read, details, minutes, start) for start in starts]


def _occasion(read: Read, details: Mapping[str, Any], minutes: int, start: Mapping[str, Any]) -> Occasion:
    settings = read.house.settings
    around = [details.get(name) for name in ("buffer_before", "buffer_after")]
    usual = [settings["schedule.buffer_before"], settings["schedule.buffer_after"]]
    before, after = (mean if told is None else told for told, mean in zip(around, usual, strict=True))
    try:
        when = when_of(start, settings["studio.zone"], read.house.clock.now(), minutes)
        since, until = when.held(before, after)
        whose: dict[str, Any] = {name: details.get(name) for name in PEOPLE}
        wanted = Wanted(when, since, until, **whose)
        found = next(obstacles(read.connection, wanted, look(read.connection, wanted)), None)
    except TimeIsDoubtful as doubt:
        return Occasion(doubt.text(), doubt.choices)
    except Refusal as refusal:
        return Occasion(refusal.text())
    return Occasion(found.text() if found else "")
