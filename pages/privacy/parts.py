"""Titles and plain tables of the privacy screens."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element

from components.app.text import text


def titled(words: str, lead: str) -> None:
    """The head of a part of the page, with a line that says what it is for; apart from what stands above."""
    with ui.element("div").classes("stack tight").style("margin-top: var(--s3)"):
        text(words, "", "h2")
        if lead:
            text(lead, "second", "p")


class Rows(Element):
    """The body of a table, which knows the titles of its columns."""

    def __init__(self, titles: tuple[str, ...]) -> None:
        super().__init__("tbody")
        self.titles = titles


def table(*titles: str) -> Element:
    """The body of a plain table. On a phone each row is a card of its own, with the titles beside the values."""
    with ui.element("div").classes("table-scroll"), ui.element("table").classes("t stacks"):
        with ui.element("thead"), ui.element("tr"):
            for title in titles:
                text(title, "", "th")
        return Rows(titles)


def row(*cells: str, to: str = "") -> Element:
    """One row; more cells can be put into it."""
    body = ui.context.slot.parent
    titles = body.titles if isinstance(body, Rows) else ()
    row = ui.element("tr")
    with row:
        for at, cell in enumerate(cells):
            if to and at == 0:
                with ui.element("td"):
                    text(cell, "link", "a").props["href"] = to
            else:
                drawn = text(cell, "medium" if at == 0 else "", "td")
                if 0 < at < len(titles):
                    drawn.props["data-title"] = titles[at]
    return row
