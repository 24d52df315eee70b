"""Shared desks: which browser is one, who may step up to it, and sign-ins that wait for somebody."""

from __future__ import annotations

import base64
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, exists, select

from storage.errors import StorageFault
from storage.table import columns_of
from studio.kernel.house import house
from studio.kernel.work import Read, query
from studio.staff.models import Device, SignIn, User
from studio.staff.rules import hash_token
from studio.staff.tries import MOST_PINS

_device = columns_of(Device)
_sign_in = columns_of(SignIn)
_user = columns_of(User)
DESK = "desk"


@dataclass(frozen=True)
class Desk:
    """A browser that people of the studio share."""

    id: UUID
    name: str


@dataclass(frozen=True)
class Face:
    """Somebody who may step up to a shared desk; `pin` where theirs will do there now."""

    user_id: UUID
    name: str
    email: str
    pin: bool
    photo: str = ""
    """The small picture itself, for an `img`: nobody is signed in yet who could ask for it."""


@dataclass(frozen=True)
class Waiting:
    """A sign-in of this browser, maybe locked."""

    session_id: UUID
    user_id: UUID
    name: str
    email: str
    locked: bool
    device_id: UUID | None
    language: str


@dataclass(frozen=True)
class Locking:
    """How my sign-in here is locked and unlocked."""

    pin: bool
    desk: bool
    minutes: int


def desk_of_token(token: str) -> Desk | None:
    """The shared desk with this cookie; None for an ordinary browser."""
    if not token or len(token) > 200:
        return None
    living = (_device.c.kind == DESK, _device.c.revoked_at.is_(None))
    with house().db.reading() as connection:
        row = connection.execute(
            select(_device.c.id, _device.c.name).where(_device.c.token_hash == hash_token(token), *living)
        ).first()
    return Desk(row.id, row.name) if row else None


def faces_at(desk: Desk) -> list[Face]:
    """Everybody who may sign in, by name. Asked for by a marked desk alone: names stand nowhere else."""
    now = house().clock.now()
    here = exists().where(
        and_(
            _sign_in.c.user_id == _user.c.id,
            _sign_in.c.device_id == desk.id,
            _sign_in.c.kind == "browser",
            _sign_in.c.ended_at.is_(None),
            _sign_in.c.expires_at > now,
        )
    )
    pin = and_(_user.c.pin_hash != "", _user.c.pin_tries < MOST_PINS, here)
    known = select(_user.c.id, _user.c.name, _user.c.email, _user.c.photo_small, pin.label("pin"))
    with house().db.reading() as connection:
        rows = connection.execute(known.where(_user.c.active.is_(True)).order_by(_user.c.name, _user.c.id)).all()
    return [Face(row.id, row.name, row.email, bool(row.pin), _inside_the_page(row.photo_small)) for row in rows]


def _inside_the_page(photo: str | None) -> str:
    """A picture as text. One that is damaged or gone keeps nobody from signing in."""
    with suppress(StorageFault, OSError):
        if photo:
            return f"data:image/jpeg;base64,{base64.b64encode(house().files.read(photo)).decode()}"
    return ""


def waiting_with(token: str) -> Waiting | None:
    """The sign-in this cookie belongs to, also while it is locked; None when it is over."""
    if not token or len(token) > 200:
        return None
    found = select(
        _sign_in.c.id,
        _sign_in.c.locked_at,
        _sign_in.c.device_id,
        _user.c.id.label("user_id"),
        _user.c.name,
        _user.c.email,
        _user.c.language,
    ).join_from(_sign_in, _user, _sign_in.c.user_id == _user.c.id)
    living = (_sign_in.c.ended_at.is_(None), _sign_in.c.expires_at > house().clock.now(), _user.c.active.is_(True))
    with house().db.reading() as connection:
        row = connection.execute(found.where(_sign_in.c.token_hash == hash_token(token), *living)).first()
    if row is None:
        return None
    return Waiting(row.id, row.user_id, row.name, row.email, row.locked_at is not None, row.device_id, row.language)


def pin_of(user_id: UUID) -> tuple[str, int]:
    """The hash of somebody's PIN and how many wrong ones were typed since; nothing where there is none."""
    with house().db.reading() as connection:
        row = connection.execute(
            select(_user.c.pin_hash, _user.c.pin_tries).where(_user.c.id == user_id, _user.c.active.is_(True))
        ).first()
    return (row.pin_hash, row.pin_tries) if row else ("", 0)


@query("staff.self.see")
def my_lock(read: Read) -> Locking:
    """How this page is locked: by itself only at a shared desk, where the PIN opens it again."""
    marked = exists().where(_device.c.id == _sign_in.c.device_id, _device.c.revoked_at.is_(None))
    mine = select(_user.c.pin_hash, _user.c.pin_tries, marked.label("desk")).join_from(
        _sign_in, _user, _sign_in.c.user_id == _user.c.id
    )
    row = read.connection.execute(mine.where(_sign_in.c.id == read.actor.session_id)).first()
    pin = row is not None and bool(row.pin_hash) and row.pin_tries < MOST_PINS
    desk = row is not None and bool(row.desk)
    minutes = read.house.settings["staff.lock_minutes"] if desk and pin else 0
    return Locking(pin and desk, desk, minutes)


@query("staff.device.see")
def list_desks(read: Read) -> list[Desk]:
    """Every browser that is marked as shared, by name."""
    living = select(_device.c.id, _device.c.name).where(_device.c.kind == DESK, _device.c.revoked_at.is_(None))
    return [Desk(row.id, row.name) for row in read.connection.execute(living.order_by(_device.c.name))]
