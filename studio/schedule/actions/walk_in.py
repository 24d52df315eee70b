"""Walk-ins: somebody at the door, booked in two taps with whoever's turn it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from studio.catalog.rules.cleaning import number
from studio.kernel.work import Work, action
from studio.schedule import refusals
from studio.schedule.models import Booking
from studio.schedule.planning import offered
from studio.schedule.rules.booking import services as clean_services
from studio.schedule.rules.when import LONGEST, SHORTEST
from studio.schedule.taking import made
from studio.schedule.turns import turns_now

USUAL = 60


@action("schedule.walk_in.book", needs="schedule.booking.edit")
def book_walk_in(work: Work, details: Mapping[str, Any]) -> Booking:
    """Book whoever walked in with the artist whose turn it is, as soon as they are free today.

    `details` are those of a booking without its time; `artist_id` where they want somebody, `minutes` where no service
    says how long. Raises NobodyIsFree when nobody has the time left today.
    """
    named = clean_services(details.get("services") or (), work.house.settings["studio.currency"])
    services = offered(work, named, None)
    minutes = number(details.get("minutes"), SHORTEST, LONGEST) or sum(one["minutes"] for one in services) or USUAL
    only: UUID | None = details.get("artist_id")
    before, after = _buffers(work, details)
    turns = turns_now(work.connection, work.house, work.now, minutes, before=before, after=after, only=only)
    if not turns:
        raise refusals.NobodyIsFree(minutes=minutes)
    first = turns[0]
    held = {"buffer_before": before, "buffer_after": after, "artist_id": first.artist_id}
    times = {"starts_at": first.start, "ends_at": first.start + timedelta(minutes=minutes)}
    told = {name: value for name, value in details.items() if name not in ("minutes", "starts_local", "fold")}
    return made(work, {**told, **held, **times, "kind": "walk_in"})


def _buffers(work: Work, details: Mapping[str, Any]) -> tuple[int, int]:
    """They are here and wait: nothing is set up for them beforehand; cleaning after them stays."""
    after = details.get("buffer_after")
    usual = work.house.settings["schedule.buffer_after"]
    return int(details.get("buffer_before") or 0), int(usual if after is None else after)
