"""Numbers the owner may choose: none of them can close the studio to the owner too."""

from __future__ import annotations

import pytest

from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.refusal import Refusal
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting

NONE_IS_FINE = {"tattoo.touch_ups"}


def numbers(studio: House) -> list[tuple[str, int]]:
    return [(setting.key, setting.default) for setting in studio.settings if setting.type is int]


def test_no_number_is_without_its_bounds(studio: House) -> None:
    """Nobody could sign in again after an idle time of 0 minutes, or a working day of a million years."""
    for key, usual in numbers(studio):
        for odd in (-1, 999_999_999, *((0,) if usual and key not in NONE_IS_FINE else ())):
            with pytest.raises(Refusal) as refused:
                perform(CONSOLE, change_setting, key, odd)
            assert refused.value.field == key
