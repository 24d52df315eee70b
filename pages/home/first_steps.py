"""What a new studio does first: rooms declare it, the owner's home ticks it off as it happens."""

from __future__ import annotations

import contextlib
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.feedback import toast
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from studio.extension.registry import may, registry
from studio.extension.screens import FirstStep
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.upkeep.actions import change_setting
from studio.upkeep.facts import SettingChanged
from studio.upkeep.first import SHOWN

OWNERS = "upkeep.settings.change"
NEXT = 4
"""So many stand open at once; a button shows all."""


class FirstSteps:
    """The list on one open home page, for whoever may set the studio up; put away, a button brings it back."""

    def __init__(self) -> None:
        actor, rights = current_actor(), house().rights
        self.steps = registry().first_steps_for(actor, rights) if may(actor, OWNERS, rights) else []
        self.place = Element("div").classes("today-steps")
        self.done: dict[str, bool] = {}
        self.seen: set[str] = set()
        """Steps that stood here undone: ticked off, they stay where they are."""
        self.whole = False
        follows = {fact for step in self.steps for fact in step.follows} | {SettingChanged}
        if self.steps:
            live(tuple(follows), Gathering(self._follow))

    @in_turn
    async def load(self) -> None:
        """Ask every step whether it is done, and draw the list if that is news."""
        if not self.steps:
            return
        before, self.done = self.done, {}
        if house().settings[SHOWN]:
            self.done = {step.key: await look(step.done) for step in self.steps}
        if before != self.done or not self.done:
            self._draw()

    async def _follow(self, _: list[Any]) -> None:
        """Something that a step waits for may have happened."""
        with contextlib.suppress(Refusal):  # a sign-in that has ended: the page is on its way out
            await self.load()

    def _draw(self) -> None:
        self.place.clear()
        with self.place:
            if not house().settings[SHOWN]:
                button(t("Show the first steps"), lambda: self._show(True), kind="bare")
                return
            if all(self.done.values()) and not self.seen:
                return
            with ui.element("section").classes("stack first-steps"):
                self._head()
                with ui.element("ol"):
                    for step in self._shown():
                        draw_step(step, done=self.done[step.key])
                if len(self.steps) > len(self._shown()):
                    button(t("Show all {n}", n=len(self.steps)), self._show_all, kind="bare")

    def _shown(self) -> list[FirstStep]:
        """The next ones, and those that were ticked off here."""
        left = [step.key for step in self.steps if not self.done[step.key]][:NEXT]
        self.seen |= set(left)
        return [step for step in self.steps if self.whole or step.key in self.seen]

    def _head(self) -> None:
        done, total = sum(self.done.values()), len(self.steps)
        with ui.element("div").classes("line apart first-steps-head"):
            with ui.element("div").classes("line wrap"):
                text(t("First steps"), "", "h2")
                text(t("{n} of {total} done", n=done, total=total) if done < total else t("All done"), "second small")
            button(t("Put away"), lambda: self._show(False), kind="bare")

    def _show_all(self) -> None:
        self.whole = True
        self._draw()

    async def _show(self, shown: bool) -> None:
        await act(change_setting, SHOWN, shown)
        if not shown and not house().settings[SHOWN]:
            toast(t("The first steps are put away."), lambda: self._show(True))


def draw_step(step: FirstStep, *, done: bool) -> None:
    """One line: what, why, and the way there; one that is done takes little room."""
    with ui.element("li").classes("done" if done else ""):
        with ui.element("div").classes("grow"):
            text(t(step.words), "" if done else "strong", "div")
            if not done:
                text(t(step.why), "second small", "div")
        if done:
            status_mark("ok", t("Done"))
        else:
            button(t(step.act), to=step.to)
