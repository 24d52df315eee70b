"""A box that searches while one types; the newest question wins."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nicegui import ui
from nicegui.element import Element
from nicegui.events import GenericEventArguments

from components.app import icons
from components.app.hearing import hear
from components.app.marks import initials
from studio.kernel.text import t


@dataclass(frozen=True)
class Choice:
    """One thing found. `to` is where it opens; `face` shows initials, or a photo's address."""

    id: str
    title: str
    subtitle: str = ""
    code: str = ""
    to: str = ""
    icon: str = ""
    photo: str = ""


Search = Callable[[str], Awaitable[Sequence[Choice]]]


class SearchBox(Element, component="search_box.js"):
    """Shows what `search` finds; choosing opens the thing's own address, or calls `on_choose`."""

    def __init__(
        self,
        search: Search,
        *,
        placeholder: str = "",
        label: str = "",
        keep: bool = False,
        on_choose: Callable[[Choice | None], Any] | None = None,
    ) -> None:
        super().__init__()
        self._search, self._on_choose = search, on_choose
        self._latest = 0
        self._found: dict[str, Choice] = {}
        self._props.update(
            {
                "placeholder": placeholder,
                "label": label or t("Search"),
                "titled": bool(label),
                "keep": keep,
                "icons": icons.sprite_address(),
                "answer": {"n": 0, "hits": []},
                "words": {"none": t("Nothing found for"), "clear": t("Clear"), "keys": "/"},
            }
        )
        hear(self, "ask", self._answer, n=int, q=str)
        self.on("choose", self._choose)

    async def _answer(self, n: int, q: str) -> None:
        self._latest = max(self._latest, n)
        found = await self._search(q[:200])
        if n == self._latest and not self.is_deleted:
            self._found = {choice.id: choice for choice in found}
            self._props["answer"] = {"n": n, "hits": [_shown(choice) for choice in found]}

    async def _choose(self, event: GenericEventArguments) -> None:
        choice = self._found.get(str(event.args)) if event.args else None
        if self._on_choose:
            result = self._on_choose(choice)
            if isinstance(result, Awaitable):
                await result
        elif choice and choice.to:
            ui.navigate.to(choice.to)

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [self._props["placeholder"], *(hit["title"] for hit in self._props["answer"]["hits"])]


def _shown(choice: Choice) -> dict[str, str]:
    return asdict(choice) | {"initials": initials(choice.title)}
