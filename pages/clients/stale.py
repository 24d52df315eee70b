"""Two people changed the same client: both versions side by side, and a choice for each field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.text import text
from components.form import seg_field
from pages.clients.showing import LABELS, field_text
from studio.clients.masking import CONTACT
from studio.clients.models import Client
from studio.clients.queries import ClientCard
from studio.clients.rules.details import FIELDS
from studio.kernel.text import t

MINE, THEIRS = "mine", "theirs"


async def settle(card: ClientCard, mine: Mapping[str, Any], theirs: Client) -> dict[str, Any] | None:
    """What to put into the form now: my changes and the colleague's; None when one would rather think.

    `card` is what both began with. Fields that only one of us changed are taken from whoever did.
    """
    seen = [field for field in FIELDS if not (card.contact_hidden and field in CONTACT)]
    moved = {field: getattr(theirs, field) for field in seen if getattr(theirs, field) != getattr(card, field)}
    clash = [field for field in moved if field in mine and mine[field] != moved[field]]
    kept = await _ask(moved, mine, clash)
    if kept is None:
        return None
    return {field: mine[field] if kept.get(field) == MINE else value for field, value in moved.items()}


async def _ask(moved: Mapping[str, Any], mine: Mapping[str, Any], clash: list[str]) -> dict[str, str] | None:
    choices = dict.fromkeys(clash, MINE)
    with ui.dialog().props("persistent") as dialog, ui.element("div").classes("sheet stack loose stale-sheet"):
        text(t("Somebody else changed this client meanwhile"), "", "h2")
        text(t("Nothing is lost: this is what they saved, beside what you typed."), "second", "p")
        with ui.element("div").classes("stale-rows"):
            with ui.element("div").classes("stale-row heads"):
                for words in ("", t("Saved by them"), t("Typed by you"), t("Keep")):
                    text(words, "small quiet")
            for field, theirs in moved.items():
                _row(field, theirs, mine, choices)
        with ui.element("div").classes("acts"):
            button(t("Go on editing"), lambda: dialog.submit(None))
            button(t("Save this"), lambda: dialog.submit(choices), kind="primary").props("autofocus")
    dialog.props["aria-label"] = t("Somebody else changed this client meanwhile")
    chosen: dict[str, str] | None = await answer(dialog)
    return chosen


def _row(field: str, theirs: Any, mine: Mapping[str, Any], choices: dict[str, str]) -> None:
    with ui.element("div").classes("stale-row"):
        text(t(LABELS[field]), "medium")
        _cell(t("Saved by them"), field_text(field, theirs) or t("empty"))
        if field not in choices:
            _cell(t("Typed by you"), t("not changed by you"), "quiet")
            text(t("Theirs"), "quiet")
            return
        _cell(t("Typed by you"), field_text(field, mine[field]) or t("empty"))

        def choose(event: Any) -> None:
            choices[field] = event.value

        seg_field(t(LABELS[field]), {MINE: t("Mine"), THEIRS: t("Theirs")}, MINE, on_change=choose)


def _cell(label: str, words: str, look: str = "prose") -> None:
    """A value that carries its column's head along, for screens too narrow for columns."""
    text(words, look).props["data-label"] = label
