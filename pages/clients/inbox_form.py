"""One form beside the clients it may belong to, and the decision about it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.frame import frame, head
from components.app.live import live
from components.app.marks import tag
from components.app.moments import show_wait
from components.app.perform import look
from pages.clients.decision import Decision
from pages.clients.form_parts import draw_form_parts
from pages.clients.gathering import Gathering
from pages.clients.showing import when
from pages.clients.twins import Twins
from studio.clients.facts import (
    ClientArchived,
    ClientEdited,
    RegistrationArrived,
    RegistrationDecided,
    RegistrationReopened,
)
from studio.clients.queries import registration_with_matches, twins_of
from studio.clients.refusals import RegistrationIsUnknown
from studio.kernel.facts import Fact
from studio.kernel.refusal import Refusal
from studio.kernel.text import LANGUAGES, t

SHOWN = (RegistrationArrived, RegistrationDecided, RegistrationReopened, ClientEdited, ClientArchived)


async def draw(form_id: str) -> None:
    """The screen `/inbox/{form_id}`."""
    try:
        wanted = UUID(form_id)
    except ValueError:
        raise RegistrationIsUnknown from None
    await OpenForm(wanted).draw()


class OpenForm:
    """One form, open on one page."""

    def __init__(self, form_id: UUID) -> None:
        self.form_id = form_id

    async def draw(self) -> None:
        view = await look(registration_with_matches, self.form_id)
        self.twins = Twins(self.form_id, await look(twins_of, self.form_id))
        row = view.row
        with frame(row.name, active="/inbox"):
            note = [when(row.submitted_at), show_wait(row.submitted_at), LANGUAGES.get(row.language, "")]
            top = head(row.name, " · ".join(filter(None, note)))
            with top.words:
                if row.minor:
                    tag(t("Minor"))
            with top.end:
                button(t("Inbox"), icon="left", to="/inbox", kind="bare")
            with ui.element("div").classes("form-desk"):
                with ui.element("section").classes("form-came").props(f'aria-label="{t("The form")}"'):
                    draw_form_parts(view)
                self.decision = Decision(view)
                self.twins.decides = self.decision.decides
                with ui.element("section").classes("form-decide").props(f'aria-label="{t("The decision")}"'):
                    self.twins.draw()
                    await self.decision.draw()
        live(SHOWN, Gathering(self._follow), when=self._touches)

    def _touches(self, fact: Fact) -> bool:
        if isinstance(fact, RegistrationArrived | RegistrationReopened):
            return True
        if isinstance(fact, RegistrationDecided):
            return fact.registration_id in {self.form_id, *self.twins.ids}
        known = {candidate.id for candidate in self.decision.view.candidates}
        return getattr(fact, "client_id", None) in known

    async def _follow(self, _: list[Any]) -> None:
        try:
            self.twins.show(await look(twins_of, self.form_id))
            self.decision.show(await look(registration_with_matches, self.form_id))
        except Refusal:
            ui.navigate.to("/inbox")
