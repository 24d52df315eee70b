"""The part of the settings that tries them: one letter to oneself, and in clear words what became of it."""

from __future__ import annotations

import asyncio

from nicegui import ui

from components.app.button import button
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from studio.kernel.house import house
from studio.kernel.text import language, speaking, t
from studio.messages.actions import note_trial
from studio.messages.postman import letter_to_try, try_settings
from studio.staff.queries import user_by_id


def draw() -> None:
    """Below the settings themselves."""
    Trial().draw()


def draw_who() -> None:
    """Below the settings of alerts."""
    with ui.element("div").classes("mail-try"):
        button(t("Who is told"), icon="people", to="/alerts/routes")


class Trial:
    """The button and its answer."""

    def draw(self) -> None:
        with ui.element("div").classes("mail-try"):
            self.button = button(t("Send a letter to me"), self._try, icon="mail")
            note = t("Tries the settings as they are saved: one letter, to your own address.")
            self.answer = text(note, "second small", "p").props("role=status")

    async def _try(self) -> None:
        me = current_actor()
        if me.id is None:
            return
        one = await look(user_by_id, me.id)
        self.button.set_enabled(False)
        self._say("wait", t("The letter is being handed over…"))
        try:
            trouble = await asyncio.to_thread(_tried, one.email, language())
        finally:
            self.button.set_enabled(True)
        self._say(
            "stop" if trouble else "ok", trouble or t("The mail server took the letter. Look into {to}.", to=one.email)
        )
        await act(note_trial, worked=not trouble)

    def _say(self, kind: str, words: str) -> None:
        self.answer.classes(replace=f"st long {kind}")
        self.answer.set_text(words)


def _tried(to: str, tongue: str) -> str:
    with speaking(tongue):
        return try_settings(house(), letter_to_try(house(), to, tongue))
