"""Time on the wall in ten zones, 2020 to 2035: nothing vanishes, nothing doubles, and nobody guesses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from studio.schedule.refusals import FoldTime, GapTime
from studio.schedule.rules.localtime import day_span, moment_of, moments_of, near, wall
from studio.schedule.rules.when import when_of

ZONES = (
    "Europe/London", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "America/Santiago",
    "Australia/Lord_Howe", "Pacific/Auckland", "Africa/Casablanca", "Asia/Tehran", "Africa/Kampala",
)  # fmt: skip
FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2035, 12, 31, tzinfo=UTC)
HOUR = timedelta(hours=1)


def changes(zone: str) -> Iterator[tuple[datetime, timedelta]]:
    """The moments at which the clocks of a zone change, and by how much; found by halving a day, not by a table."""
    place = ZoneInfo(zone)
    day = FIRST
    while day < LAST:
        low, high = day, day + timedelta(days=1)
        before, after = low.astimezone(place).utcoffset(), high.astimezone(place).utcoffset()
        assert before is not None
        assert after is not None
        if before != after:
            while high - low > timedelta(minutes=1):
                middle = low + (high - low) / 2
                low, high = (middle, high) if middle.astimezone(place).utcoffset() == before else (low, middle)
            yield high.replace(second=0, microsecond=0), after - before
        day += timedelta(days=1)


@pytest.mark.parametrize("zone", ZONES)
def test_every_change_of_clocks_is_told(zone: str) -> None:
    for at, step in changes(zone):
        edge = datetime.fromisoformat(wall(at - timedelta(minutes=1), zone)) + timedelta(minutes=1)
        inside = edge + step / 2
        found = moments_of(inside, zone)
        if step > timedelta(0):
            assert found == []
            with pytest.raises(GapTime) as gap:
                moment_of(inside, zone)
            before, after = gap.value.choices
            assert before < at <= after
            assert after - before == step
            continue
        assert len(found) == 2
        with pytest.raises(FoldTime) as fold:
            moment_of(inside, zone)
        assert list(fold.value.choices) == found
        assert [moment_of(inside, zone, which) for which in ("first", "second")] == found
        assert found[1] - found[0] == -step
        assert {wall(one, zone) for one in found} == {f"{inside:%Y-%m-%dT%H:%M}"}


@pytest.mark.parametrize("zone", ZONES)
def test_a_booking_lasts_what_it_lasts_and_days_follow_each_other(zone: str) -> None:
    now = datetime(2034, 1, 1, tzinfo=UTC)
    for at, _ in changes(zone):
        evening = (at.astimezone(ZoneInfo(zone)) - timedelta(days=1)).replace(hour=22, minute=0, tzinfo=None)
        when = when_of({"starts_local": f"{evening:%Y-%m-%dT%H:%M}", "minutes": 480}, zone, now, 60)
        assert when.ends_at - when.starts_at == 8 * HOUR
        assert when.starts_local == f"{evening:%Y-%m-%dT%H:%M}"
        day = at.astimezone(ZoneInfo(zone)).date()
        assert day_span(day, zone)[1] == day_span(day + timedelta(days=1), zone)[0]
        assert near(day, "24:00", zone, end=True) >= near(day, "23:59", zone)


def test_the_same_hour_every_week_stays_the_same_hour_on_the_wall() -> None:
    starts = [datetime(2026, 3, 16, 10) + timedelta(weeks=week) for week in range(4)]  # noqa: DTZ001  on the wall
    assert [moment_of(start, "Europe/London").hour for start in starts] == [10, 10, 9, 9]
    assert [wall(moment_of(start, "Europe/London"), "Europe/London")[11:] for start in starts] == ["10:00"] * 4
