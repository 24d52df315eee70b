"""The client has signed, the guardian has not: let them sign here, or give them a link of their own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.marks import status_mark
from components.app.moments import show_time
from components.app.perform import act
from components.app.text import text
from components.app.who import current_actor
from components.qr import qr
from studio.consent.actions import invite_guardian, revoke_guardian
from studio.consent.queries import CeremonyRow
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.upkeep.lan import lan_enabled, phone_url

OPEN, CANCEL = "consent.ceremony.open", "consent.ceremony.cancel"


def turn_words(row: CeremonyRow) -> str:
    """One line: who is waited for, and where."""
    if row.guardian == "remote":
        return t("Waiting for the guardian, {name}, on their phone", name=row.guardian_name)
    return t("Waiting for the guardian, {name}", name=row.guardian_name)


class GuardianTurn:
    """The part of one open signing; the link that was made is kept while the page is open, and nowhere else."""

    def __init__(self, redraw: Callable[[], Awaitable[object]]) -> None:
        self.url, self.redraw = "", redraw

    def draw(self, row: CeremonyRow) -> None:
        """What stands, and what staff can do next."""
        status_mark("wait", turn_words(row)).classes("large long")
        actor, rights = current_actor(), house().rights
        if self.url and row.link_until:
            self._code(row)
        if not may(actor, OPEN, rights):
            return
        with ui.element("div").classes("line wrap"):
            if row.guardian == "remote":
                again = t("Make a new link") if row.link_until else t("Make a link for the guardian")
                button(again, lambda: self._link(row), icon="qr", kind="plain" if row.link_until else "primary")
            else:
                button(t("Let the guardian sign now"), lambda: self._here(row), icon="edit", kind="primary")
            if row.guardian == "remote" and row.link_until and may(actor, CANCEL, rights):
                button(t("End the link"), lambda: self._end(row), kind="bare")
        if row.guardian == "remote" and not lan_enabled():
            text(t("Phones cannot reach this computer yet."), "second small", "p")

    def _code(self, row: CeremonyRow) -> None:
        with ui.element("div").classes("stack center"):
            qr(self.url, size=240, label=t("QR code for the guardian"))
            text(self.url, "small second prose", "p")
            until = show_time(row.link_until) if row.link_until else ""
            text(t("Same Wi-Fi. It signs once, and opens until {time}.", time=until), "small second", "p")

    async def _link(self, row: CeremonyRow) -> None:
        token = await act(invite_guardian, row.id)
        if token:
            self.url = phone_url(f"/c/{token}")
            await self.redraw()

    async def _here(self, row: CeremonyRow) -> None:
        """On the tablet the client signed on, at this desk, or on the phone the client used."""
        token = await act(invite_guardian, row.id)
        if not token:
            return
        if row.place == "desk":
            ui.navigate.to(f"/c/{token}")
        elif row.place == "tablet":
            toast(t("The tablet shows it in a moment."))
        else:
            self.url = phone_url(f"/c/{token}")
            await self.redraw()

    async def _end(self, row: CeremonyRow) -> None:
        self.url = ""
        await act(revoke_guardian, row.id)
        toast(t("The link opens nothing any more."))
