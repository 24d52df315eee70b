"""Two people changed the same thing: both versions side by side, and a choice for each field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.text import text
from components.form import seg_field
from studio.kernel.text import t

MINE, THEIRS = "mine", "theirs"
Show = Callable[[str, Any], str]


async def settle(
    title: str, moved: Mapping[str, Any], mine: Mapping[str, Any], *, label: Callable[[str], str], show: Show
) -> dict[str, Any] | None:
    """What to put into the form now: my changes and the colleague's; None when one would rather think.

    `moved` is what they changed, `mine` what I did. Fields that only one of us changed are taken from whoever did.
    """
    clash = [field for field in moved if field in mine and mine[field] != moved[field]]
    kept = await _ask(title, moved, mine, clash, label, show)
    if kept is None:
        return None
    return {field: mine[field] if kept.get(field) == MINE else value for field, value in moved.items()}


async def _ask(
    title: str, moved: Mapping[str, Any], mine: Mapping[str, Any], clash: list[str], label: Any, show: Show
) -> dict[str, str] | None:
    choices = dict.fromkeys(clash, MINE)
    with ui.dialog().props("persistent") as dialog, ui.element("div").classes("sheet stack loose stale-sheet"):
        text(title, "", "h2")
        text(t("Nothing is lost: this is what they saved, beside what you typed."), "second", "p")
        with ui.element("div").classes("stale-rows"):
            with ui.element("div").classes("stale-row heads"):
                for words in ("", t("Saved by them"), t("Typed by you"), t("Keep")):
                    text(words, "small quiet")
            for field, theirs in moved.items():
                typed = show(field, mine[field]) if field in choices else ""
                _row(label(field), show(field, theirs), typed, field, choices)
        with ui.element("div").classes("acts"):
            button(t("Go on editing"), lambda: dialog.submit(None))
            button(t("Save this"), lambda: dialog.submit(choices), kind="primary").props("autofocus")
    dialog.props["aria-label"] = title
    chosen: dict[str, str] | None = await answer(dialog)
    return chosen


def _row(label: str, theirs: str, mine: str, field: str, choices: dict[str, str]) -> None:
    with ui.element("div").classes("stale-row"):
        text(label, "medium")
        _cell(t("Saved by them"), theirs or t("empty"))
        if field not in choices:
            _cell(t("Typed by you"), t("not changed by you"), "quiet")
            text(t("Theirs"), "quiet")
            return
        _cell(t("Typed by you"), mine or t("empty"))

        def choose(event: Any) -> None:
            choices[field] = event.value

        seg_field(label, {MINE: t("Mine"), THEIRS: t("Theirs")}, MINE, on_change=choose)


def _cell(label: str, words: str, look: str = "prose") -> None:
    """A value that carries its column's head along, for screens too narrow for columns."""
    text(words, look).props["data-label"] = label
