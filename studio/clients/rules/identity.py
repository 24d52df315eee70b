"""Identity documents: their number is kept whole and shown by its end alone."""

from uuid import UUID

from studio.clients import refusals
from studio.clients.rules.cleaning import clean_text

HIDDEN = "•"
SHOWN = 4


def clean_number(typed: object) -> str:
    """The number as it stands on the document. What was shown shortened is no number."""
    number = clean_text(typed, 80)
    if HIDDEN in number:
        raise refusals.NumberIsShortened
    return number


def masked(number: str) -> str:
    """The end of a long number, nothing of a short one."""
    if not number:
        return ""
    return HIDDEN * 4 + (number[-SHOWN:] if len(number) > SHOWN * 2 - 1 else "")


def clean_id(value: object) -> UUID | None:
    """Which client is meant, or nobody."""
    if value is None or isinstance(value, UUID):
        return value
    typed = clean_text(value, 40)
    try:
        return UUID(typed) if typed else None
    except ValueError:
        raise refusals.IntroducerIsUnknown from None
