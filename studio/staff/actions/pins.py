"""PINs, and sign-ins that wait for one: set, refused, locked, unlocked, switched at a shared desk."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import col, select

from studio.kernel.refusal import Denied, SignedOut
from studio.kernel.work import Work, action
from studio.staff.facts import PinChanged, PinRefused, SignInUnlocked
from studio.staff.locking import lock
from studio.staff.models import SignIn, User
from studio.staff.refusals import PasswordIsDue
from studio.staff.rules import hash_token, new_token

OPEN = "staff.sign_in.open"


@action("staff.pin.set")
def set_pin(work: Work, pin_hash: str) -> User:
    """A PIN of my own for shared desks, hashed before; none removes it."""
    if work.actor.kind != "person" or work.actor.id is None:
        raise Denied
    user = work.get(User, work.actor.id)
    user.pin_hash, user.pin_tries = pin_hash, 0
    work.emit(PinChanged(user.id))
    return user


@action("staff.pin.refuse", needs="staff.sign_in.refuse")
def refuse_pin(work: Work, user_id: UUID) -> None:
    """Keep on record that a wrong PIN was typed; after five in a row only the password helps."""
    user = work.get(User, user_id)
    user.pin_tries += 1
    work.emit(PinRefused(user.id))


@action("staff.sign_in.lock")
def lock_sign_in(work: Work) -> None:
    """Cover my open pages: nothing can be done with this sign-in until I am back. API tokens stay."""
    session = work.session.get(SignIn, work.actor.session_id)
    if session is None or session.kind != "browser":
        raise Denied
    lock(work, session)


@action("staff.sign_in.unlock", needs=OPEN)
def unlock_sign_in(work: Work, session_id: UUID) -> None:
    """Somebody proved to be who it belongs to. Raises SignedOut when it has ended meanwhile."""
    session = work.session.get(SignIn, session_id)
    if session is None or session.ended_at or session.expires_at <= work.house.clock.reached():
        raise SignedOut
    _wake(work, session)


@action("staff.sign_in.switch", needs=OPEN)
def switch_sign_in(work: Work, user_id: UUID, device_id: UUID, instead_of: UUID | None = None) -> str:
    """Take up this person's sign-in at this desk; `instead_of` waits meanwhile. Gives the new token for the cookie.

    Raises PasswordIsDue where they have none there that still lasts.
    """
    there = select(SignIn).where(
        SignIn.user_id == user_id,
        SignIn.device_id == device_id,
        SignIn.kind == "browser",
        col(SignIn.ended_at).is_(None),
        SignIn.expires_at > work.house.clock.reached(),
    )
    session = work.session.exec(there.order_by(col(SignIn.expires_at).desc())).first()
    if session is None:
        raise PasswordIsDue("pin")
    leave(work, instead_of, but=session.id)
    token = new_token()
    session.token_hash = hash_token(token)
    _wake(work, session)
    return token


def leave(work: Work, session_id: UUID | None, but: UUID | None = None) -> None:
    """Lock a sign-in that another takes the place of on the same browser."""
    other = work.session.get(SignIn, session_id) if session_id else None
    if other is not None and other.id != but and other.ended_at is None:
        lock(work, other)


def _wake(work: Work, session: SignIn) -> None:
    user = work.get(User, session.user_id)
    if not user.active:
        raise SignedOut
    user.pin_tries = 0
    session.locked_at, session.seen_at = None, work.now
    work.emit(SignInUnlocked(user.id, session.id))
