"""Lines of a file on screen, and those that are wrong as a file to mend."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.perform import look
from components.app.text import text
from pages.clients.importing.words import field_word, reason, wrong_file
from studio.clients.importing.queries import ImportView, LineView, import_lines
from studio.kernel.text import nt, t

SHOWN, PORTION = 20, 1_000


def table(*heads: str) -> Element:
    """A plain table; its lines are drawn into what is returned."""
    with ui.element("div").classes("import-table"), ui.element("table").classes("t"):
        with ui.element("thead"), ui.element("tr"):
            for head in heads:
                text(head, "", "th")
        return ui.element("tbody")


def line_no(line: LineView | None) -> None:
    """The number of the line, named where no head stands above it."""
    text(str(line.line) if line else "", "line-no quiet", "td").props["data-label"] = t("Line")


async def draw_wrong(view: ImportView) -> None:
    """What is wrong, line by line and column by column, and all of it as a file."""
    lines, count = await look(import_lines, view.id, "wrong", size=SHOWN), view.counts["wrong"]
    with ui.element("section").classes("stack loose"):
        with ui.element("div").classes("line apart wrap"):
            text(nt("{n} line is wrong", "{n} lines are wrong", count), "", "h2")
            button(t("Download the wrong lines"), lambda: _download(view), icon="download")
        text(t("They are left out. Mend them in the download and bring it as a file of its own."), "second", "p")
        with table(t("Line"), t("Column"), t("What stands there"), t("What is wrong")):
            for line in lines:
                for at, problem in enumerate(line.problems):
                    _problem(view, line, problem, first=at == 0)
        if count > len(lines):
            text(nt("and {n} more", "and {n} more", count - len(lines)), "small quiet", "p")


def _problem(view: ImportView, line: LineView, problem: list[str], *, first: bool) -> None:
    cells = [
        cell for cell, field in zip(line.cells, view.mapping, strict=False) if field == problem[0] and cell.strip()
    ]
    with ui.element("tr").classes("" if first else "goes-on"):
        line_no(line if first else None)
        text(field_word(problem[0]), "medium", "td")
        text(" ".join(cells)[:120], "second", "td")
        text(reason(problem), "", "td")


async def _download(view: ImportView) -> None:
    lines: list[LineView] = []
    while portion := await look(import_lines, view.id, "wrong", after=lines[-1].line if lines else 0, size=PORTION):
        lines += portion
    made = wrong_file(view.seen["heads"], lines)
    ui.download.content(made, f"{t('Wrong lines')} – {view.file_name.rsplit('.', 1)[0]}.csv", "text/csv")
