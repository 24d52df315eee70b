"""The people who work here: who they are, what they may do, and whether they may still sign in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.feedback import confirm, toast
from components.app.frame import frame, head
from components.app.live import live
from components.app.marks import Kind
from components.app.moments import show_moment
from components.app.perform import act, look
from components.app.who import current_actor
from components.table import Act, Column, DataTable, Page, Wanted, face_cell, mark_cell
from pages.staff.faces import face_address
from pages.staff.invitation import ask_invitation, give_code_to
from pages.staff.person_access import switch_off_step
from pages.staff.person_dialogs import ask_new_person, ask_password, ask_role
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.staff.actions import change_user, sign_out_everywhere
from studio.staff.facts import PasswordChanged, SignedIn, SignInsEnded, UserAdded, UserChanged
from studio.staff.queries import UserView, list_users, user_by_id

ADD = "staff.user.add"


async def draw() -> None:
    """The screen `/staff`."""
    await People().draw()


class People:
    """One open list of people."""

    def __init__(self) -> None:
        actor, rights = current_actor(), house().rights
        self.me = actor.id
        self.adds = may(actor, ADD, rights)
        self.changes = rights.scope(actor, "staff.user.change") == "all"

    async def draw(self) -> None:
        with frame(t("People"), active="/staff"):
            with head(t("People"), t("Everybody with their own sign-in. The journal knows who did what.")).end:
                if may(current_actor(), "staff.role.see", house().rights):
                    button(t("Roles and rights"), icon="key", to="/staff/roles")
                if self.adds:
                    button(t("Add a person"), self._add, icon="plus")
                    button(t("Invite a person"), ask_invitation, kind="primary", icon="mail", key="n")
            with ui.element("div").classes("body"):
                self.table = DataTable(
                    columns(), self._load, key="people", label=t("People"), acts=self._acts(), on_act=self._act
                )
        live(
            (UserAdded, UserChanged, PasswordChanged, SignedIn, SignInsEnded),
            lambda fact: self.table.changed(fact.user_id),
        )
        await self.table.load()

    async def _load(self, wanted: Wanted) -> Page:
        people, total = await look(list_users, wanted.page, wanted.size)
        return Page([self._row(one) for one in people], total)

    def _row(self, one: UserView) -> dict[str, object]:
        return {
            "id": str(one.id),
            "name": face_cell(one.name, face_address(one), t("you") if one.id == self.me else ""),
            "email": one.email,
            "role": house().rights.title(one.role),
            "seen": show_moment(one.last_seen) if one.last_seen else t("never"),
            "standing": mark_cell(*standing_of(one)),
            "acts": self._allowed(one),
            "to": f"/staff/{one.id}",
        }

    def _acts(self) -> list[Act]:
        if not self.changes:
            return []
        return [
            Act("role", t("Change the role"), "key"),
            Act("password", t("Set a new password"), "lock"),
            Act("code", t("Give a code for a new password"), "mail"),
            Act("step", t("Switch off the second step"), "phone"),
            Act("out", t("Sign out everywhere"), "logout"),
            Act("suspend", t("Suspend"), "close", stop=True),
            Act("restore", t("Let sign in again"), "undo"),
        ]

    def _allowed(self, one: UserView) -> list[str]:
        if not self.changes:
            return []
        if not one.active:
            return ["restore"]
        mine = one.id == self.me
        return ["role", "password", "out"] if mine else ["role", "password", "code", "step", "out", "suspend"]

    async def _act(self, name: str, ids: list[str]) -> None:
        doing: dict[str, Callable[[UserView], Awaitable[None]]] = {
            "role": change_role,
            "password": set_new_password,
            "code": give_code_to,
            "step": switch_off_step,
            "out": sign_out,
            "suspend": suspend,
            "restore": restore,
        }
        if name in doing:
            await doing[name](await look(user_by_id, UUID(ids[0])))

    async def _add(self) -> None:
        name = await ask_new_person()
        if name:
            toast(t("{name} can sign in now.", name=name))


def standing_of(one: UserView) -> tuple[Kind, str]:
    """Whether somebody can sign in: the mark and the word."""
    if not one.active:
        return "none", t("Suspended")
    return ("wait", t("Invited")) if one.invited else ("ok", t("Active"))


def columns() -> list[Column]:
    """What the list shows of everybody."""
    return [
        Column("name", t("Name"), "face"),
        Column("role", t("Role")),
        Column("email", t("E-mail"), "quiet"),
        Column("seen", t("Last seen"), "quiet"),
        Column("standing", t("Sign-in"), "mark"),
    ]


async def change_role(one: UserView) -> None:
    """Another role; the last owner stays one, says the verb."""
    role = await ask_role(one)
    if not role:
        return
    done = await act(change_user, one.id, one.version, role=role)
    if done:
        said(one, t("{name} is now: {role}.", name=one.name, role=house().rights.title(role)), role=one.role)


async def set_new_password(one: UserView) -> None:
    """A password to tell somebody who forgot theirs."""
    if await ask_password(one):
        toast(t("{name} has a new password and is signed out elsewhere.", name=one.name))


async def sign_out(one: UserView) -> None:
    """End what is open of somebody, everywhere."""
    body = t("Every browser and program signed in as {name} has to sign in again.", name=one.name)
    if await confirm(t("Sign {name} out everywhere?", name=one.name), body, t("Sign out everywhere"), stop=True):
        await act(sign_out_everywhere, one.id, one.id == current_actor().id)
        toast(t("{name} is signed out everywhere.", name=one.name))


async def suspend(one: UserView) -> None:
    """No more sign-in for somebody; what they did stays on record."""
    body = t("{name} is signed out at once and cannot sign in. What they did stays on record.", name=one.name)
    if not await confirm(t("Suspend {name}?", name=one.name), body, t("Suspend"), stop=True):
        return
    done = await act(change_user, one.id, one.version, active=False)
    if done:
        said(one, t("{name} is suspended.", name=one.name), active=True)


async def restore(one: UserView) -> None:
    """Let somebody sign in again."""
    if await act(change_user, one.id, one.version, active=True):
        said(one, t("{name} can sign in again.", name=one.name), active=False)


def said(one: UserView, words: str, **before: object) -> None:
    """Say what was done, with the way back."""

    async def undo() -> None:
        await act(change_user, one.id, None, **before)

    toast(words, undo)
