"""Time ranges touch without overlapping and count real hours."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from studio.kernel.time import Clock, TimeRange


def at(hour: int) -> datetime:
    return datetime(2026, 3, 1, hour, tzinfo=UTC)


def test_touching_ranges_do_not_overlap() -> None:
    assert not TimeRange(at(10), at(11)).overlaps(TimeRange(at(11), at(12)))
    assert TimeRange(at(10), at(12)).overlaps(TimeRange(at(11), at(13)))


def test_the_end_is_not_inside() -> None:
    assert at(10) in TimeRange(at(10), at(11))
    assert at(11) not in TimeRange(at(10), at(11))


def test_an_end_before_the_start_is_no_range() -> None:
    with pytest.raises(ValueError, match="ends after"):
        TimeRange(at(11), at(11))
    with pytest.raises(ValueError, match="zones"):
        TimeRange(datetime(2026, 1, 1), datetime(2026, 1, 2))  # noqa: DTZ001  the mistake this test is about


def test_length_counts_real_hours_when_clocks_change() -> None:
    rome = ZoneInfo("Europe/Rome")
    night = TimeRange(datetime(2026, 3, 28, 22, tzinfo=rome), datetime(2026, 3, 29, 6, tzinfo=rome))
    assert night.length == timedelta(hours=7)


def test_today_is_the_date_on_the_studios_wall() -> None:
    clock = Clock(lambda: datetime(2026, 1, 1, 1, 30, tzinfo=UTC))
    assert clock.today("America/Sao_Paulo").day == 31
    assert clock.today("Europe/Rome").day == 1
