"""Dates are written as in the studio's country, also for readers of another tongue."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from components.app.moments import show_date, show_time
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.text import speaking
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting

NOON = datetime(2026, 5, 3, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("locale", "spoken", "day", "time"),
    [
        ("en-US", "en", "May 3, 2026", "12:05\u202fPM"),
        ("en-GB", "en", "3 May 2026", "12:05"),
        ("pt-BR", "en", "3 May 2026", "12:05"),
        ("pt-BR", "pt-BR", "3 de mai. de 2026", "12:05"),
        ("en-GB", "pt-BR", "3 de mai. de 2026", "12:05"),
    ],
)
def test_a_date_is_written_as_its_readers_do(studio: House, locale: str, spoken: str, day: str, time: str) -> None:
    perform(CONSOLE, change_setting, "studio.locale", locale)
    perform(CONSOLE, change_setting, "studio.zone", "UTC")
    with speaking(spoken):
        assert show_date(date(2026, 5, 3)) == day
        assert show_time(NOON) == time
