"""Days, moments and numbers of a packet as its document writes them, in the language it is drawn in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from studio.kernel.text import language

DAY = "d MMMM y"


def show_day(day: str) -> str:
    """7 October 2026, from the plain text that was kept."""
    from babel.dates import format_date

    return format_date(date.fromisoformat(day), _pattern(), locale=_locale())


def show_moment(times: Mapping[str, str]) -> str:
    """The studio's wall clock, to the minute."""
    return f"{_told(datetime.fromisoformat(times['local']), 'HH:mm')} ({times['zone']})"


def show_second(times: Mapping[str, str]) -> str:
    """The studio's wall clock and UTC, to the second: for evidence."""
    local, utc = datetime.fromisoformat(times["local"]), datetime.fromisoformat(times["utc"]).astimezone(UTC)
    told = f"{_told(local, 'HH:mm:ss')} ({times['zone']})"
    day = "" if utc.date() == local.date() else f"{show_day(utc.date().isoformat())}, "
    return f"{told} · {day}{utc:%H:%M:%S} UTC"


def show_phone(number: str) -> str:
    """+44 7700 900021, as one dials it from anywhere; what is no number stays as it was kept."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def _told(at: datetime, clock: str) -> str:
    from babel.dates import format_datetime

    return format_datetime(at, f"{_pattern()}, {clock}", locale=_locale())


def _pattern() -> str:
    return "d 'de' MMMM 'de' y" if language().startswith("pt") else DAY


def _locale() -> str:
    return language().replace("-", "_")
