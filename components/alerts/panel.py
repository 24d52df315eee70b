"""The panel under the bell: the latest alerts, each with its thing, read or put off with one press."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nicegui.element import Element

from components.app import icons
from components.app.hearing import hear
from components.app.marks import Kind
from studio.kernel.text import t

Does = Callable[[str, str], Awaitable[Any]]
"""What is done with one alert: (one of ACTS, or `all`; its id)."""
ACTS = ("open", "read", "hour", "tomorrow", "week")


@dataclass(frozen=True)
class Line:
    """One alert as the panel shows it."""

    id: str
    kind: Kind
    urgency: str
    sentence: str
    when: str
    to: str = ""
    fresh: bool = True


class AlertPanel(Element, component="panel.js"):
    """Empty until it is opened: `load` is asked then. `to` is where all alerts are."""

    def __init__(self, load: Callable[[], Awaitable[Sequence[Line]]], do: Does, *, to: str) -> None:
        super().__init__()
        self._load, self._do = load, do
        self._props.update({"rows": None, "to": to, "words": _words(), "icons": icons.sprite_address()})
        self.on("opened", self.load)
        hear(self, "act", self._act, name=str, id=str)

    async def _act(self, name: str, id: str) -> None:  # noqa: A002  as the script calls it
        """Only with what stands in the panel."""
        if name == "all" or (name in ACTS and any(row["id"] == id for row in self._props["rows"] or [])):
            await self._do(name, id)

    async def load(self) -> None:
        """Show what is news now."""
        self._props["rows"] = [asdict(line) for line in await self._load()]

    @property
    def opened(self) -> bool:
        """Whether somebody has looked into it."""
        return self._props["rows"] is not None

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [row["sentence"] for row in self._props["rows"] or []]


def _words() -> dict[str, str]:
    return {
        "title": t("Alerts"),
        "readAll": t("Mark all as read"),
        "read": t("Mark as read"),
        "snooze": t("Put it off"),
        "hour": t("For an hour"),
        "tomorrow": t("Until tomorrow"),
        "week": t("Until next week"),
        "all": t("All alerts"),
        "none": t("Nothing needs you"),
        "hint": t("What you should know of arrives here."),
        "fresh": t("new"),
        "loading": t("Loading"),
    }
