"""One's own PIN and second step, on the page of one's account."""

from __future__ import annotations

from typing import Any

from nicegui import run, ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import toast
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.perform import attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form, text_field
from components.qr import qr
from pages.staff.present_password import is_mine, present_password
from pages.staff.recovery_codes import show_codes
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t
from studio.staff.actions import renew_recovery_codes, set_pin, turn_off_second_step, turn_on_second_step
from studio.staff.facts import PinChanged, RecoveryCodesMade, SecondStepTurnedOff, SecondStepTurnedOn
from studio.staff.pins import hash_pin
from studio.staff.queries import user_by_id
from studio.staff.queries.safety import Safety, safety_of
from studio.staff.second_step import app_address, new_secret

CHANGES = (PinChanged, SecondStepTurnedOn, SecondStepTurnedOff, RecoveryCodesMade)


class SafetyPart:
    """One drawn part of the account page."""

    def __init__(self) -> None:
        self.actor = current_actor()

    async def draw(self) -> None:
        """The part, following what happens to it elsewhere."""
        with ui.element("section").classes("account-part"):
            text(t("Second step and PIN"), "", "h2")
            self.place = ui.element("ul").classes("ruled safety")
        live(CHANGES, lambda _: self._load(), when=lambda fact: fact.user_id == self.actor.id)
        await self._load()

    @in_turn
    async def _load(self) -> None:
        if self.actor.id is None:
            return
        kept = await look(safety_of, self.actor.id)
        self.place.clear()
        with self.place:
            self._second_step(kept)
            self._pin(kept)

    def _second_step(self, kept: Safety) -> None:
        with ui.element("li").classes("line loose wrap"):
            with ui.element("div").classes("grow"):
                text(t("Code of an app on your phone"), "strong", "div")
                said = t("Besides the password, a sign-in asks for six digits of an authenticator app.")
                left = nt("{n} recovery code is left.", "{n} recovery codes are left.", kept.spare)
                text(left if kept.second_step else said, "second small", "div")
            status_mark("ok", t("On")) if kept.second_step else status_mark("none", t("Off"))
            with ui.element("div").classes("line wrap"):
                if kept.second_step:
                    button(t("New recovery codes"), renew)
                    button(t("Switch off"), switch_off)
                else:
                    button(t("Switch on"), switch_on)

    def _pin(self, kept: Safety) -> None:
        with ui.element("li").classes("line loose wrap"):
            with ui.element("div").classes("grow"):
                text(t("PIN"), "strong", "div")
                said = t(
                    "For desks that several people share: it opens a locked screen and takes over from a colleague."
                )
                text(said, "second small", "div")
            status_mark("ok", t("On")) if kept.pin else status_mark("none", t("Off"))
            button(t("Change the PIN") if kept.pin else t("Choose a PIN"), choose_pin)


async def choose_pin() -> None:
    """Ask for a PIN and keep it; an empty one removes it."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Your PIN"), "", "h2")
        text(
            t("Four to eight digits, not 1234. It works at the studio's shared desks and nowhere else."), "second", "p"
        )

        async def save(values: dict[str, Any]) -> bool | None:
            if not await is_mine(values["now"], form):
                return None
            try:
                hashed = (await run.io_bound(hash_pin, values["pin"]) or "") if values["pin"] else ""
            except Refusal as refusal:
                form.complain(refusal)
                return None
            if await attempt(set_pin, form, hashed) is None:
                return None
            dialog.submit(t("Your PIN is set.") if hashed else t("Your PIN is removed."))
            return True

        with Form(save) as form:
            present_password(form).props("autofocus")
            hint = t("Leave it empty to have none.")
            pin = text_field(t("New PIN"), kind="password", hint=hint, autocomplete="off").props(
                "inputmode=numeric maxlength=8"
            )
            form.field("pin", pin)
            with form.acts(t("Keep this PIN")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Your PIN")
    if said := await answer(dialog):
        toast(str(said))


async def switch_on() -> None:
    """Show the secret as a QR code, have a code typed back, then tell the recovery codes."""
    actor, secret = current_actor(), new_secret()
    if actor.id is None:
        return
    me = await look(user_by_id, actor.id)
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("A second step for your sign-in"), "", "h2")
        text(t("Scan this with an authenticator app, then type the six digits it shows."), "second", "p")
        with ui.element("div").classes("stack center"):
            qr(app_address(secret, me.email, house().settings["studio.name"]), size=200, label=t("QR code for the app"))
            text(" ".join(secret[at : at + 4] for at in range(0, len(secret), 4)), "small second prose secret", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            if not await is_mine(values["now"], form):
                return None
            codes = await attempt(turn_on_second_step, form, secret, values["code"])
            if codes is None:
                return None
            dialog.submit(codes)
            return True

        with Form(save) as form:
            code = text_field(t("Six digits of the app"), required=True, autocomplete="one-time-code")
            form.field("code", code).props("inputmode=numeric autofocus")
            present_password(form)
            with form.acts(t("Switch it on")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("A second step for your sign-in")
    if codes := await answer(dialog):
        await show_codes(codes)


async def renew() -> None:
    """Ten new codes, after the password."""
    codes = await confirmed(
        t("New recovery codes"), t("Those you have now are void then."), t("Make new codes"), "renew"
    )
    if codes:
        await show_codes(codes)


async def switch_off() -> None:
    """The password alone again, after the password."""
    lead = t("Whoever knows your password can then sign in as you.")
    if await confirmed(t("Switch the second step off?"), lead, t("Switch off"), "off"):
        toast(t("The second step is off."))


async def confirmed(title: str, lead: str, act: str, what: str) -> Any:
    """What the verb gave after the password was said once more; None when somebody left."""
    actor = current_actor()
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(title, "", "h2")
        text(lead, "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            if actor.id is None or not await is_mine(values["now"], form):
                return None
            renewing = what == "renew"
            done: Any = await (
                attempt(renew_recovery_codes, form) if renewing else attempt(turn_off_second_step, form, actor.id)
            )
            if done is None:
                return None
            dialog.submit(done)
            return True

        with Form(save) as form:
            present_password(form).props("autofocus")
            with form.acts(act):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = title
    return await answer(dialog)
