"""Whether the journal is whole: what the last look found, and looking again with a bar that tells how far it is."""

from __future__ import annotations

import asyncio

from nicegui import ui

from components.app.button import button
from components.app.feedback import incident
from components.app.live import in_turn, live
from components.app.moments import when
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from pages.upkeep.audit_words import GONE, REASONS
from studio.kernel.text import nt, t
from studio.upkeep.checking import look_through
from studio.upkeep.facts import JournalChecked
from studio.upkeep.queries import Checked, last_check

OFTEN = 0.2


class Verification:
    """The line above the list."""

    def __init__(self) -> None:
        self.done, self.total = 0, 0
        self.looking = False

    async def draw(self) -> None:
        with ui.element("div").classes("band audit-check").props("role=status"):
            self.line = ui.element("div").classes("grow")
            self.bar = ui.element("progress").props("max=100 value=0")
            self.bar.props["aria-label"] = t("Verifying the journal")
            self.again = button(t("Verify now"), self._look, icon="shield")
        self.bar.set_visibility(False)
        live(JournalChecked, lambda _: self._show())
        await self._show()

    @in_turn
    async def _show(self) -> None:
        checked = await look(last_check)
        self.line.clear()
        with self.line:
            kind, words, note = told(checked)
            text(words, f"st long {kind}", "div")
            text(note, "small quiet", "div")

    async def _look(self) -> None:
        if self.looking:
            return
        self.looking, self.done, self.total = True, 0, 1
        self.again.set_enabled(False)
        self.bar.set_visibility(True)
        moving = ui.timer(OFTEN, self._move)
        try:
            await asyncio.to_thread(look_through, current_actor(), self._hear)
        except Exception as error:  # noqa: BLE001  a broken look is an incident, and the button comes back
            incident(error)
        finally:
            moving.cancel()
            self.looking = False
            self.again.set_enabled(True)
            self.bar.set_visibility(False)

    def _hear(self, done: int, total: int) -> None:
        """On the thread that looks."""
        self.done, self.total = done, total

    def _move(self) -> None:
        self.bar.props["value"] = round(100 * self.done / max(self.total, 1))


def told(checked: Checked | None) -> tuple[str, str, str]:
    """A mark, what was found, and when."""
    if checked is None:
        return "none", t("The journal was not verified yet."), t("Verifying finds every entry changed behind its back.")
    note = t("{when}, {who}", when=when(checked.at), who=checked.who)
    if checked.broken:
        why = t(REASONS.get(checked.reason, GONE))
        return "stop", t("The journal does not hold at entry {no}: {why}.", no=checked.broken, why=why), note
    anchors = nt("{n} anchor", "{n} anchors", checked.anchors)
    whole = nt("The journal is whole: {n} entry", "The journal is whole: {n} entries", checked.entries)
    return "ok", f"{whole}, {anchors}.", note
