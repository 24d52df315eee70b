"""Roles as a studio keeps them: its own ones, and where a role's rights differ from what is declared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, UniqueConstraint, select
from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.table import Table, columns_of


class Role(Table, table=True):
    """A role that was made or changed here. One of the studio's own is copied from a built-in one."""

    __tablename__ = "role"

    key: str = Field(unique=True)
    name: str = ""
    copied_from: str = ""
    """The built-in role whose defaults it has; empty for a built-in role itself."""
    removed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when nobody can have it any more; the journal still knows its name."""


class RoleGrant(Table, table=True):
    """How far one right of one role reaches, where that is not the default: all, own or none."""

    __tablename__ = "role_grant"
    __table_args__ = (UniqueConstraint("role", "permission"),)

    role: str
    permission: str
    reach: str


_role, _grant = columns_of(Role), columns_of(RoleGrant)


@dataclass(frozen=True, slots=True)
class OwnRole:
    """A role this studio made: what it is called, and whose defaults it has."""

    name: str
    copied_from: str


@dataclass(frozen=True, slots=True)
class RoleBook:
    """Everything about roles that differs from what is declared."""

    own: Mapping[str, OwnRole] = field(default_factory=dict)
    reaches: Mapping[tuple[str, str], str] = field(default_factory=dict)


def stored_roles(connection: Connection) -> RoleBook:
    """The book as it is in the database now."""
    own = select(_role.c.key, _role.c.name, _role.c.copied_from)
    own = own.where(_role.c.copied_from != "", _role.c.removed_at.is_(None)).order_by(_role.c.id)
    grants = select(_grant.c.role, _grant.c.permission, _grant.c.reach)
    return RoleBook(
        {row.key: OwnRole(row.name, row.copied_from) for row in connection.execute(own)},
        {(row.role, row.permission): row.reach for row in connection.execute(grants)},
    )
