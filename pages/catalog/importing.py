"""The screen `/catalog/import`: a file is looked over line by line, then brought in whole or not at all."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.frame import frame, head
from components.app.marks import Kind, status_mark
from components.app.perform import act, look
from components.app.text import text
from components.files import FileField, Handed
from pages.clients.handover import leave_word
from studio.catalog.actions import import_services
from studio.catalog.queries import Choices, Judged, Line, choices, judge_lines
from studio.catalog.sheet import COLUMNS, Reader
from studio.catalog.words import LABELS
from studio.clients.importing.asking import lines_apart
from studio.extension.incoming import TABLES, Allowed
from studio.kernel.house import house
from studio.kernel.text import N_, language, nt, speaking, t

MOST, MOST_LINES = 5, 2_000
SHOWN = 200
VERDICTS: dict[str, tuple[Kind, str]] = {
    "wrong": ("stop", N_("Wants mending")),
    "new": ("ok", N_("New")),
    "change": ("info", N_("Changes")),
    "same": ("none", N_("As it stands")),
}


async def draw() -> None:
    """The place for the file, and below it what it would do."""
    bringing = Bringing(await look(choices))
    with frame(t("Import services"), active="/catalog"):
        note = t("From an earlier export, another program or a price list. Nothing changes before you have seen it.")
        head(t("Import services"), note)
        with ui.element("div").classes("body stack wide catalog-import"):
            bringing.draw()


class Bringing:
    """One file at a time: read, judged, brought in."""

    place: Element

    def __init__(self, offered: Choices) -> None:
        self.offered = offered
        self.lines: list[Line] = []

    def draw(self) -> None:
        label = t("Drop a CSV file or an Excel workbook here.")
        FileField(self._take, label=label, allowed=Allowed(TABLES, MOST))
        columns = ", ".join(t(LABELS[name]) for name in COLUMNS)
        text(
            t("The first line names the columns: {columns}. Name, kind and minutes are enough.", columns=columns),
            "small quiet",
            "p",
        )
        self.place = ui.element("section").classes("stack loose")
        self.place.props["aria-live"] = "polite"

    async def _take(self, handed: Handed) -> None:
        place = house()
        offered = self.offered
        reader = Reader(
            offered.currency, place.settings["studio.locale"], offered.kinds, offered.consents, offered.aftercare
        )
        self.lines = await asyncio.to_thread(_read, reader, handed.read(), language())
        judged = await look(judge_lines, self.lines)
        self._show(judged)

    def _show(self, judged: Sequence[Judged]) -> None:
        self.place.clear()
        counts = {verdict: sum(one.verdict == verdict for one in judged) for verdict in VERDICTS}
        with self.place:
            with ui.element("div").classes("line wrap apart"):
                text(nt("{n} line", "{n} lines", len(judged)), "", "h2")
                with ui.element("div").classes("line wrap loose"):
                    for verdict, (kind, word) in VERDICTS.items():
                        if counts[verdict]:
                            status_mark(kind, f"{t(word)}: {counts[verdict]}")
            self._next(counts)
            _table(judged)

    def _next(self, counts: dict[str, int]) -> None:
        if counts["wrong"]:
            text(
                t("Mend the marked lines in the file and bring it again; nothing is brought in by halves."),
                "second",
                "p",
            )
        elif counts["new"] or counts["change"]:
            words = nt("Bring in {n} service", "Bring in {n} services", counts["new"] + counts["change"])
            with ui.element("div"):
                button(words, self._bring, kind="primary")
        else:
            text(t("The catalogue says all of this already."), "second", "p")

    async def _bring(self) -> None:
        done = await act(import_services, self.lines)
        if done is not None:
            added, changed = done
            told = [
                nt("{n} service added.", "{n} services added.", added) if added else "",
                nt("{n} service changed.", "{n} services changed.", changed) if changed else "",
            ]
            leave_word(" ".join(filter(None, told)) or t("Nothing had to change."))
            ui.navigate.to("/catalog")


def _read(reader: Reader, data: bytes, tongue: str) -> list[Line]:
    """The lines of a file of either kind; raises what it is instead of a catalogue."""
    with speaking(tongue):
        return reader.lines(lines_apart(data, MOST_LINES))


def _table(judged: Sequence[Judged]) -> None:
    """What wants mending first, then the others, as many as one looks through."""
    order = list(VERDICTS)
    found = sorted(judged, key=lambda one: (order.index(one.verdict) > 0, one.number))
    with ui.element("div").classes("catalog-lines"), ui.element("table").classes("t"):
        with ui.element("thead"), ui.element("tr"):
            for words in (t("Line"), t("Name"), t("What becomes of it"), ""):
                text(words, "", "th")
        with ui.element("tbody"):
            for one in found[:SHOWN]:
                _line(one)
    if len(found) > SHOWN:
        text(nt("and {n} more", "and {n} more", len(found) - SHOWN), "small quiet", "p")


def _line(one: Judged) -> None:
    kind, word = VERDICTS[one.verdict]
    with ui.element("tr"):
        text(str(one.number), "quiet", "td")
        text(one.name, "medium", "td")
        with ui.element("td"):
            status_mark(kind, t(word))
        with ui.element("td"):
            for name, said in one.problems:
                text(f"{t(LABELS[name])}: {said}", "small", "p")
            if one.verdict == "change":
                text(", ".join(t(LABELS[name]) for name in one.changed), "small second", "p")
