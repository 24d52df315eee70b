"""The order of blocks: moved by their grip; and which kind comes next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.dialogs import answer
from components.app.hearing import hear
from components.app.text import text
from pages.consent.designer_words import ADDABLE
from studio.consent.rules.checking import ONCE
from studio.kernel.text import t


class Ordered(Element, component="designer_order.js"):
    """Rows that can be moved by their grip; `move(at, to)` is told when one was."""

    def __init__(self, move: Callable[..., Awaitable[None]], *, moves: bool) -> None:
        super().__init__()
        self._props["moves"] = moves
        hear(self, "move", move, at=int, to=int)

    def say(self, words: str) -> None:
        """To those who cannot see it."""
        self._props["said"] = words


async def ask_kind(blocks: Sequence[Mapping[str, Any]], *, minor: bool) -> tuple[str, str] | None:
    """Which kind of block, and whose signature; what can stand only once is offered while it is missing."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack kinds"):
        text(t("Add a block"), "", "h2")
        for kind, who, word in addable(blocks, minor=minor):
            button(word, partial(dialog.submit, (kind, who)))
        button(t("Cancel"), dialog.close, kind="bare")
    dialog.props["aria-label"] = t("Add a block")
    chosen: tuple[str, str] | None = await answer(dialog)
    return chosen


def addable(blocks: Sequence[Mapping[str, Any]], *, minor: bool) -> list[tuple[str, str, str]]:
    """Kind, whose signature, and the word for it."""
    there = {block["kind"] + block.get("who", "") for block in blocks}
    found = []
    for name, word in ADDABLE.items():
        kind, who = ("signature", "guardian") if name == "guardian" else (name, "client")
        once = kind in ONCE or kind == "signature"
        if not (once and kind + (who if kind == "signature" else "") in there) and (who == "client" or minor):
            found.append((kind, who, t(word)))
    return found
