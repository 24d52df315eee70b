"""Numbers the owner may choose: none of them can close the studio to the owner too."""

from __future__ import annotations

import pytest

from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.refusal import Refusal
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting


def numbers(studio: House) -> list[str]:
    return [setting.key for setting in studio.settings if setting.type is int]


def test_no_number_is_without_its_bounds(studio: House) -> None:
    """Nobody could sign in again after an idle time of 0 minutes, or a working day of a million years."""
    for key in numbers(studio):
        for odd in (-1, 0, 999_999_999):
            with pytest.raises(Refusal) as refused:
                perform(CONSOLE, change_setting, key, odd)
            assert refused.value.field == key
