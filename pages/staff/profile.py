"""One's own account: name, language, theme, password, and where one is signed in."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from nicegui import ui
from nicegui.element import Element

from components.app import theme
from components.app.button import button
from components.app.feedback import confirm, toast
from components.app.frame import frame, head
from components.app.live import live
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form, choice_field, seg_field, text_field
from pages.staff.devices import draw_sign_ins
from pages.staff.person_dialogs import filled, new_password_field
from pages.staff.present_password import is_mine, present_password
from pages.staff.safety import SafetyPart
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, t
from studio.staff.actions import change_user, end_sign_in, set_password, sign_out_everywhere
from studio.staff.facts import SignedIn, SignInsEnded
from studio.staff.queries import UserView, my_sign_ins, user_by_id

theme.also(Path(__file__).parent / "staff.css")


async def draw() -> None:
    """The screen `/profile`."""
    await Profile().draw()


class Profile:
    """One open account page."""

    def __init__(self) -> None:
        self.actor = current_actor()
        self.me = self.actor.id or UUID(int=0)
        self.version = 0

    async def draw(self) -> None:
        user = await look(user_by_id, self.me)
        self.version = user.version
        with frame(t("Your account"), active="/profile"):
            head(t("Your account"), f"{user.email} · {house().rights.title(user.role)}")
            with ui.element("div").classes("account"):
                self._person(user)
                self._password(user)
                await SafetyPart().draw()
                await self.sign_ins()
        mine = (SignedIn, SignInsEnded)
        live(mine, lambda _: self.sign_ins.refresh(), when=lambda fact: fact.user_id == self.me)

    def _person(self, user: UserView) -> None:
        async def save(values: dict[str, Any]) -> bool | None:
            wanted = "" if values["theme"] == "system" else values["theme"]
            changes = {"name": values["name"], "language": values["language"], "theme": wanted}
            done = await attempt(change_user, form, self.me, self.version, **changes)
            if done is None:
                return None
            self.version = done.version
            ui.run_javascript(f"window.lineworkTheme?.choose({values['theme']!r})")
            ui.run_javascript("location.reload()") if done.language != self.actor.language else toast(t("Saved."))
            return True

        themes = {"system": t("As the system"), "light": t("Light"), "dark": t("Dark")}
        with part(t("You")), Form(save) as form:
            form.field("name", text_field(t("Name"), user.name, required=True))
            form.field("language", choice_field(t("Language"), LANGUAGES, user.language))
            form.field("theme", seg_field(t("Theme"), themes, user.theme or "system"))
            form.acts(t("Save account"))

    def _password(self, user: UserView) -> None:
        async def save(values: dict[str, Any]) -> bool | None:
            if not await is_mine(values["now"], form):
                return None
            account = await filled(form, name=user.name, email=user.email, password=values["password"])
            if account is None:
                return None
            done = await attempt(set_password, form, self.me, account["password_hash"])
            if done is None:
                return None
            self.version = done.version
            now.value = fresh.value = ""
            toast(t("Your password is changed. Other browsers have to sign in again."))
            return True

        with part(t("Password")), Form(save) as form:
            now = present_password(form)
            fresh = form.field("password", new_password_field(t("New password")))
            form.acts(t("Change password"))

    @ui.refreshable_method
    async def sign_ins(self) -> None:
        """Where this account is signed in now."""
        found = await look(my_sign_ins)
        with part(t("Where you are signed in"), "account-wide"):
            draw_sign_ins(found, self._end)
            if len(found) > 1:
                button(t("Sign out everywhere else"), self._leave_others, icon="logout")

    async def _end(self, session_id: UUID) -> None:
        await act(end_sign_in, session_id)

    async def _leave_others(self) -> None:
        body = t("Every other browser and program has to sign in again.")
        if await confirm(t("Sign out everywhere else?"), body, t("Sign out everywhere else"), stop=True):
            await act(sign_out_everywhere, self.me, keep_this=True)
            toast(t("You are signed in only here now."))


def part(title: str, look: str = "") -> Element:
    """A part of the page below its own heading."""
    section = ui.element("section").classes(f"account-part {look}")
    with section:
        text(title, "", "h2")
    return section
