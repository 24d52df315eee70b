"""What somebody did, from the journal, a page at a time."""

from __future__ import annotations

from uuid import UUID

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.moments import show_moment
from components.app.perform import look
from components.app.text import text
from components.timeline import Moment, Timeline
from studio.kernel.history import Event
from studio.kernel.text import nt, t
from studio.staff.queries import activity_of

SIZE = 20


class Activity:
    """The newest acts; older ones on request, below."""

    line: Element

    def __init__(self, user_id: UUID) -> None:
        self.user_id, self.page = user_id, 1

    async def draw(self) -> None:
        found, total = await look(activity_of, self.user_id, size=SIZE)
        with ui.element("section").classes("account-part account-wide"):
            text(t("Activity"), "", "h2")
            told = nt("{n} act, newest first", "{n} acts, newest first", total) if total else t("Nothing yet.")
            text(told, "small quiet", "p")
            self.line = ui.element("div").classes("stack")
            with self.line:
                Timeline(moments(found), label=t("Activity"))
            self.more = button(t("Show older"), self._older, icon="down")
            self.more.set_visibility(total > SIZE)

    async def _older(self) -> None:
        self.page += 1
        found, total = await look(activity_of, self.user_id, page=self.page, size=SIZE)
        with self.line:
            Timeline(moments(found), label=t("Activity"))
        self.more.set_visibility(total > self.page * SIZE)


def moments(found: list[Event]) -> list[Moment]:
    """Each act as a sentence with its time."""
    return [Moment("dot", event.sentence, show_moment(event.at)) for event in found]
