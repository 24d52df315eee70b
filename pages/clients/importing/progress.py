"""An import at work: how far it is, in words and as a bar; where it stopped, why, and how it goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from nicegui import ui
from nicegui.element import Element
from nicegui.elements.mixins.text_element import TextElement

from components.app.button import button
from components.app.feedback import refuse
from components.app.marks import status_mark
from components.app.moments import show_number
from components.app.text import text
from components.app.who import current_actor
from studio.clients.importing import running
from studio.clients.importing.queries import ImportView
from studio.kernel.refusal import Refusal
from studio.kernel.text import t


class Progress:
    """The bar and its words."""

    meter: Element
    bar: Element
    words: TextElement
    stop: ui.button | None = None

    def __init__(self, view: ImportView, working: bool, again: Callable[[], Awaitable[None]]) -> None:
        self.view, self.working, self._again = view, working, again

    def draw(self) -> None:
        with ui.element("div").classes("import-run"):
            title = t("Every line is checked") if self.view.state == "checking" else t("They are put on file")
            text(title, "", "h2")
            with ui.element("div").classes("meter").props("role=progressbar aria-valuemin=0 aria-valuemax=100") as bar:
                self.bar = ui.element("i")
            bar.props["aria-label"] = title
            self.meter = bar
            self.words = text("", "second", "p")
            self.words.props("role=status")
            if self.working:
                text(t("You may close this page and come back: it goes on."), "small quiet", "p")
                self.stop = button(t("Stop here"), self._call_off, icon="close")
            else:
                self._stopped()
        self.show(self.view)

    def show(self, view: ImportView) -> None:
        """How far it is now."""
        total = max(1, view.seen["lines"] if view.state == "checking" else view.planned)
        share = min(100, round(100 * view.done / total))
        self.bar.style(f"width: {share}%")
        self.meter.props["aria-valuenow"] = str(share)
        self.words.set_text(self._said(view, total))
        if self.stop:  # what is put on file at once cannot be stopped half-way
            self.stop.set_visibility(view.state == "checking" or view.done < view.planned)

    def _said(self, view: ImportView, total: int) -> str:
        done, of = show_number(min(view.done, total)), show_number(total)
        if view.state == "checking":
            return t("{done} of {total} lines checked", done=done, total=of)
        if view.done < view.planned:
            return t("{done} of {total} clients made ready; nobody is on file before all are", done=done, total=of)
        return t("All of them are put on file at once. Whoever saves something now waits for a few seconds.")

    def _stopped(self) -> None:
        with ui.element("div").classes("band warn"):
            status_mark("warn", t("It stopped. Nobody is on file yet."))
            if self.view.trouble:
                text(t(self.view.trouble), "grow", "p")
        button(t("Go on"), self._go_on, kind="primary", icon="play")

    async def _call_off(self) -> None:
        try:
            await asyncio.to_thread(running.call_off, current_actor(), self.view.id)
        except Refusal as refusal:
            refuse(refusal)
        if self.stop:
            self.stop.disable()

    async def _go_on(self) -> None:
        begin = running.begin_check if self.view.state == "checking" else running.begin_import
        try:
            await asyncio.to_thread(begin, current_actor(), self.view.id)
        except Refusal as refusal:
            refuse(refusal)
        await self._again()
