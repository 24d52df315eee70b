"""What became of a file: who is on file, who was left out, and the way back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from nicegui import ui

from components.app.button import button
from components.app.feedback import confirm, toast
from components.app.marks import status_mark
from components.app.moments import show_moment, show_number
from components.app.perform import act
from components.app.text import text
from pages.clients.importing.lines import draw_wrong
from studio.clients.importing.actions import undo_import
from studio.clients.importing.queries import ImportView
from studio.kernel.text import nt, t


class Result:
    """The report of an import that is over."""

    def __init__(self, view: ImportView, again: Callable[[], Awaitable[None]]) -> None:
        self.view, self._again = view, again

    async def draw(self) -> None:
        view, made = self.view, self.view.counts.get("made", 0)
        with ui.element("div").classes("import-done"):
            if view.state == "undone":
                status_mark(
                    "none",
                    t("Taken back {when}: they are archived.", when=show_moment(view.undone_at or view.created_at)),
                )
            else:
                status_mark("ok", nt("{n} client is on file", "{n} clients are on file", made)).classes("strong")
            self._facts()
            with ui.element("div").classes("line wrap"):
                button(t("See the list"), kind="primary", to="/clients", icon="clients")
                if view.state == "done" and made:
                    button(t("Take this import back"), self._undo, icon="undo")
        if view.counts.get("wrong"):
            await draw_wrong(view)

    def _facts(self) -> None:
        counts = self.view.counts
        told = (
            (t("New clients"), counts.get("made", 0)),
            (t("Filled in"), counts.get("filled", 0)),
            (t("Left out"), counts.get("left_out", 0)),
            (t("Wrong"), counts.get("wrong", 0)),
        )
        with ui.element("dl").classes("facts"):
            for word, count in told:
                text(word, "", "dt")
                text(show_number(count), "", "dd")
            text(t("Finished"), "", "dt")
            text(show_moment(self.view.finished_at or self.view.created_at), "", "dd")

    async def _undo(self) -> None:
        count = self.view.counts.get("made", 0)
        title = nt("Archive the client of this import?", "Archive all {n} clients of this import?", count)
        body = t("They leave the lists and can be restored. What was filled in with others stays.")
        if not await confirm(title, body, t("Take this import back"), stop=True):
            return
        moved = await act(undo_import, self.view.id)
        if moved is not None:
            toast(nt("Archived {n} client.", "Archived {n} clients.", moved))
        await self._again()
