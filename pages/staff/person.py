"""One person of the studio: role, standing, photo, where they are signed in, what they did."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from uuid import UUID

from nicegui import ui

from components.app import theme
from components.app.button import button
from components.app.frame import frame, head
from components.app.live import live
from components.app.marks import face, status_mark
from components.app.moments import here, show_date, show_moment
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from pages.asking import id_in
from pages.staff import people
from pages.staff.activity import Activity
from pages.staff.devices import draw_sign_ins
from pages.staff.faces import face_address, face_part
from pages.staff.invitation import give_code_to, invite_once_more
from pages.staff.person_access import switch_off_step
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, t
from studio.staff.actions import end_sign_in
from studio.staff.facts import AboutUser
from studio.staff.queries import UserView, sign_ins_of, user_by_id

theme.also(Path(__file__).parent / "person.css")

Doing = Callable[[UserView], Awaitable[object]]


async def draw(user_id: str) -> None:
    """The screen `/staff/{user_id}`."""
    await Person(id_in(user_id)).draw()


class Person:
    """One open page about somebody."""

    def __init__(self, user_id: UUID) -> None:
        self.id = user_id
        self.actor, self.rights = current_actor(), house().rights
        self.changes = self.rights.scope(self.actor, "staff.user.change") == "all"

    async def draw(self) -> None:
        self.one = await look(user_by_id, self.id)
        with frame(self.one.name, active="/staff"):
            head(self.one.name, self.one.email)
            with ui.element("div").classes("account"):
                await self.about()
                await self.signed_in()
                if may(self.actor, "upkeep.journal.see", self.rights):
                    await Activity(self.id).draw()
        live(AboutUser, lambda _: self._follow(), when=lambda fact: fact.user_id == self.id)

    async def _follow(self) -> None:
        self.one = await look(user_by_id, self.id)
        self.about.refresh()
        self.signed_in.refresh()

    @ui.refreshable_method
    async def about(self) -> None:
        """Who it is and what can be done about it."""
        one = self.one
        with ui.element("section").classes("account-part"):
            with ui.element("div").classes("line loose"):
                face(one.name, face_address(one, "l"), size="l")
                with ui.element("div").classes("stack tight"):
                    text(house().rights.title(one.role), "strong large")
                    standing(one)
            with ui.element("dl").classes("facts"):
                for label, words in facts(one):
                    text(label, "", "dt")
                    text(words, "", "dd")
            self._acts(one)
            if self.changes or self.id == self.actor.id:
                face_part(one)

    def _acts(self, one: UserView) -> None:
        with ui.element("div").classes("line wrap"):
            for words, icon, do, stop in self._offers(one):
                button(words, lambda do=do: do(self.one), icon=icon, kind="stop" if stop else "plain")
            if self.id == self.actor.id:
                button(t("Your account"), icon="person", to="/profile")

    def _offers(self, one: UserView) -> list[tuple[str, str, Doing, bool]]:
        offers: list[tuple[str, str, Doing, bool]] = []
        if not self.changes:
            return offers
        if not one.active:
            return [(t("Let sign in again"), "undo", people.restore, False)]
        offers.append((t("Change the role"), "key", people.change_role, False))
        if one.invited and may(self.actor, people.ADD, self.rights):
            offers.append((t("Invite again"), "mail", invite_once_more, False))
        elif self.id != self.actor.id and may(self.actor, "staff.code.give", self.rights):
            offers.append((t("Give a code for a new password"), "lock", give_code_to, False))
        if self.id != self.actor.id and may(self.actor, "staff.second_step.change", self.rights):
            offers.append((t("Switch off the second step"), "phone", switch_off_step, False))
        offers.append((t("Sign out everywhere"), "logout", people.sign_out, False))
        if self.id != self.actor.id:
            offers.append((t("Suspend"), "close", people.suspend, True))
        return offers

    @ui.refreshable_method
    async def signed_in(self) -> None:
        """Where they are signed in now."""
        found = await look(sign_ins_of, self.id)
        with ui.element("section").classes("account-part"):
            text(t("Signed in at"), "", "h2")
            if found:
                draw_sign_ins(found, self._end)
            else:
                text(t("Nowhere just now."), "quiet", "p")

    async def _end(self, session_id: UUID) -> None:
        await act(end_sign_in, session_id)


def standing(one: UserView) -> None:
    """Whether they can sign in, in a mark and a word."""
    kind, word = people.standing_of(one)
    status_mark(kind, word)


def facts(one: UserView) -> list[tuple[str, str]]:
    """What else is known."""
    return [
        (t("Language"), LANGUAGES.get(one.language, one.language)),
        (t("Account since"), show_date(here(one.created_at).date())),
        (t("Last seen"), show_moment(one.last_seen) if one.last_seen else t("never")),
    ]
