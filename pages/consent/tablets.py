"""The studio's tablets, in the settings: paired with a code, seen waiting, renamed, let go."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from nicegui import run, ui

from components.app.button import button
from components.app.dialogs import answer, show
from components.app.feedback import confirm, toast
from components.app.icons import icon
from components.app.live import live
from components.app.marks import status_mark
from components.app.moments import here, show_date, show_moment
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.countdown import Countdown
from components.form import Form, text_field
from components.qr import qr
from pages.leaving import open_pages
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.staff.actions import invite_device, rename_device, revoke_device
from studio.staff.facts import DevicePaired, DeviceRenamed, DeviceRevoked, GuestArrived
from studio.staff.queries import DeviceView, guest_of_token, list_devices
from studio.upkeep.lan import lan_enabled, phone_url, secure_url, tls_enabled

SEE, MANAGE, PURPOSE = "staff.device.see", "staff.device.manage", "pair"
SEEN_EVERY = 5.0
"""Seconds between two looks at which tablets wait."""


def draw() -> None:
    """The section of the settings page."""
    Tablets().draw()


def waiting_now() -> set[UUID]:
    """Tablets that have their screen open at this moment."""
    return {actor.device_id for _, actor in open_pages() if actor.device_id}


def standing(one: DeviceView, open_now: set[UUID]) -> str:
    """Whether it waits for somebody at this moment, or when it was last seen."""
    return t("Ready") if one.id in open_now else t("last seen {when}", when=show_moment(one.last_seen))


class Tablets:
    """One open list of tablets; it follows what happens to them."""

    def __init__(self) -> None:
        self.manages = may(current_actor(), MANAGE, house().rights)
        self.open_now: set[UUID] = set()

    def draw(self) -> None:
        with ui.element("section").classes("settings-group").props("id=tablets"):
            text(t("Tablets"), "", "h2")
            with ui.element("div").classes("line apart wrap tablets-lead"):
                text(t("Clients read and sign on them, and reach nothing else of the studio."), "second small", "p")
                if self.manages:
                    button(t("Pair a tablet"), self._pair, icon="tablet")
            self.place = ui.element("div").classes("stack")
        ui.timer(0.05, self._load, once=True)
        ui.timer(SEEN_EVERY, self._seen)
        live((DevicePaired, DeviceRenamed, DeviceRevoked), lambda _: self._load())

    async def _seen(self) -> None:
        """Who opens or closes the waiting screen says nothing; so it is looked at now and then."""
        if waiting_now() != self.open_now:
            await self._load()

    async def _load(self) -> None:
        try:
            found = await look(list_devices)
        except Refusal:  # a sign-in that has ended: the page is on its way out
            return
        self.open_now = waiting_now()
        self.place.clear()
        with self.place:
            if not found:
                text(t("No tablet is paired yet. Any tablet with a browser will do."), "second", "p")
            else:
                with ui.element("ul").classes("ruled"):
                    for one in found:
                        self._one(one)

    def _one(self, one: DeviceView) -> None:
        with ui.element("li").classes("line loose wrap"):
            icon("tablet")
            with ui.element("div").classes("grow"):
                text(one.name, "strong", "div")
                day = show_date(here(one.paired_at).date())
                by = (
                    t("paired {day} by {who}", day=day, who=one.paired_by)
                    if one.paired_by
                    else t("paired {day}", day=day)
                )
                text(by, "second small", "div")
            status_mark("ok" if one.id in self.open_now else "none", standing(one, self.open_now))
            if self.manages:
                button(t("Rename"), lambda: rename(one), kind="bare")
                button(t("Let go"), lambda: let_go(one), kind="bare")

    async def _pair(self) -> None:
        await Pairing().show()


class Pairing:
    """The code a tablet scans, and what becomes of it while one looks on."""

    def __init__(self) -> None:
        self.token = ""
        self.ours: set[UUID] = set()
        """Every code shown here; the tablet may have scanned the one before."""

    async def show(self) -> None:
        """Until the tablet is paired, or the dialog is closed."""
        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose center"):
            text(t("Pair a tablet"), "", "h2")
            self.place = ui.element("div").classes("stack loose center")
            with ui.element("div").classes("acts"):
                button(t("Close"), dialog.close)
            live(GuestArrived, lambda _: self._opened(), when=lambda fact: fact.token_id in self.ours)
            live(DevicePaired, lambda _: self._paired(dialog), when=lambda fact: fact.token_id in self.ours)
        dialog.props["aria-label"] = t("Pair a tablet")
        show(dialog)
        await self._fresh()
        await answer(dialog)

    async def _fresh(self) -> None:
        made: tuple[str, datetime] | None = None
        if lan_enabled():
            made = await act(invite_device)
        guest = await run.io_bound(guest_of_token, made[0], PURPOSE) if made else None
        self.place.clear()
        with self.place:
            if made is None or guest is None:
                text(t("Tablets cannot reach this computer yet. Let phones in first, above."), "second", "p")
                return
            self.token = made[0]
            self.ours.add(guest.id)
            self._code((guest.expires_at - house().clock.now()).total_seconds())

    def _code(self, seconds: float) -> None:
        url = secure_url(f"/pair/{self.token}")
        qr(url, size=240, label=t("QR code that pairs a tablet"))
        with ui.element("div").classes("line center wrap").props("role=status") as self.state:
            status_mark("wait", t("Scan this with the tablet's camera"))
            Countdown(t("new code in {time}"), self._fresh).start(seconds)
        text(url, "small second prose", "p")
        if tls_enabled():
            button(t("New tablet? Let it trust this studio first"), self._install, kind="bare")
        else:
            text(t("Over plain HTTP, inside the studio's own Wi-Fi: not encrypted on its way."), "small quiet", "p")
            button(t("Encrypt their pages"), to="/settings/network", kind="bare")

    def _install(self) -> None:
        """What a tablet needs before its browser believes an encrypted address of ours; one code at a time."""
        self.place.clear()
        address = phone_url("/install")
        with self.place:
            qr(address, size=240, label=t("QR code of the page that explains the certificate"))
            text(t("Scan this with the tablet and follow the page."), "second", "p")
            text(address, "small second prose", "p")
            button(t("Then pair it"), self._fresh, kind="primary")

    def _paired(self, dialog: ui.dialog) -> None:
        dialog.close()
        toast(t("The tablet is paired and waits."))

    def _opened(self) -> None:
        if self.state.is_deleted:
            return
        self.state.clear()
        with self.state:
            status_mark("info", t("The tablet has the page open. Give it a name there."))


async def rename(one: DeviceView) -> None:
    """Another name for a tablet."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Rename the tablet"), "", "h2")

        async def save(values: dict[str, str]) -> object:
            done = await attempt(rename_device, form, one.id, values["name"])
            if done:
                dialog.close()
            return done

        with Form(save) as form:
            form.field("name", text_field(t("Name of this tablet"), one.name, required=True))
            form.acts(t("Save"))
    dialog.props["aria-label"] = t("Rename the tablet")
    await answer(dialog)


async def let_go(one: DeviceView) -> None:
    """Nobody signs on it any more; it can be paired again."""
    body = t("It shows nothing of the studio from now on. It can be paired again at any time.")
    asked = t("Let {name} go?", name=one.name)
    if not await confirm(asked, body, t("Let go"), stop=True):
        return
    gone = await act(revoke_device, one.id)
    if gone:
        toast(t("{name} is no tablet of the studio any more.", name=one.name))
