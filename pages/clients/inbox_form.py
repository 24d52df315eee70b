"""One form beside the clients it may belong to, and the decision about it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import icon_button
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.marks import tag
from components.app.moments import show_wait, when
from components.app.perform import act, look
from components.app.text import text
from components.beside import Beside
from pages.asking import id_in
from pages.clients.decision import Decision, GoOn
from pages.clients.form_parts import draw_form_parts
from pages.clients.twins import Twins
from studio.clients.actions import note_form_read
from studio.clients.facts import (
    ClientArchived,
    ClientEdited,
    RegistrationArrived,
    RegistrationDecided,
    RegistrationReopened,
)
from studio.clients.queries import RegistrationRow, RegistrationView, registration_with_matches, twins_of
from studio.clients.refusals import RegistrationIsUnknown
from studio.kernel.facts import Fact
from studio.kernel.refusal import Refusal
from studio.kernel.text import LANGUAGES, t

SHOWN = (RegistrationArrived, RegistrationDecided, RegistrationReopened, ClientEdited, ClientArchived)


async def draw(form_id: str) -> None:
    """The screen `/inbox/{form_id}`."""
    await OpenForm(id_in(form_id, RegistrationIsUnknown)).draw()


class OpenForm:
    """One form, open on one page: alone, or beside the list, where `go_on` opens the next one after the decision."""

    decision: Decision | None = None

    def __init__(self, form_id: UUID, go_on: GoOn | None = None) -> None:
        self.form_id, self.go_on = form_id, go_on
        self.twins = Twins(form_id, ())

    async def draw(self) -> None:
        """With the shell around it."""
        live(SHOWN, Gathering(self._follow), when=self._touches)
        view = await self._opened()
        row = view.row
        with frame(row.name, active="/inbox"):
            top = head(row.name, about(row))
            with top.words:
                if row.minor:
                    tag(t("Minor"))
            await self.draw_parts(view)

    async def draw_beside(self, pane: Beside) -> None:
        """In the pane beside the list; what stood there stays until this one is read."""
        with pane.room() as place:
            live(SHOWN, Gathering(self._follow), when=self._touches)
            view = await self._opened()
            self._title(view.row, pane)
            await self.draw_parts(view)
        pane.turn_to(place, str(view.row.id))

    def _title(self, row: RegistrationRow, pane: Beside) -> None:
        with ui.element("div").classes("line top"):
            with ui.element("div").classes("grow stack tight"):
                with ui.element("div").classes("line wrap"):
                    text(row.name, "strong", "h2")
                    if row.minor:
                        tag(t("Minor"))
                text(about(row), "small second")
            icon_button("out", t("Open on a page of its own"), to=f"/inbox/{row.id}")
            icon_button("close", t("Close"), pane.close)

    async def draw_parts(self, view: RegistrationView) -> None:
        """What came, and the decision about it; both follow what happens elsewhere."""
        self.decision = Decision(view, self.go_on)
        self.twins.decides = self.decision.decides
        with ui.element("div").classes("form-desk"):
            with ui.element("section").classes("form-came") as came:
                draw_form_parts(view)
            with ui.element("section").classes("form-decide") as decide:
                self.twins.draw()
                await self.decision.draw()
        came.props["aria-label"], decide.props["aria-label"] = t("The form"), t("The decision")

    async def _opened(self) -> RegistrationView:
        view = await self._read()
        if view.answers:
            await act(note_form_read, self.form_id)
        return view

    async def _read(self) -> RegistrationView:
        view = await look(registration_with_matches, self.form_id)
        self.twins.show(await look(twins_of, self.form_id))
        return view

    def _touches(self, fact: Fact) -> bool:
        if isinstance(fact, RegistrationArrived | RegistrationReopened):
            return True
        if isinstance(fact, RegistrationDecided):
            return fact.registration_id in {self.form_id, *self.twins.ids}
        known = {candidate.id for candidate in self.decision.view.candidates} if self.decision else set()
        return getattr(fact, "client_id", None) in known

    async def _follow(self, _: list[Any]) -> None:
        try:
            view = await self._read()
        except Refusal:
            ui.navigate.to("/inbox")
            return
        if self.decision:
            self.decision.show(view)


def about(row: RegistrationRow) -> str:
    """When it came, how long it waits, and in which language."""
    return " · ".join(
        filter(None, (when(row.submitted_at), show_wait(row.submitted_at), LANGUAGES.get(row.language, "")))
    )
