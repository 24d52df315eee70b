"""Until when an alert is put off, on the studio's clock."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from studio.messages.refusals import SnoozeIsUnknown

MORNING = time(9)
CHOICES = ("hour", "tomorrow", "week")


def snooze_until(choice: str, now: datetime, zone: str) -> datetime:
    """One hour from now, tomorrow at nine, or Monday of next week at nine."""
    here = now.astimezone(ZoneInfo(zone))
    if choice == "hour":
        return now + timedelta(hours=1)
    days = {"tomorrow": 1, "week": 7 - here.weekday()}.get(choice)
    if days is None:
        raise SnoozeIsUnknown("until")
    morning = datetime.combine(here.date() + timedelta(days=days), MORNING, ZoneInfo(zone))
    return morning.astimezone(UTC)
