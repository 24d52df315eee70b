"""Codes that are read from paper or a screen and typed once: how they are made, kept and compared."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta
from typing import Literal
from uuid import UUID

from sqlmodel import col, select

from studio.kernel.house import House
from studio.kernel.work import Work
from studio.staff.ending import catch_up
from studio.staff.facts import CodeIssued, PasswordChanged
from studio.staff.models import SignInCode, User

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""None that looks like another."""
LASTS = {"invite": timedelta(days=3), "reset": timedelta(minutes=15)}
MOST_TRIES = 5
Purpose = Literal["invite", "reset"]


def new_code(groups: int = 2, size: int = 5) -> str:
    """Some letters at random, in groups that are easy to read aloud: two groups of five hold 49 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(size)) for _ in range(groups))


def hash_code(house: House, code: str) -> str:
    """How a code is kept: keyed, so that the table alone helps nobody to guess. Dashes and case do not matter."""
    typed = "".join(letter for letter in code[:200].casefold() if letter.isalnum())
    return hmac.new(house.derive("codes"), typed.encode("utf-8", "replace"), hashlib.sha256).hexdigest()


def issue_code(work: Work, user_id: UUID, purpose: Purpose) -> str:
    """A code with which this person chooses a new password at /login/code, told only here.

    Needs no right of its own: the verb that calls it has asked for one. Earlier ones for the same are void. An
    invitation lasts three days, a reset a quarter of an hour; each can be used once and stands five wrong tries.
    """
    catch_up(work)
    user = work.get(User, user_id)
    void_codes(work, user.id, purpose)
    code = new_code()
    work.add(
        SignInCode(
            user_id=user.id,
            purpose=purpose,
            code_hash=hash_code(work.house, code),
            expires_at=work.now + LASTS[purpose],
        )
    )
    work.emit(CodeIssued(user.id, purpose))
    return code


def new_password_voids_codes(work: Work, fact: PasswordChanged) -> None:
    """Listens within: a code that was given before helps nobody any more."""
    void_codes(work, fact.user_id)


def living_codes(work: Work, user_id: UUID) -> list[SignInCode]:
    """Codes of somebody that can still be used."""
    found = select(SignInCode).where(
        SignInCode.user_id == user_id,
        col(SignInCode.used_at).is_(None),
        SignInCode.expires_at > work.house.clock.reached(),
        SignInCode.tries < MOST_TRIES,
    )
    return list(work.session.exec(found))


def void_codes(work: Work, user_id: UUID, purpose: Purpose | None = None) -> None:
    """Nobody gets in with an earlier code any more: one for this purpose, or any."""
    for code in living_codes(work, user_id):
        if purpose in (None, code.purpose):
            code.used_at = work.now
