"""What the rules in force want on every consent, and whether this text and the signing bring it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from nicegui import ui

from components.app.button import button
from components.app.marks import status_mark
from components.app.text import text
from studio.consent.rules import editing
from studio.consent.rules.editing import Draft
from studio.consent.rules.wanting import PLACE, field_word, is_of_a_service, not_asked
from studio.consent.wanting import wanted_fields
from studio.kernel.house import house
from studio.kernel.text import t

Keep = Callable[[Draft], Awaitable[object]]


def draw_wanted(draft: Draft, keep: Keep | None) -> None:
    """One line where all is there; what the text does not ask for stands out, with the block that would.

    `keep` takes the changed draft; None where nothing may be changed.
    """
    content, fields = next(iter(draft.values())), wanted_fields(house())
    if not fields or not is_of_a_service(content):
        return
    missing = not_asked(fields, content)
    words = ", ".join(field_word(field) for field in fields if field not in missing)
    with ui.element("div").classes("stack tight wanted").props("role=note"):
        text(t("The rules in force want on every consent: {what}.", what=words), "small second", "p")
        for field in missing:
            with ui.element("div").classes("line wrap"):
                status_mark("warn", t("This text does not ask for it: {what}", what=field_word(field))).classes("long")
                if field == PLACE and keep is not None:
                    button(t("Add the figure to tap on"), partial(_add_figure, draft, keep), icon="plus")


async def _add_figure(draft: Draft, keep: Keep) -> None:
    """Before the consents, where the shipped texts have it too; its words are those of ours."""
    kinds = [block["kind"] for block in next(iter(draft.values()))["blocks"]]
    at = next((number for number, kind in enumerate(kinds) if kind in ("consents", "aftercare", "signature")), 0)
    await keep(editing.add(draft, at, "body_map"))
