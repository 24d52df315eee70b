"""Beside an open form: others that wait and are probably from the same guest, and a way to set them aside."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.marks import status_mark
from components.app.moments import when
from components.app.perform import act
from components.app.text import text
from pages.clients.decline import reopen
from pages.clients.showing import field_text
from studio.clients.actions import decline_registration
from studio.clients.queries import Twin
from studio.kernel.text import t


class Twins:
    """The forms like this one; nothing where there are none."""

    def __init__(self, form_id: UUID, twins: tuple[Twin, ...]) -> None:
        self.form_id, self.twins, self.decides = form_id, twins, False

    @property
    def ids(self) -> set[UUID]:
        """The forms shown."""
        return {twin.id for twin in self.twins}

    def show(self, twins: tuple[Twin, ...]) -> None:
        """Draw what is true now, where it differs."""
        if twins != self.twins:
            self.twins = twins
            self.draw.refresh()

    @ui.refreshable_method
    def draw(self) -> None:
        """One line for each, with the way to it."""
        if not self.twins:
            return
        with ui.element("div").classes("band twins"):
            status_mark("info", t("Sent twice?")).classes("strong")
            text(
                t("Another form that waits is probably from the same guest. Take one and set the other aside."), "", "p"
            )
            for twin in self.twins:
                self._twin(twin)

    def _twin(self, twin: Twin) -> None:
        with ui.element("div").classes("line wrap"):
            with ui.element("span").classes("grow"):
                text(twin.name, "strong cut")
                contact = field_text("phone", twin.phone) or twin.email
                text(" · ".join(filter(None, (when(twin.submitted_at), contact))), "second small")
            button(t("Open"), to=f"/inbox/{twin.id}", kind="bare")
            if self.decides:
                button(t("Set the other aside"), partial(self._set_aside, twin))

    async def _set_aside(self, twin: Twin) -> None:
        reason = t("Sent twice: the other form of {name} is taken.", name=twin.name)
        if await act(decline_registration, twin.id, reason):
            toast(t("The form of {name} is set aside.", name=twin.name), lambda: reopen(twin.id))
