"""The waiting screen of a paired tablet: the studio's mark, nothing of anybody, and the signing it is sent."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import ClassVar
from uuid import UUID

import structlog
from nicegui import ui
from nicegui.element import Element

from components.app import assets, theme
from components.app.live import in_turn, live
from components.app.perform import attempt, look
from components.app.who import current_actor
from pages.static_files import logo_address
from studio.clients.actions import take_registration
from studio.clients.facts import FormSent
from studio.clients.queries.invitations import form_of_device
from studio.consent.actions import take_ceremony
from studio.consent.facts import CeremonyOpened
from studio.consent.queries import ceremony_of_device
from studio.kernel.house import house
from studio.kernel.presence import unattended
from studio.kernel.refusal import Refusal
from studio.kernel.text import language, t

NEEDS = "consent.ceremony.take"
EVERY = 5.0
"""Seconds between two looks at what was sent."""
AGAIN = 30.0
"""Seconds a tablet is given to open it before it is told once more."""

SENT = (CeremonyOpened, FormSent)

log = structlog.get_logger(__name__)

theme.also(Path(__file__).parent / "kiosk.css")


class Waiting(Element, component="kiosk.js"):
    """One element: mark, name, and what is said when the connection is lost."""

    def __init__(self, studio: str, tablet: str) -> None:
        super().__init__()
        self._props.update(
            {
                "studio": studio,
                "tablet": tablet,
                "art": assets.address("drawings.svg"),
                "logo": logo_address(),
                "words": {
                    "lang": language(),
                    "wait": t("Somebody of the studio sends you here what there is to read and sign."),
                    "lost": t("No connection to the studio's computer. Trying again…"),
                    "staff": t("Staff"),
                },
            }
        )


async def draw() -> None:
    """The screen `/kiosk`."""
    actor = current_actor()
    ui.page_title(house().settings["studio.name"] or "Linework")
    Waiting(house().settings["studio.name"] or "Linework", actor.name)
    if actor.device_id is not None:
        Turn(actor.device_id).wait()


class Turn:
    """One open waiting screen. What was sent is looked for whenever it is told, connects, and every few seconds:
    nothing that was sent stays unseen because a message was lost or the studio was busy at that moment.
    """

    newest: ClassVar[dict[UUID, str]] = {}
    """Tablet → the page it opened last: one it has left lives on for a while, and would take the signing away."""

    def __init__(self, device_id: UUID) -> None:
        self.device_id = device_id
        self.page = ui.context.client
        self.leads, self.sent_off = "", -AGAIN

    def wait(self) -> None:
        """From now on, until the tablet leaves."""
        live(SENT, lambda _: self.look(), when=lambda fact: getattr(fact, "device_id", None) == self.device_id)
        self.page.on_connect(self._arrive)
        ui.timer(EVERY, self.look, immediate=False)

    async def _arrive(self) -> None:
        self.newest[self.device_id], self.sent_off = self.page.id, -AGAIN
        await self.look()

    @in_turn
    async def look(self) -> None:
        """Go to the signing or the form that was sent here; once on the way, to the same address again."""
        if not self.page.has_socket_connection or self.newest.get(self.device_id) != self.page.id:
            return
        with unattended():
            try:
                self.leads = self.leads or await take_what_was_sent()
            except Refusal:
                ui.navigate.reload()
                return
        if self.leads and monotonic() > self.sent_off + AGAIN:
            self.sent_off = monotonic()
            ui.run_javascript(f"location.replace('{self.leads}')")  # nothing of it stays in the browser's history


async def take_what_was_sent() -> str:
    """The address of what waits for this tablet, also after it slept while it came; empty when there is nothing."""
    signing = await look(ceremony_of_device)
    form = await look(form_of_device) if signing is None else None
    token: str | None = None
    if signing is not None:
        token = await attempt(take_ceremony, Later(), signing.id)
    elif form is not None:
        token = await attempt(take_registration, Later(), form)
    return f"/{'c' if signing else 'r'}/{token}" if token else ""


class Later:
    """A refusal is shown to nobody here: a moment later it is tried again."""

    def complain(self, refusal: Refusal) -> None:
        log.info("tablet waits on", why=refusal.sentence)
