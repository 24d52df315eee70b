"""Codes for a new password: given by the owner, asked for by e-mail, used once."""

from __future__ import annotations

import hmac
from uuid import UUID

from sqlmodel import select

from studio.kernel.work import Work, action
from studio.messages.actions import queue_mail
from studio.staff.actions.sessions import end_all
from studio.staff.codes import LASTS, Purpose, hash_code, issue_code, living_codes, void_codes
from studio.staff.facts import CodeRefused, PasswordChanged
from studio.staff.models import User
from studio.staff.refusals import WrongCode
from studio.staff.roles import may_touch_person


@action("staff.code.give")
def give_code(work: Work, user_id: UUID, purpose: Purpose = "reset") -> str:
    """A code to show somebody who forgot their password, told once. It comes from whoever may do as much."""
    may_touch_person(work, work.get(User, user_id).role)
    return issue_code(work, user_id, purpose)


@action("staff.code.ask", needs="staff.code.use")
def ask_for_code(work: Work, email: str) -> None:
    """Send a code to somebody who has an account, where the studio sends e-mail; else nothing happens."""
    user = work.session.exec(select(User).where(User.email == email, User.active)).first()
    if user is None:
        return
    code, minutes = issue_code(work, user.id, "reset"), int(LASTS["reset"].total_seconds() // 60)
    queue_mail(work, "reset", user.email, user.language, name=user.name, code=code, minutes=minutes)


@action("staff.code.use")
def use_code(work: Work, email: str, code: str, password_hash: str) -> User:
    """A new password for whoever holds the code. Raises WrongCode; the second step of a sign-in stays."""
    user = work.session.exec(select(User).where(User.email == email, User.active)).first()
    typed = hash_code(work.house, code)
    if user is None or not any(hmac.compare_digest(one.code_hash, typed) for one in living_codes(work, user.id)):
        raise WrongCode("code")
    void_codes(work, user.id)
    user.password_hash, user.pin_tries = password_hash, 0
    end_all(work, user.id)
    work.emit(PasswordChanged(user.id))
    return user


@action("staff.code.refuse", needs="staff.code.use")
def refuse_code(work: Work, email: str) -> None:
    """Keep on record that a wrong code was typed; the fifth voids what was given."""
    user = work.session.exec(select(User).where(User.email == email)).first()
    for code in living_codes(work, user.id) if user else ():
        code.tries += 1
    work.emit(CodeRefused())
