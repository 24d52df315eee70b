"""The first new clients of a file, as they will be on file: whether dates and numbers came out right is seen here."""

from __future__ import annotations

from nicegui import ui

from components.app.perform import look
from components.app.text import text
from pages.clients.importing.lines import line_no, table
from pages.clients.importing.words import field_word
from pages.clients.showing import field_text
from studio.clients.importing.queries import ImportView, LineView, import_lines
from studio.kernel.text import nt, t

SHOWN = 5
FIELDS = ("name", "phone", "email", "birth_date")


async def draw_new(view: ImportView) -> None:
    """A few of them, with what they are told apart by."""
    mapped = [name for name in FIELDS if name == "name" or name in view.mapping]
    lines, count = await look(import_lines, view.id, "new", size=SHOWN), view.counts["new"]
    with ui.element("section").classes("stack loose"):
        text(t("As they will be on file"), "", "h2")
        with table(t("Line"), *map(field_word, mapped)):
            for line in lines:
                _line(line, mapped)
        if count > len(lines):
            text(nt("and {n} more", "and {n} more", count - len(lines)), "small quiet", "p")


def _line(line: LineView, mapped: list[str]) -> None:
    with ui.element("tr"):
        line_no(line)
        for name in mapped:
            shown = text(field_text(name, getattr(line, name)), "medium" if name == "name" else "second", "td")
            shown.props["data-label"] = field_word(name)
