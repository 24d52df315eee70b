"""The command palette. What it offers is asked when it first opens; only people on file are asked while one types."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from inspect import isawaitable
from typing import Any

from nicegui.element import Element

from components.app import icons
from components.app.hearing import hear
from components.app.marks import initials
from components.pickers.search_box import Choice, Search
from studio.kernel.text import t

LONGEST, REMEMBERED = 200, 6


@dataclass(frozen=True)
class Entry(Choice):
    """Something to open or do: `to` is an address, `act` the name of an act. `words` are others it is found by."""

    group: str = ""
    words: str = ""
    key: str = ""
    act: str = ""
    sought: bool = False
    """Shown only once it is looked for."""


@dataclass(frozen=True)
class Offer:
    """Where the palette gets what it shows: everything but clients at once, clients as one types."""

    entries: Callable[[], Awaitable[Sequence[Entry]]]
    search: Search
    recall: Callable[[Sequence[str]], Awaitable[Sequence[Choice]]]
    """What now stands at addresses that were opened before; nothing for those one may not see."""
    found: str = ""
    """The heading over what `search` finds."""
    acts: Mapping[str, Callable[[], Any]] = field(default_factory=dict)


class Palette(Element, component="palette.js"):
    """Opened by Ctrl+K, or by any button with `data-palette`. `who` keeps apart what people opened at one desk."""

    def __init__(self, offer: Offer, *, who: str) -> None:
        super().__init__()
        self._offer, self._latest = offer, 0
        self._props.update(
            {
                "who": who,
                "icons": icons.sprite_address(),
                "entries": [],
                "recent": [],
                "answer": {"n": 0, "hits": []},
                "words": _words(offer.found),
            }
        )
        hear(self, "open", self._opened, recent=list)
        hear(self, "ask", self._answer, n=int, q=str)
        hear(self, "act", self._act, str)

    async def _opened(self, recent: list[Any]) -> None:
        if not self._props["entries"]:
            self._props["entries"] = [_shown(one) for one in await self._offer.entries()]
        addresses = [one for one in recent[:REMEMBERED] if isinstance(one, str)]
        self._props["recent"] = [_shown(one) for one in await self._offer.recall(addresses)] if addresses else []

    async def _answer(self, n: int, q: str) -> None:
        self._latest = max(self._latest, n)
        found = await self._offer.search(q[:LONGEST])
        if n == self._latest and not self.is_deleted:
            self._props["answer"] = {"n": n, "hits": [_shown(one) for one in found]}

    async def _act(self, name: str) -> None:
        if name in self._offer.acts:
            result = self._offer.acts[name]()
            if isawaitable(result):
                await result

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        shown = (*self._props["entries"], *self._props["recent"], *self._props["answer"]["hits"])
        return [one["title"] for one in shown]


def _shown(one: Choice) -> dict[str, Any]:
    return asdict(one) | {"initials": "" if one.icon else initials(one.title)}


def _words(found: str) -> dict[str, str]:
    return {
        "label": t("Find or do anything"),
        "ask": t("A client, a screen, a setting, or what you want to do"),
        "recent": t("Recently opened"),
        "here": t("On this page"),
        "found": found,
        "none": t("Nothing found for"),
        "looking": t("Looking"),
        "close": t("Close"),
        "choose": t("Choose"),
        "open": t("Open"),
        "new": t("In a new tab"),
    }
