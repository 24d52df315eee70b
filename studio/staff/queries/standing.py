"""Who stands behind a cookie, a bearer token or a QR code, and whether they still do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from storage.driven import Prepared
from storage.table import columns_of
from studio.kernel.actor import Actor, guest, person
from studio.kernel.house import house
from studio.kernel.presence import attended, on_errand
from studio.kernel.refusal import SignedOut
from studio.staff.models import GuestToken, SignIn, User
from studio.staff.queries.devices import prove_device
from studio.staff.queries.seen import people, tablets
from studio.staff.refusals import SignInIsLocked
from studio.staff.rules import hash_token

_user = columns_of(User)
_sign_in = columns_of(SignIn)
_token = columns_of(GuestToken)

_standing = select(
    _sign_in.c.id,
    _sign_in.c.kind,
    _sign_in.c.seen_at,
    _sign_in.c.expires_at,
    _sign_in.c.ended_at,
    _sign_in.c.locked_at,
    _user.c.id.label("user_id"),
    _user.c.name,
    _user.c.role,
    _user.c.language,
    _user.c.active,
).join_from(_sign_in, _user, _sign_in.c.user_id == _user.c.id)
_of_session = Prepared(_standing.where(_sign_in.c.id == bindparam("session")))
_of_token = _standing.where(_sign_in.c.token_hash == bindparam("token"))


FROM_THE_NETWORK = "upkeep.network.enter"


@dataclass(frozen=True)
class GuestView:
    """A guest's token as the door sees it."""

    id: UUID
    purpose: str
    subject: str
    expires_at: datetime
    opened: bool
    used: bool
    living: bool

    def actor(self, *, address: str = "", agent: str = "", language: str = "en") -> Actor:
        """The guest as somebody who acts."""
        return guest(self.id, address=address, agent=agent, language=language)


def actor_of_session(token: str, *, address: str = "", agent: str = "") -> Actor | None:
    """Who signed in with this cookie; None when nobody, or not any more."""
    return _actor_behind(token, "browser", address, agent)


def actor_of_bearer(token: str, *, address: str = "", agent: str = "") -> Actor | None:
    """Whose API token this is; None when nobody's, or not any more."""
    return _actor_behind(token, "api", address, agent)


def guest_of_token(token: str, purpose: str) -> GuestView | None:
    """The token with this purpose, living or not; None when there is none such."""
    with house().db.reading() as connection:
        row = connection.execute(
            select(_token).where(_token.c.token_hash == hash_token(token), _token.c.purpose == purpose)
        ).first()
    if row is None:
        return None
    living = row.used_at is None and row.expires_at > house().clock.reached()
    return GuestView(
        row.id, row.purpose, row.subject, row.expires_at, row.opened_at is not None, row.used_at is not None, living
    )


def studio_is_empty() -> bool:
    """Whether nobody has an account yet, so that the wizard is due."""
    with house().db.reading() as connection:
        return connection.execute(select(func.count()).select_from(_user)).scalar_one() == 0


def prove(connection: Connection, actor: Actor) -> Actor:
    """The actor as it stands this moment. Raises SignedOut when sign-in, account or pairing have ended."""
    if actor.kind == "device":
        return prove_device(connection, actor)
    if actor.session_id is None:
        return actor
    return _proven(connection, actor, locked_too=False)


def _proven(connection: Connection, actor: Actor, *, locked_too: bool) -> Actor:
    row = _of_session.first(connection, {"session": actor.session_id})
    if row is not None and row.active and on_errand():
        return may_be_here(replace(actor, name=row.name, role=row.role, language=row.language))
    if row is None or not _alive(row):
        raise SignedOut
    if row.locked_at is not None and not locked_too:
        raise SignInIsLocked
    if attended():
        people.touch(row.id, house().clock.now())
    return may_be_here(replace(actor, name=row.name, role=row.role, language=row.language))


def trust(connection: Connection, actor: Actor) -> Actor:
    """As `prove`, but an answer of the last second will do; any change to sign-ins in this process forgets it."""
    if actor.kind == "device":
        return _trust_device(connection, actor)
    if actor.session_id is None:
        return actor
    if on_errand():
        return prove(connection, actor)  # nothing of it is remembered for the pages of the same sign-in
    try:
        known = people.actor(actor.session_id, lambda: prove(connection, actor))
    except SignInIsLocked:
        if attended():
            raise
        known = _proven(connection, actor, locked_too=True)  # below its cover a page stays in step
    if (actor.name, actor.role, actor.language) != (known.name, known.role, known.language):
        actor = replace(actor, name=known.name, role=known.role, language=known.language)
    return may_be_here(actor)


def may_be_here(actor: Actor) -> Actor:
    """The actor, unless their role is for the desk alone and they came in from the network. Raises SignedOut then."""
    if actor.zone == "lan" and house().rights.scope(actor, FROM_THE_NETWORK) is None:
        raise SignedOut
    return actor


def forget(_: object = None) -> None:
    """Believe nobody until read again."""
    people.clear()
    tablets.clear()


def _trust_device(connection: Connection, actor: Actor) -> Actor:
    if actor.device_id is None:
        raise SignedOut
    known = tablets.actor(actor.device_id, lambda: prove_device(connection, actor))
    return replace(actor, name=known.name, role=known.role)


def _actor_behind(token: str, kind: str, address: str, agent: str) -> Actor | None:
    if not token or len(token) > 200:
        return None
    token_hash = hash_token(token)
    row = people.row(token_hash, lambda: _read(token_hash))
    if row is None or row.kind != kind or row.locked_at is not None or not _alive(row):
        return None
    people.touch(row.id, house().clock.now())
    actor = person(row.user_id, row.name, row.role, row.id, address=address, agent=agent, language=row.language)
    people.remember(row.id, actor, token_hash)
    return actor


def _read(token_hash: str) -> Any:
    with house().db.reading() as connection:
        return connection.execute(_of_token, {"token": token_hash}).first()


def _alive(row: Any) -> bool:
    now = house().clock.reached()
    if not row.active or row.ended_at is not None or row.expires_at <= now:
        return False
    idle = timedelta(minutes=house().settings["staff.idle_minutes"])
    return row.kind != "browser" or row.locked_at is not None or people.last(row.id, row.seen_at) + idle > now
