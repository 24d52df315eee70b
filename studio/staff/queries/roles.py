"""Who may do what: every right against every role, and who has which role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.kernel.house import house
from studio.kernel.permissions import ROLES, Permission, Rights, Scope
from studio.kernel.roles import Role
from studio.kernel.work import Read, query
from studio.staff.models import User

_role, _user = columns_of(Role), columns_of(User)


@dataclass(frozen=True, slots=True)
class RoleView:
    """A column of the matrix. `copied_from` is the built-in role whose defaults one of the studio's own has."""

    key: str
    title: str
    copied_from: str


@dataclass(frozen=True, slots=True)
class Cell:
    """How far one right of one role reaches, how far it would by default, and whether it can be changed."""

    reach: Scope | None
    default: Scope | None
    kept: bool

    @property
    def differs(self) -> bool:
        return self.reach != self.default


@dataclass(frozen=True, slots=True)
class RightRow:
    """One right and its cells, a role each, in the order of the roles."""

    name: str
    sentence: str
    choices: tuple[Scope | None, ...]
    cells: tuple[Cell, ...]

    @property
    def room(self) -> str:
        return self.name.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who can sign in, and their role."""

    id: UUID
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Matrix:
    """Everything the editor shows."""

    roles: tuple[RoleView, ...]
    rights: tuple[RightRow, ...]
    people: tuple[Holder, ...]


@query("staff.role.see")
def role_matrix(read: Read) -> Matrix:
    """Every right people can have, against every role there is; one statement."""
    rights = read.house.rights
    own = rights.book().own
    titles = rights.titles()
    roles = tuple(RoleView(key, titles[key], own[key].copied_from if key in own else "") for key in titles)
    shown = tuple(_row(rights, one, roles) for one in rights if one.is_for_people)
    working = select(_user.c.id, _user.c.name, _user.c.role).where(_user.c.active).order_by(_user.c.name, _user.c.id)
    return Matrix(roles, shown, tuple(Holder(*row) for row in read.connection.execute(working)))


def role_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """The names the journal shows, also of roles that were removed."""
    rows = connection.execute(select(_role.c.id, _role.c.key, _role.c.name).where(_role.c.id.in_(ids)))
    return {row.id: house().rights.title(row.key) if row.key in ROLES else row.name for row in rows}


def forget_roles(_: object) -> None:
    """Read again at the next question who may do what."""
    house().rights.forget()


def _row(rights: Rights, one: Permission, roles: Sequence[RoleView]) -> RightRow:
    cells = tuple(
        Cell(rights.reach(role.key, one.name), rights.default(role.key, one.name), one.is_kept_by(role.key))
        for role in roles
    )
    return RightRow(one.name, one.sentence, one.choices, cells)
