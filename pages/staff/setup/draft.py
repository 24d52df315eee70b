"""What was typed so far: raw, step by step, kept sealed by the house so that the next start goes on here."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from typing import Any

from pages.forms import Typed
from studio.kernel.actor import CONSOLE
from studio.kernel.work import perform
from studio.staff.actions import keep_setup
from studio.staff.setting_up import kept_setup

LONGEST, MOST = 2000, 40
"""Letters of one answer, and answers to one question."""


@dataclass
class Draft:
    """The wizard as it was left. A password is kept as its hash alone."""

    language: str = ""
    at: str = "studio"
    far: int = 0
    """The number of the furthest step that was opened."""
    typed: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)
    logo: str = ""
    password_hash: str = ""

    def of(self, step: str) -> Typed:
        """What was typed at a step."""
        return Typed(self.typed.get(step, {}))

    def take(self, step: str, fields: tuple[str, ...], typed: Typed) -> None:
        """Keep what was sent for the fields of a step."""
        sent = {name: typed.all[name] for name in fields if name in typed.all}
        self.typed[step] = {name: [value[:LONGEST] for value in values[:MOST]] for name, values in sent.items()}

    def mark(self, step: str, *, done: bool, later: bool = False) -> None:
        """Where this step stands now."""
        self.done = [one for one in self.done if one != step] + ([step] if done and not later else [])
        self.later = [one for one in self.later if one != step] + ([step] if later else [])

    def keep(self) -> None:
        """Store it. Raises AlreadySetUp once somebody has an account."""
        perform(CONSOLE, keep_setup, json.dumps(asdict(self)))


def read_draft() -> Draft:
    """As it was left; a fresh one at the first start, and where what is kept cannot be read."""
    kept: dict[str, Any] = {}
    with suppress(ValueError):
        kept = json.loads(kept_setup() or "{}")
    with suppress(TypeError):
        return Draft(**kept)
    return Draft()
