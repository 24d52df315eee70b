"""Days, moments and numbers as documents write them, in the language they are drawn in."""

from __future__ import annotations

from datetime import date, datetime

from studio.kernel.house import House
from studio.kernel.text import language


def day_text(day: date) -> str:
    """7 October 2026."""
    from babel.dates import format_date

    return str(format_date(day, _pattern(), locale=_locale()))


def moment_text(place: House, at: datetime) -> str:
    """The day and the studio's wall clock, to the minute."""
    from babel.dates import format_datetime, get_timezone

    zone = get_timezone(place.settings["studio.zone"])
    return str(format_datetime(at, f"{_pattern()}, HH:mm", tzinfo=zone, locale=_locale()))


def phone_text(number: str) -> str:
    """+44 7700 900021, as one dials it from anywhere; what is no number stays as it was kept."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def _pattern() -> str:
    return "d 'de' MMMM 'de' y" if language().startswith("pt") else "d MMMM y"


def _locale() -> str:
    return language().replace("-", "_")
