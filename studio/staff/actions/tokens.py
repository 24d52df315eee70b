"""Tokens: for programs, and for guests with a phone."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from studio.kernel.subject import Subject
from studio.kernel.work import Work, action
from studio.staff.actions.second_step import pass_second_step
from studio.staff.actions.sessions import stay_at_the_desk
from studio.staff.ending import catch_up
from studio.staff.facts import GuestArrived, GuestInvited, TokenIssued
from studio.staff.models import GuestToken, SignIn, User
from studio.staff.refusals import AccessIsForScreens, TokenIsDead, WrongPassword
from studio.staff.rules import hash_token, new_token

TIME_TO_FILL_IN = timedelta(minutes=60)


@action("staff.token.issue")
def issue_token(work: Work, user_id: UUID, days: float, second: str = "") -> tuple[str, datetime]:
    """A bearer token with the person's own rights, told once, and when it ends. `second` as in `open_sign_in`."""
    catch_up(work)
    user = work.session.get(User, user_id)
    if user is None or not user.active:
        raise WrongPassword
    stay_at_the_desk(work, user)
    if user.ends_at is not None or work.house.rights.base(user.role) == "inspector":
        raise AccessIsForScreens
    if work.actor.kind != "console":
        pass_second_step(work, user, second)
    token, ends = new_token(), work.now + timedelta(days=days)
    work.add(
        SignIn(
            user_id=user.id,
            token_hash=hash_token(token),
            kind="api",
            expires_at=ends,
            seen_at=work.now,
            address=work.actor.address,
            agent=work.actor.agent[:200],
        )
    )
    work.emit(TokenIssued(user.id))
    return token, ends


@action("staff.guest.invite")
def invite_guest(work: Work, purpose: str, subject: Subject | None = None, minutes: int = 15) -> tuple[str, GuestToken]:
    """A token for one purpose, to be opened within so many minutes and used once. Told only here."""
    return new_guest_token(work, purpose, subject, minutes)


def new_guest_token(work: Work, purpose: str, subject: Subject | None, minutes: int) -> tuple[str, GuestToken]:
    """The token itself, for verbs that have asked for a right of their own."""
    catch_up(work)
    token = new_token()
    row = work.add(
        GuestToken(
            token_hash=hash_token(token),
            purpose=purpose,
            subject=str(subject or ""),
            expires_at=work.now + timedelta(minutes=minutes),
        )
    )
    work.emit(GuestInvited(row.id, purpose))
    return token, row


@action("staff.guest.open", needs="staff.guest.use")
def open_guest_token(work: Work, token_id: UUID) -> bool:
    """The guest has the form open: from now they have an hour, so that nobody is cut off while writing.

    Tells whether they are the first who opens it.
    """
    row = living_token(work, token_id)
    if row.opened_at is not None:
        return False
    row.opened_at = work.now
    row.expires_at = work.now + TIME_TO_FILL_IN
    work.emit(GuestArrived(row.id, row.purpose))
    return True


@action("staff.guest.use")
def use_guest_token(work: Work, token_id: UUID, purpose: str) -> None:
    """Spend the token inside the act it was for. Raises TokenIsDead when spent, too old, or for something else."""
    row = living_token(work, token_id)
    if row.purpose != purpose:
        raise TokenIsDead
    row.used_at = work.now


def living_token(work: Work, token_id: UUID) -> GuestToken:
    row = work.session.get(GuestToken, token_id)
    if row is None or row.used_at or row.expires_at <= work.house.clock.reached():
        raise TokenIsDead
    return row
