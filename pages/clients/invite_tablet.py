"""A form for somebody without a phone: sent to one of the studio's tablets, and followed while it is filled in."""

from __future__ import annotations

from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.gathering import Gathering
from components.app.live import live
from components.app.marks import Kind, status_mark
from components.app.moments import show_moment
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from pages.clients.invite_parts import arrival
from pages.leaving import open_pages
from studio.clients.actions import send_registration, withdraw_registration
from studio.clients.facts import FormLeft, RegistrationArrived
from studio.clients.queries.invitations import SentForm, sent_form
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.staff.facts import GuestArrived
from studio.staff.queries import DeviceView, list_devices

TABLETS = "staff.device.see"
KINDS: dict[str, Kind] = {"waiting": "wait", "open": "info", "arrived": "ok", "expired": "none", "ended": "none"}


def may_send() -> bool:
    """Whether this person sees the studio's tablets at all."""
    return may(current_actor(), TABLETS, house().rights)


async def send_to_tablet(client_id: UUID | None = None) -> UUID | None:
    """Ask which tablet, unless only one waits, and send the form there. Gives the invitation."""
    tablets = [one for one in await look(list_devices) if one.revoked_at is None]
    ready = {actor.device_id for _, actor in open_pages() if actor.device_id}
    waiting = [one for one in tablets if one.id in ready]
    chosen = waiting[0].id if len(waiting) == 1 else await _choose(tablets, ready)
    if chosen is None:
        return None
    sent = await act(send_registration, chosen, client_id)
    return sent.id if sent is not None else None


async def _choose(tablets: list[DeviceView], ready: set[UUID]) -> UUID | None:
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Which tablet?"), "", "h2")
        if not tablets:
            text(t("No tablet is paired yet. Any tablet with a browser will do."), "second", "p")
            button(t("Pair a tablet"), to="/settings#tablets")
        with ui.element("div").classes("candidates"):
            for one in tablets:
                _tablet(one, one.id in ready, dialog)
        with ui.element("div").classes("acts"):
            button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Which tablet?")
    chosen = await answer(dialog)
    return chosen if isinstance(chosen, UUID) else None


def _tablet(one: DeviceView, ready: bool, dialog: ui.dialog) -> None:
    made = ui.element("button").classes("candidate").on("click", lambda: dialog.submit(one.id))
    made.props["type"] = "button"
    with made, ui.element("span").classes("grow"):
        text(one.name, "strong")
        text(t("Ready") if ready else t("last seen {when}", when=show_moment(one.last_seen)), "second small")


class Following:
    """One form on a tablet, told live until it has arrived or nobody fills it in any more."""

    def __init__(self, invitation_id: UUID) -> None:
        self.invitation_id = invitation_id

    async def draw(self) -> None:
        """Its state and its acts; it belongs to whatever is being drawn."""
        self.place = ui.element("div").classes("invitation-arrival").props("role=status")
        again = Gathering(self._follow)
        live(GuestArrived, again, when=lambda fact: fact.purpose == "registration")
        live(RegistrationArrived, again)
        live(FormLeft, again, when=lambda fact: fact.invitation_id == self.invitation_id)
        await self._load()

    async def _load(self) -> None:
        row = await look(sent_form, self.invitation_id)
        self.place.clear()
        with self.place:
            status_mark(KINDS[row.stage], words_of(row)).classes("long")
            if row.registration_id is not None:
                found = await arrival(row.registration_id)
                if found.to:
                    button(t("Open"), to=found.to)
            elif row.stage in ("waiting", "open"):
                button(t("Take it back"), lambda: act(withdraw_registration, row.id), kind="bare")

    async def _follow(self, _: list[object]) -> None:
        if not self.place.is_deleted:
            await self._load()


def words_of(row: SentForm) -> str:
    """One line for a form on a tablet."""
    said = {
        "waiting": t("Sent to {tablet}", tablet=row.device_name),
        "open": t("The form is open on {tablet}", tablet=row.device_name),
        "arrived": t("The form has arrived in the inbox."),
        "expired": t("Nobody opened it in time"),
        "ended": t("Nobody filled it in on {tablet}", tablet=row.device_name),
    }
    return said[row.stage]
