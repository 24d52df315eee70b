"""What can have happened in upkeep."""

from __future__ import annotations

from dataclasses import dataclass

from studio.kernel.facts import Fact


@dataclass(frozen=True)
class SettingChanged(Fact):
    """A setting of the studio has a new value."""

    key: str
