"""The strip: who is free, before anybody asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nicegui.element import Element


@dataclass(frozen=True)
class Bar:
    """A stretch of the day, in hundredths of it; `look` is `d` for what has begun, `off` for time not worked."""

    left: float
    width: float
    look: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody in the strip; `strong` words are those worth acting on."""

    id: str
    name: str
    whole: str
    pigment: int
    words: str
    strong: bool
    bars: tuple[Bar, ...]
    now: float | None


class Strip(Element, component="strip.js"):
    """`strip.show(people)` as often as there is news."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.people: Sequence[Person] = ()
        self._props.update({"label": label, "people": []})

    def show(self, people: Sequence[Person]) -> None:
        """Show these; the same again costs nothing."""
        if people != self.people:
            self.people = people
            self._props["people"] = [asdict(one) for one in people]

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [said for one in self.people for said in (one.name, one.words)]
