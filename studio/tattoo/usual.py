"""What counts where a piece says nothing of its own."""

from __future__ import annotations

from studio.kernel.settings import Settings

HEALING, TOUCH_UPS, TOUCH_UP_DAYS = "tattoo.healing_days", "tattoo.touch_ups", "tattoo.touch_up_days"


def healing_days(settings: Settings, own: int | None, of_service: int | None) -> int:
    """Days between two sessions: the piece's own, else its service's, else the studio's."""
    if own is not None:
        return own
    return of_service or int(settings[HEALING])


def touch_ups(settings: Settings, own: int | None) -> int:
    """How many are free."""
    return int(settings[TOUCH_UPS]) if own is None else own


def touch_up_days(settings: Settings) -> int:
    """How long after the last session one is free."""
    return int(settings[TOUCH_UP_DAYS])
