"""Who may do what: every right against every role, changed in place, with the way back."""

from __future__ import annotations

from itertools import groupby
from typing import Any, cast

from nicegui import ui

from components.app.button import button
from components.app.feedback import confirm, toast
from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.perform import act, look
from components.app.who import current_actor
from components.matrix import MatrixAct, MatrixCell, MatrixGroup, MatrixPerson, MatrixRole, MatrixRow, MatrixTable
from pages.staff.role_dialogs import ask_new_role, ask_role_name
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.permissions import Scope
from studio.kernel.text import N_, nt, t
from studio.staff.actions import change_rights, remove_role, reset_rights
from studio.staff.facts import RolesChanged, UserAdded, UserChanged
from studio.staff.queries import Cell, Matrix, RightRow, RoleView, role_matrix

SEE, CHANGE = "staff.role.see", "staff.role.change"
ROOMS = {
    "staff": N_("People and tablets"),
    "upkeep": N_("Studio and network"),
    "clients": N_("Clients"),
    "catalog": N_("Services"),
    "documents": N_("Documents"),
    "consent": N_("Consent"),
    "messages": N_("Alerts and e-mail"),
}


async def draw() -> None:
    """The screen `/staff/roles`."""
    await Roles().draw()


class Roles:
    """One open matrix."""

    def __init__(self) -> None:
        self.changes = may(current_actor(), CHANGE, house().rights)

    async def draw(self) -> None:
        with frame(t("Roles and rights"), active="/staff"):
            note = t("Press a cell to change it; a change counts at once. Press a right to see who has it.")
            with head(t("Roles and rights"), note).end:
                if self.changes:
                    button(t("Reset all"), lambda: self._reset(""), icon="undo")
                    button(t("New role"), self._add, kind="primary", icon="plus", key="n")
            with ui.element("div").classes("body"):
                self.table = MatrixTable(self._change, self._act, label=t("Roles and rights"), editable=self.changes)
        live((RolesChanged, UserAdded, UserChanged), lambda _: self._show())
        await self._show()

    @in_turn
    async def _show(self) -> None:
        self.matrix = await look(role_matrix)
        self.table.show(
            [self._role(one) for one in self.matrix.roles],
            groups(self.matrix),
            [MatrixPerson(str(one.id), one.name, one.role) for one in self.matrix.people],
        )

    def _role(self, one: RoleView) -> MatrixRole:
        note = t("Copied from {role}", role=house().rights.title(one.copied_from)) if one.copied_from else ""
        return MatrixRole(one.key, one.title, note, tuple(self._acts(one)))

    def _acts(self, one: RoleView) -> list[MatrixAct]:
        if not self.changes:
            return []
        acts = [MatrixAct("copy", t("Copy to a new role"), "copy"), MatrixAct("reset", t("Reset this role"), "undo")]
        if one.copied_from:
            acts.append(MatrixAct("rename", t("Rename"), "edit"))
            acts.append(MatrixAct("remove", t("Remove"), "trash", stop=True))
        return acts

    async def _change(self, role: str, right: str, reach: str) -> None:
        before = await act(change_rights, role, {right: cast("Scope | None", reach or None)})
        await self._show()
        if before:
            words = t("{role}: {right} – {reach}.", role=title(role), right=self._sentence(right), reach=said(reach))
            toast(words, lambda: act(change_rights, role, before))

    async def _act(self, name: str, role: str) -> None:
        if name == "copy":
            await self._add(role)
        elif name == "reset":
            await self._reset(role)
        elif name == "rename" and await ask_role_name(role):
            toast(t("The role is called {name} now.", name=title(role)))
        elif name == "remove":
            await self._remove(role)

    async def _add(self, role: str = "artist") -> None:
        name = await ask_new_role(self.matrix.roles, role)
        if name:
            toast(t("The role {name} is there. Give it to people in the list of people.", name=name))

    async def _reset(self, role: str) -> None:
        ask = t("Reset {role}?", role=title(role)) if role else t("Reset all roles?")
        differing = sum(cell.differs for row in self.matrix.rights for cell in self._cells(row, role))
        if not differing:
            toast(t("Nothing differs from how it comes."))
            return
        body = nt("{n} right goes back to how it comes.", "{n} rights go back to how they come.", differing)
        if await confirm(ask, body + " " + t("Roles and people stay."), t("Reset"), stop=True):
            before = await act(reset_rights, role)
            if before:
                toast(t("Rights are as they come."), lambda: self._put_back(before))

    async def _put_back(self, before: dict[str, dict[str, Scope | None]]) -> None:
        for role, reaches in before.items():
            await act(change_rights, role, reaches)

    async def _remove(self, role: str) -> None:
        name = title(role)
        body = t("Its rights go with it. What people with this role did stays on record.")
        if await confirm(t("Remove the role {name}?", name=name), body, t("Remove"), stop=True):
            await act(remove_role, role)

    def _cells(self, row: RightRow, role: str) -> list[Cell]:
        roles = self.matrix.roles
        return [cell for cell, one in zip(row.cells, roles, strict=True) if role in ("", one.key)]

    def _sentence(self, right: str) -> str:
        return next((t(row.sentence) for row in self.matrix.rights if row.name == right), right)


def groups(matrix: Matrix) -> list[MatrixGroup]:
    """The rights by room, in the order they are declared."""
    return [
        MatrixGroup(room, t(ROOMS[room]) if room in ROOMS else room.capitalize(), tuple(map(shown, rows)))
        for room, rows in groupby(matrix.rights, key=lambda row: row.room)
    ]


def shown(row: RightRow) -> MatrixRow:
    """One right as the table shows it."""
    cells = tuple(MatrixCell(cell.reach or "", cell.default or "", cell.kept) for cell in row.cells)
    return MatrixRow(row.name, t(row.sentence), tuple(one or "" for one in row.choices), cells)


def title(role: str) -> str:
    return house().rights.title(role)


def said(reach: Any) -> str:
    return {"all": t("All"), "own": t("Own")}.get(reach, t("No"))
