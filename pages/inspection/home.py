"""On an inspector's first page: until when they may look, and the way to the records."""

from __future__ import annotations

from nicegui import ui

from components.app.button import button
from components.app.moments import when
from components.app.text import text
from components.app.who import current_actor
from studio.inspection.queries import inspection_desk
from studio.kernel.text import t
from studio.kernel.work import ask


def draw() -> None:
    """Nothing for whoever works here."""
    visit = ask(current_actor(), inspection_desk).visit
    if visit is None:
        return
    with ui.element("section").classes("panel stack loose"):
        text(t("Inspection"), "large", "h2")
        told = t(
            "You look in as {name}, {office}, until: {when}.",
            name=visit.name,
            office=visit.office,
            when=when(visit.until),
        )
        text(told, "second", "p")
        with ui.element("div").classes("line"):
            button(t("Open the records"), kind="primary", to="/inspection", icon="eye")
