"""Register a client: the QR code a phone scans, and what becomes of it while one looks on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from nicegui import run, ui
from nicegui.element import Element

from components.app import theme
from components.app.button import button
from components.app.dialogs import answer, show
from components.app.drawings import drawing
from components.app.live import live
from components.app.marks import status_mark
from components.app.moments import show_time
from components.app.perform import act
from components.app.text import text
from components.app.who import current_actor
from components.countdown import Countdown
from components.qr import qr
from pages.clients.invite_parts import SEE, Arrival, Code, arrival, copy
from pages.clients.invite_tablet import Following, may_send, send_to_tablet
from studio.clients.actions import invite_registration
from studio.clients.facts import RegistrationArrived
from studio.clients.queries import ClientCard
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.staff.facts import GuestArrived
from studio.staff.queries import guest_of_token
from studio.upkeep.facts import SettingChanged
from studio.upkeep.lan import lan_enabled, phone_url

INVITE, SETTINGS = "clients.registration.invite", "upkeep.network.change"
PURPOSE = "registration"
UNATTENDED = 3
"""So often a code is renewed with nobody touching the page: a desk left alone overnight makes no more of them."""

__all__ = ["INVITE", "SEE", "Invitation", "arrival", "draw_update", "show_invitation"]

theme.also(Path(__file__).parent / "invite.css")


@dataclass(eq=False)
class Invitation:
    """`Invitation().draw()` shows a button, then the code; it follows the code's fate by itself."""

    size: int = 208
    client_id: UUID | None = None
    """Whose own code it is; nobody's where a new client registers."""
    code: Code | None = None
    others: list[Code] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    renewed: int = 0

    def draw(self) -> Element:
        """The card's content; it belongs to whatever is being drawn."""
        with ui.element("div").classes("invitation") as place:
            self.card()
            self.sent = ui.element("div").classes("stack")
        live(GuestArrived, self._opened, when=lambda fact: self._ours(fact.token_id) is not None)
        live(RegistrationArrived, self._arrived, when=lambda fact: bool(self._codes()))
        live(SettingChanged, self._redraw, when=lambda fact: fact.key.startswith("lan."))
        return place

    @ui.refreshable_method
    def card(self) -> None:
        """What there is to see at this moment."""
        if not lan_enabled():
            self._phones_are_off()
        elif self.code is None:
            self._ready()
        else:
            self._shown(self.code)
        self._said()

    async def show(self) -> None:
        """Show a fresh code, as somebody asked."""
        self.renewed = 0
        await self._renew()

    async def fill_in_here(self) -> None:
        """The form in this very window, for a guest without a phone; it has a way back to the desk."""
        made = await self._make()
        if made:
            ui.navigate.to(made.path)

    async def to_a_tablet(self) -> None:
        """The form on one of the studio's tablets, followed from here."""
        sent = await send_to_tablet(self.client_id)
        if sent is not None:
            with self.sent:
                await Following(sent).draw()

    async def _renew(self) -> None:
        made = await self._make()
        if made is None:
            return
        if self.code is not None and self.code.opened_at:
            self.others = [*self.others, self.code][-8:]
        self.code = made
        self.card.refresh()

    async def _make(self) -> Code | None:
        made = await act(invite_registration, self.client_id)
        guest = await run.io_bound(guest_of_token, made[0], PURPOSE) if made else None
        return Code(made[0], guest.id, guest.expires_at) if made and guest else None

    async def _over(self) -> None:
        """The code on show has expired: put a fresh one there, unless nobody has been here for long."""
        if self.code is None or self.code.opened_at:
            return
        self.renewed += 1
        if self.renewed <= UNATTENDED:
            await self._renew()
        else:
            self.code = None
            self.card.refresh()

    async def _opened(self, fact: GuestArrived) -> None:
        found = self._ours(fact.token_id)
        if found:
            found.opened_at = house().clock.now()
            self.card.refresh()

    async def _arrived(self, fact: RegistrationArrived) -> None:
        for code in self._codes():
            guest = await run.io_bound(guest_of_token, code.token, PURPOSE)
            if guest is not None and guest.used:
                await self._welcome(code, fact.registration_id)

    async def _welcome(self, code: Code, registration_id: UUID) -> None:
        self.arrivals = [await arrival(registration_id), *self.arrivals][:3]
        self.others = [other for other in self.others if other is not code]
        if self.code is code:
            self.renewed, self.code = 0, None
            await self._renew()
        self.card.refresh()

    def _ours(self, token_id: UUID) -> Code | None:
        return next((code for code in self._codes() if code.id == token_id), None)

    def _codes(self) -> list[Code]:
        return [*([self.code] if self.code else []), *self.others]

    def _redraw(self, _: SettingChanged) -> None:
        self.card.refresh()

    def _ready(self) -> None:
        with ui.element("div").classes("invitation-art"):
            drawing("flower", 96)
        text(t("The guest scans a code and fills in the form on their own phone."), "second", "p")
        with ui.element("div").classes("invitation-acts"):
            button(t("Show the code"), self.show, kind="primary", icon="qr", key="r").classes("touch")
            self._without_a_phone()

    def _phones_are_off(self) -> None:
        with ui.element("div").classes("invitation-art"):
            drawing("envelope", 96)
        text(t("Phones cannot reach this computer yet."), "strong", "p")
        text(t("Guests can fill in the form here until the owner lets phones in."), "second", "p")
        with ui.element("div").classes("invitation-acts"):
            button(t("Fill in here"), self.fill_in_here, kind="primary", icon="edit", key="r").classes("touch")
            if may(current_actor(), SETTINGS, house().rights):
                button(t("Let phones in"), to="/settings#phones")

    def _shown(self, code: Code) -> None:
        url = phone_url(code.path)
        with ui.element("div").classes("invitation-code busy" if code.opened_at else "invitation-code"):
            qr(url, size=self.size, label=t("QR code that opens the registration form"))
            if code.opened_at:
                drawing("swallow", 96)
        with ui.element("div").classes("invitation-state line center wrap").props("role=status"):
            if code.opened_at:
                status_mark("info", t("The form is open on the phone, since {time}", time=show_time(code.opened_at)))
            else:
                status_mark("wait", t("Waiting for the phone"))
                left = (code.expires_at - house().clock.now()).total_seconds()
                Countdown(t("new code in {time}"), self._over).start(left)
        if code.opened_at:
            button(t("Code for the next guest"), self.show, icon="qr")
            return
        text(t("Same Wi-Fi, then scan. Address {address}", address=url.split("/")[2]), "small second", "p")
        with ui.element("div").classes("invitation-acts"):
            button(t("Copy link"), lambda: copy(url), kind="bare", icon="copy")
            self._without_a_phone()

    def _without_a_phone(self) -> None:
        button(t("Fill in here"), self.fill_in_here, kind="bare", icon="edit")
        if may_send():
            button(t("On a tablet"), self.to_a_tablet, kind="bare", icon="tablet")

    def _said(self) -> None:
        for one in self.arrivals:
            with ui.element("div").classes("invitation-arrival").props("role=status"):
                status_mark("ok", one.words).classes("long")
                if one.to:
                    button(t("Open"), to=one.to)


async def show_invitation(
    done: Callable[[], Awaitable[object]] | None = None, client_id: UUID | None = None, title: str = ""
) -> None:
    """The code in a dialog, from any screen; `done` runs when it is closed. With a client it is a code of their own."""
    title = title or t("Register a client")
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose center invite-sheet"):
        text(title, "", "h2")
        if client_id is not None:
            text(t("The form shows nothing of what is on file. What comes back waits in the inbox."), "second", "p")
        invitation = Invitation(size=264, client_id=client_id)
        invitation.draw()
        with ui.element("div").classes("acts"):
            button(t("Close"), dialog.close)
    dialog.props["aria-label"] = title
    show(dialog)
    if lan_enabled():
        await invitation.show()
    await answer(dialog)
    if done:
        await done()


def draw_update(card: ClientCard) -> None:
    """In a profile's head: the client brings their own details up to date, on their phone or on a tablet."""
    if card.archived_at is None:
        title = t("Update by {name}", name=card.preferred_name or card.name)
        button(t("Update by phone"), lambda: show_invitation(None, card.id, title), icon="phone").classes("not-phone")
