"""People of the studio as lists and profiles show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from storage.table import columns_of
from studio.kernel.house import house
from studio.kernel.refusal import Missing
from studio.kernel.work import Read, query
from studio.staff.models import NO_PASSWORD, SignIn, User

_user = columns_of(User)
_sign_in = columns_of(SignIn)


@dataclass(frozen=True)
class UserView:
    """Somebody with an account."""

    id: UUID
    name: str
    email: str
    role: str
    language: str
    theme: str
    active: bool
    version: int
    created_at: datetime
    last_seen: datetime | None
    photo: str | None
    photo_small: str | None
    invited: bool
    """Whether they have yet to choose a password."""


@dataclass(frozen=True)
class SignInView:
    """One living sign-in."""

    id: UUID
    kind: str
    address: str
    agent: str
    seen_at: datetime
    expires_at: datetime
    this: bool


_columns = (
    _user.c.id,
    _user.c.name,
    _user.c.email,
    _user.c.role,
    _user.c.language,
    _user.c.theme,
    _user.c.active,
    _user.c.version,
    _user.c.created_at,
    _user.c.photo,
    _user.c.photo_small,
    (_user.c.password_hash == NO_PASSWORD).label("invited"),
)
_people = (
    select(*_columns, func.max(_sign_in.c.seen_at).label("last_seen"))
    .outerjoin_from(_user, _sign_in, _sign_in.c.user_id == _user.c.id)
    .group_by(_user.c.id)
)


def names_of_users(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """The names the journal shows."""
    return dict(connection.execute(select(_user.c.id, _user.c.name).where(_user.c.id.in_(ids))).all())


@query("staff.user.see")
def list_users(read: Read, page: int = 1, size: int = 50) -> tuple[list[UserView], int]:
    """A page of everybody with an account, and how many there are."""
    total = read.connection.execute(select(func.count()).select_from(_user)).scalar_one()
    rows = read.connection.execute(_people.order_by(_user.c.name, _user.c.id).limit(size).offset((page - 1) * size))
    return [UserView(**row) for row in rows.mappings()], total


@query("staff.self.see")
def user_by_id(read: Read, user_id: UUID) -> UserView:
    """One person: oneself, or anybody with the right to see people."""
    if user_id != read.actor.id and read.house.rights.scope(read.actor, "staff.user.see") is None:
        raise Missing
    row = read.connection.execute(_people.where(_user.c.id == user_id)).mappings().first()
    if row is None:
        raise Missing
    return UserView(**row)


@query("staff.self.see")
def my_sign_ins(read: Read) -> list[SignInView]:
    """Every browser and token that is signed in as me."""
    return living_sign_ins(read, read.actor.id)


def living_sign_ins(read: Read, user_id: UUID | None) -> list[SignInView]:
    """Every sign-in of somebody that has neither ended nor run out, the latest used first."""
    living = select(_sign_in).where(
        _sign_in.c.user_id == user_id,
        _sign_in.c.ended_at.is_(None),
        _sign_in.c.expires_at > read.house.clock.now(),
    )
    return [
        SignInView(
            row.id, row.kind, row.address, row.agent, row.seen_at, row.expires_at, row.id == read.actor.session_id
        )
        for row in read.connection.execute(living.order_by(_sign_in.c.seen_at.desc()))
    ]


def user_by_email(email: str) -> tuple[UUID, str, bool] | None:
    """Id, password hash and standing for the sign-in itself, which nobody is allowed to ask by rights."""
    with house().db.reading() as connection:
        row = connection.execute(
            select(_user.c.id, _user.c.password_hash, _user.c.active).where(_user.c.email == email)
        ).first()
    return (row.id, row.password_hash, row.active) if row else None
