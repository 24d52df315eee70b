"""Sign-ins: opened, ended, ended everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlmodel import col, select

from studio.kernel.refusal import Denied
from studio.kernel.work import Work, action
from studio.staff.actions.pins import leave
from studio.staff.actions.second_step import pass_second_step
from studio.staff.ending import catch_up
from studio.staff.facts import SignedIn, SignInRefused, SignInsEnded
from studio.staff.guessing import note_guess
from studio.staff.models import SignIn, User
from studio.staff.queries.standing import FROM_THE_NETWORK
from studio.staff.refusals import AccessIsOver, DeskOnly, WrongPassword
from studio.staff.rules import hash_token, new_token


@action("staff.sign_in.open")
def open_sign_in(
    work: Work,
    user_id: UUID,
    second: str = "",
    device_id: UUID | None = None,
    instead_of: UUID | None = None,
) -> str:
    """A new session for somebody whose password was just checked; gives the token for the cookie, once.

    `second` is a code of their app, for those who switched that on; `device_id` the shared desk it happens at,
    `instead_of` the sign-in of a colleague that waits there meanwhile.
    """
    catch_up(work)
    user = work.session.get(User, user_id)
    if user is None or not user.active:
        raise WrongPassword
    stay_at_the_desk(work, user)
    still_lasts(work, user)
    pass_second_step(work, user, second)
    user.pin_tries = 0
    leave(work, instead_of)
    _only_one_here(work, user.id, device_id)
    token = new_token()
    ends = work.now + timedelta(hours=work.house.settings["staff.session_hours"])
    work.add(
        SignIn(
            user_id=user.id,
            token_hash=hash_token(token),
            kind="browser",
            expires_at=min(ends, user.ends_at or ends),
            seen_at=work.now,
            address=work.actor.address,
            agent=work.actor.agent[:200],
            device_id=device_id,
        )
    )
    work.emit(SignedIn(user.id))
    return token


def _only_one_here(work: Work, user_id: UUID, device_id: UUID | None) -> None:
    """At a shared desk the newest sign-in of somebody takes the place of those before."""
    before = select(SignIn).where(
        SignIn.user_id == user_id, SignIn.device_id == device_id, col(SignIn.ended_at).is_(None)
    )
    for session in work.session.exec(before).all() if device_id else ():
        session.ended_at = work.now
        work.emit(SignInsEnded(user_id, (session.id,)))


def stay_at_the_desk(work: Work, user: User) -> None:
    """Raises DeskOnly when somebody comes in from the network whose role is for the computer itself."""
    there = replace(work.actor, role=user.role)
    if there.zone == "lan" and work.house.rights.scope(there, FROM_THE_NETWORK) is None:
        raise DeskOnly


def still_lasts(work: Work, user: User) -> None:
    """Raises AccessIsOver for an account that was for a while, once that is over."""
    if user.ends_at is not None and user.ends_at <= work.house.clock.reached():
        raise AccessIsOver


@action("staff.sign_in.refuse")
def refuse_sign_in(work: Work, zone: str, user_id: UUID | None = None, tries: int = 0) -> None:
    """Keep on record that somebody tried and failed; tell the owner when it is the account's so-many-th try."""
    work.emit(SignInRefused(zone))
    note_guess(work, user_id, tries)


@action("staff.sign_in.end")
def end_sign_in(work: Work, session_id: UUID) -> None:
    """Sign out one session: one's own, or anybody's with the right to."""
    session = work.get(SignIn, session_id)
    if work.permit("staff.sign_in.end") == "own" and session.user_id != work.actor.id:
        raise Denied
    if session.ended_at is None:
        session.ended_at = work.now
        work.emit(SignInsEnded(session.user_id, (session.id,)))


@action("staff.sign_in.end_all", needs="staff.sign_in.end")
def sign_out_everywhere(work: Work, user_id: UUID, keep_this: bool = False) -> int:
    """End every session and API token of somebody; `keep_this` spares the one acting. Gives how many."""
    if work.permit("staff.sign_in.end") == "own" and user_id != work.actor.id:
        raise Denied
    return end_all(work, user_id, but=work.actor.session_id if keep_this else None)


def end_all(work: Work, user_id: UUID, but: UUID | None = None) -> int:
    """End the sessions of somebody inside an open act."""
    living = select(SignIn).where(
        SignIn.user_id == user_id, col(SignIn.ended_at).is_(None), SignIn.expires_at > work.now
    )
    ended = [session for session in work.session.exec(living) if session.id != but]
    for session in ended:
        session.ended_at = work.now
    if ended:
        work.emit(SignInsEnded(user_id, tuple(session.id for session in ended)))
    return len(ended)
