"""What a file would do, before it does: how many are new, on file already, twice, wrong; and what becomes of each."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.feedback import refuse
from components.app.marks import Kind, status_mark
from components.app.moments import show_moment, show_number
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.form import choice_field
from pages.clients.importing.lines import draw_wrong, line_no, table
from pages.clients.importing.newcomers import draw_new
from pages.clients.showing import field_text
from studio.clients.importing import running
from studio.clients.importing.actions import choose_row, map_import
from studio.clients.importing.queries import ImportView, LineView, import_lines
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t

SHOWN, MORE = 15, 50


class Preview:
    """Counts, choices, and the one button that does it."""

    choice: Any = None

    def __init__(self, view: ImportView, again: Callable[[], Awaitable[None]], before: ImportView | None) -> None:
        self.view, self._again, self.before = view, again, before
        self.shown: dict[str, int] = {}

    async def draw(self) -> None:
        counts = self.view.counts
        if self.before:
            with ui.element("div").classes("band warn"):
                when = show_moment(self.before.finished_at or self.before.created_at)
                status_mark("warn", t("The very same file was imported before: {when}.", when=when)).classes("long")
        _figures(counts)
        if counts.get("new"):
            await draw_new(self.view)
        if counts.get("same"):
            await self._known()
        if counts.get("twice"):
            await self._twice()
        if counts.get("wrong"):
            await draw_wrong(self.view)
        with ui.element("div").classes("form-acts"):
            button(self._words(), self._import, kind="primary", icon="check")
            button(t("Back to the columns"), self._back, icon="left")

    def _words(self) -> str:
        counts = self.view.counts
        if counts.get("same") or counts.get("twice"):
            return t("Import")
        new = counts.get("new", 0)
        return nt("Put {n} client on file", "Put {n} clients on file", new)

    async def _known(self) -> None:
        with ui.element("section").classes("stack loose"):
            text(t("On file already, as it seems"), "", "h2")
            with ui.element("div").classes("import-options"):
                self.choice = choice_field(t("What becomes of them"), _choices(), self.view.choice)
            await self._lines("same", t("On file"), t("As chosen above"), _choices())

    async def _twice(self) -> None:
        with ui.element("section").classes("stack loose"):
            text(t("Twice in the file"), "", "h2")
            text(t("The first line of each stays; the others are left out unless you say otherwise."), "second", "p")
            await self._lines("twice", t("Is like"), t("Leave out"), {"new": t("Put on file too")})

    async def _lines(self, state: str, like: str, usual: str, choices: dict[str, str]) -> None:
        """The first lines in this state; more of them for whoever wants to see them."""
        body = table(t("Line"), t("In the file"), like, t("Otherwise"))

        async def more(after: int, size: int) -> None:
            lines = await look(import_lines, self.view.id, state, after=after, size=size)
            with body:
                for line in lines:
                    self._line(line, usual, choices)
            place.clear()
            self.shown[state] = self.shown.get(state, 0) + len(lines)
            if lines and self.shown[state] < self.view.counts[state]:
                with place:
                    button(t("Show more"), partial(more, lines[-1].line, MORE), icon="down")

        place = ui.element("div")
        await more(0, SHOWN)

    def _line(self, line: LineView, usual: str, choices: dict[str, str]) -> None:
        with ui.element("tr"):
            line_no(line)
            with ui.element("td"):
                text(line.name, "medium", "div")
                text(field_text("phone", line.phone) or line.email, "small quiet", "div")
            with ui.element("td"):
                if line.code:
                    text(f"{line.who} · {line.code}", "link", "a").props(f"target=_blank href=/clients/{line.code}")
                elif line.match_line:
                    text(t("Line {n}", n=line.match_line))
            with ui.element("td").classes("field"):
                self._exception(line, {"": usual} | choices)

    def _exception(self, line: LineView, options: dict[str, str]) -> None:
        async def chosen(event: Any) -> None:
            await act(choose_row, self.view.id, line.line, event.value or "")

        field = choice_field(t("Otherwise"), options, line.choice, on_change=chosen)
        field.props["aria-label"] = t("What becomes of line {n}", n=line.line)

    async def _import(self) -> None:
        choice = str(self.choice.value or "skip") if self.choice else "skip"
        try:
            await asyncio.to_thread(running.begin_import, current_actor(), self.view.id, choice)
        except Refusal as refusal:
            refuse(refusal)
        await self._again()

    async def _back(self) -> None:
        await act(map_import, self.view.id, list(self.view.mapping), self.view.order)
        await self._again()


def _choices() -> dict[str, str]:
    return {"skip": t("Leave as they are"), "fill": t("Fill in what is missing"), "new": t("Put on file again")}


def _figures(counts: Any) -> None:
    told: tuple[tuple[str, Kind, str], ...] = (
        ("new", "ok", t("New")),
        ("same", "info", t("On file already")),
        ("twice", "wait", t("Twice in the file")),
        ("wrong", "warn", t("Wrong")),
    )
    with ui.element("div").classes("import-figures"):
        for state, kind, word in told:
            with ui.element("div").classes("panel"):
                text(show_number(counts.get(state, 0)), "figure")
                status_mark(kind if counts.get(state) else "none", word)
