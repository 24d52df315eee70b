"""Accounts for a while: somebody from outside looks in, and it ends by itself."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import select

from studio.kernel.refusal import gather
from studio.kernel.work import Work
from studio.staff.actions.inviting import told_code
from studio.staff.actions.people import new_user
from studio.staff.actions.sessions import end_all
from studio.staff.codes import void_codes
from studio.staff.facts import UserAdded, UserChanged
from studio.staff.models import NO_PASSWORD, User
from studio.staff.refusals import EmailIsTaken
from studio.staff.roles import may_touch_person
from studio.staff.rules import check_name, clean_email


def let_in_until(
    work: Work, until: datetime, *, name: str, email: str, role: str, language: str = "en"
) -> tuple[User, str]:
    """An account that ends then, and the code with which they choose a password.

    Needs no right of its own: the verb that calls it has asked for one. Whoever came before gets their account
    again. Raises EmailIsTaken for the address of somebody whose account is not for a while.
    """
    may_touch_person(work, role)
    gather({"name": check_name(name.strip())})
    user = work.session.exec(select(User).where(User.email == clean_email(email))).first()
    if user is None:
        user = new_user(work, name=name.strip(), email=email, role=role, password_hash=NO_PASSWORD, language=language)
        user.ends_at = until
        work.emit(UserAdded(user.id))
    elif user.ends_at is None or user.role != role:
        raise EmailIsTaken("email")
    else:
        end_all(work, user.id)
        user.name, user.active, user.ends_at = name.strip(), True, until
        user.password_hash, user.pin_hash = NO_PASSWORD, ""
        work.emit(UserChanged(user.id))
    return user, told_code(work, user)


def end_access(work: Work, user_id: UUID) -> None:
    """Nobody gets in with this account any more, by password or code; what is open of theirs closes."""
    user = work.get(User, user_id)
    if not user.active:
        return
    user.active = False
    end_all(work, user.id)
    void_codes(work, user.id)
    work.emit(UserChanged(user.id))
