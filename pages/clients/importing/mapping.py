"""What the columns of a file are, and how it is read; guessed first, changed by whoever knows better."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.feedback import refuse
from components.app.perform import act
from components.app.text import text
from components.app.who import current_actor
from components.form import choice_field
from studio.clients.importing import running
from studio.clients.importing.actions import map_import
from studio.clients.importing.asking import look_apart
from studio.clients.importing.heads import FIELDS
from studio.clients.importing.queries import ImportView
from studio.clients.importing.reading import ENCODINGS
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t


class Mapping:
    """One line a column: its head, what stands in it, what it is."""

    order: Any

    def __init__(self, view: ImportView, again: Callable[[], Awaitable[None]]) -> None:
        self.view, self._again = view, again
        self.chosen: list[Any] = []

    def draw(self) -> None:
        if self.view.trouble:
            text(t(self.view.trouble), "band stop", "p")
        self._reading()
        with ui.element("div").classes("import-table"), ui.element("table").classes("t"):
            with ui.element("thead"), ui.element("tr"):
                for word in (t("Column of the file"), t("What stands in it"), t("Is")):
                    text(word, "", "th")
            with ui.element("tbody"):
                for at, head in enumerate(self.view.seen["heads"]):
                    self._column(at, head or t("Column {n}", n=at + 1))
        with ui.element("div").classes("form-acts"):
            button(t("Check every line"), self._check, kind="primary", icon="right")

    def _column(self, at: int, head: str) -> None:
        options = {"": t("Leave out")} | {field: t(name) for field, name in FIELDS.items()}
        with ui.element("tr"):
            text(head, "medium", "td")
            with ui.element("td").classes("second") as cell:
                for sample in self.view.seen["samples"][at]:
                    text(sample, "", "div")
            cell.props["data-label"] = t("What stands in it")
            with ui.element("td").classes("field"):
                field = choice_field(t("Is"), options, self.view.mapping[at])
                field.props["aria-label"] = t("What “{column}” is", column=head)
                self.chosen.append(field)

    def _reading(self) -> None:
        reading = self.view.reading
        with ui.element("div").classes("import-options"):
            if reading["kind"] == "xlsx":
                sheets = {name: name for name in reading["sheets"]}
                self._option("sheet", t("Sheet"), sheets)
            else:
                self._option("delimiter", t("Cells are parted by"), _delimiters())
                self._option("encoding", t("Letters"), {name: _ENCODINGS[name] for name in ENCODINGS})
            self._option("head", t("The first line"), {True: t("Names the columns"), False: t("Is a client already")})
            orders = {"dmy": t("Day, month, year"), "mdy": t("Month, day, year"), "ymd": t("Year, month, day")}
            self.order = choice_field(t("Order of dates"), orders, self.view.order)

    def _option(self, name: str, label: str, options: dict[Any, str]) -> None:
        async def changed(event: Any) -> None:
            if event.value is not None and event.value != self.view.reading[name]:
                await self._read_otherwise({**self.view.reading, name: event.value})

        choice_field(label, options, self.view.reading[name], on_change=changed)

    async def _read_otherwise(self, reading: dict[str, Any]) -> None:
        """Another look at the same file; what its columns are is guessed anew."""
        try:
            data = await asyncio.to_thread(house().files.read, self.view.file_id)
            seen = await asyncio.to_thread(look_apart, house(), data, reading)
        except Refusal as refusal:
            refuse(refusal)
            return
        await act(map_import, self.view.id, seen["mapping"], seen["order"], seen)
        await self._again()

    async def _check(self) -> None:
        mapping = [field.value or "" for field in self.chosen]
        if not await act(map_import, self.view.id, mapping, self.order.value):
            return
        try:
            await asyncio.to_thread(running.begin_check, current_actor(), self.view.id)
        except Refusal as refusal:
            refuse(refusal)
        await self._again()


_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16 (big endian)",
    "cp1252": "Windows / Latin-1",
}


def _delimiters() -> dict[str, str]:
    return {",": t("Comma"), ";": t("Semicolon"), "tab": t("Tab"), "|": t("Bar |")}
