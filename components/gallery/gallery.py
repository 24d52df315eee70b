"""The gallery: small pictures in a grid; one opened large, or two side by side, without leaving the page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from nicegui.element import Element

from components.app import icons
from components.app.hearing import hear
from studio.kernel.text import t


@dataclass(frozen=True)
class Picture:
    """One picture: two addresses, what it is in a few words, what stands below it, and what can be done with it."""

    id: str
    small: str
    large: str
    title: str
    note: str = ""
    caption: str = ""
    lines: tuple[str, ...] = ()
    mark: str = ""
    """A word that stands on it, such as that it may be shown."""
    acts: tuple[str, ...] = ()
    """Names of the acts it allows."""


@dataclass(frozen=True)
class Act:
    """Something to do with one picture, or with those that are chosen where `many`."""

    name: str
    label: str
    icon: str = ""
    many: bool = False
    one: bool = True


class Gallery(Element, component="gallery.js"):
    """`Gallery(acts, do, label=…)`, then `show(pictures)`; `do(name, ids)` is told what somebody pressed.

    With `on_order` they can be put into another order, by dragging or by Alt and the arrows; it is told all ids in it.
    """

    def __init__(
        self,
        acts: Sequence[Act],
        do: Callable[[str, list[str]], Awaitable[Any]],
        *,
        label: str,
        on_order: Callable[[list[str]], Awaitable[Any]] | None = None,
    ) -> None:
        super().__init__()
        self._acts, self._do, self._on_order = {act.name: act for act in acts}, do, on_order
        shown = [asdict(act) for act in acts]
        self._props.update(
            {"pictures": [], "acts": shown, "label": label, "icons": icons.sprite_address(), "words": _words()}
        )
        self._props["movable"] = on_order is not None
        hear(self, "act", self._act, name=str, ids=list)
        hear(self, "order", self._order, list)

    def show(self, pictures: Sequence[Picture]) -> None:
        """Put these into the grid, in this order."""
        self._props["pictures"] = [asdict(one) for one in pictures]

    def go_back(self) -> None:
        """Close what is open large: something else asks for attention."""
        self.run_method("close")

    async def _act(self, name: str, ids: list[Any]) -> None:
        act = self._acts.get(name)
        allowed = {one["id"] for one in self._props["pictures"] if name in one["acts"]}
        chosen = [one for one in ids if isinstance(one, str) and one in allowed]
        if act and chosen and (act.many or len(chosen) == 1):
            await self._do(name, chosen)

    async def _order(self, ids: list[Any]) -> None:
        """The pictures in another order: each of them once, or it is a forgery."""
        shown = [one["id"] for one in self._props["pictures"]]
        if self._on_order and all(isinstance(one, str) for one in ids) and sorted(ids) == sorted(shown):
            await self._on_order(ids)

    def _displayed_contents(self, *, only_visible: bool) -> list[Any]:
        return [part for one in self._props["pictures"] for part in (one["title"], one["note"], one["mark"])]


def _words() -> dict[str, str]:
    return {
        "open": t("Look at {what}"),
        "choose": t("Choose {what}"),
        "chosen": t("{n} chosen"),
        "all": t("Choose all"),
        "none": t("Choose none"),
        "compare": t("Compare the two"),
        "place": t("{n} of {total}"),
        "close": t("Close"),
        "before": t("The one before"),
        "next": t("The next one"),
        "grip": t("Drag to another place, or press Alt and an arrow on the picture"),
        "placed": t("Now in place {n} of {total}"),
        "lost": t("This picture cannot be shown any more."),
    }
