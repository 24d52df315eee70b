"""The second step of a sign-in: switched on with a code, passed with another, switched off, codes for a lost phone."""

from __future__ import annotations

import hmac
from uuid import UUID

from sqlmodel import col, select

from studio.kernel.refusal import Denied
from studio.kernel.secret import seal, unseal
from studio.kernel.work import Work, action
from studio.staff.codes import hash_code, new_code
from studio.staff.facts import (
    RecoveryCodesMade,
    RecoveryCodeUsed,
    SecondStepRefused,
    SecondStepTurnedOff,
    SecondStepTurnedOn,
)
from studio.staff.guessing import note_second_guess
from studio.staff.models import RecoveryCode, User
from studio.staff.refusals import ClockIsOff, SecondStepIsMissing, WrongFirstCode, WrongSecondStep
from studio.staff.roles import may_touch_person
from studio.staff.second_step import clock_off_by, digits, fitting_step

CHANGE = "staff.second_step.change"
RECOVERY_CODES = 10


@action("staff.second_step.turn_on", needs=CHANGE)
def turn_on_second_step(work: Work, secret: str, code: str) -> list[str]:
    """From now on my sign-in asks for a code of the app. `code` proves that the app knows the secret.

    Gives the recovery codes, told only here.
    """
    user = _me(work)
    typed = digits(code)
    step = fitting_step(secret, typed, work.now, user.totp_step)
    if step is None:
        minutes = clock_off_by(secret, typed, work.now)
        raise ClockIsOff("code", n=minutes) if minutes else WrongFirstCode("code")
    user.totp_secret, user.totp_step = seal(work.house, secret), step
    work.emit(SecondStepTurnedOn(user.id))
    return _fresh_codes(work, user)


@action("staff.second_step.renew", needs=CHANGE)
def renew_recovery_codes(work: Work) -> list[str]:
    """Ten new recovery codes of mine; those before are void."""
    user = _me(work)
    if not user.totp_secret:
        raise SecondStepIsMissing
    return _fresh_codes(work, user)


@action("staff.second_step.turn_off", needs=CHANGE)
def turn_off_second_step(work: Work, user_id: UUID) -> User:
    """The password alone will do again: mine, or that of somebody who lost their phone and may do no more than I."""
    user = work.get(User, user_id)
    if user.id != work.actor.id:
        if work.permit(CHANGE) == "own":
            raise Denied
        may_touch_person(work, user.role)
    if user.totp_secret:
        user.totp_secret = ""
        _void(work, user)
        work.emit(SecondStepTurnedOff(user.id))
    return user


@action("staff.second_step.refuse", needs="staff.sign_in.refuse")
def refuse_second_step(work: Work, user_id: UUID, tries: int) -> None:
    """Keep on record that somebody who knows the password did not know the code; tell the owner when it goes on."""
    work.emit(SecondStepRefused(user_id))
    note_second_guess(work, user_id, tries)


def pass_second_step(work: Work, user: User, code: str) -> None:
    """Inside an act that opens a sign-in. Raises SecondStepIsMissing or WrongSecondStep; a code counts once."""
    if not user.totp_secret:
        return
    if not code.strip():
        raise SecondStepIsMissing("totp")
    if typed := digits(code):
        step = fitting_step(unseal(work.house, user.totp_secret), typed, work.now, user.totp_step)
        if step is None:
            raise WrongSecondStep("totp")
        user.totp_step = step
    else:
        _use_recovery_code(work, user, code)


def _use_recovery_code(work: Work, user: User, code: str) -> None:
    typed = hash_code(work.house, code)
    kept = select(RecoveryCode).where(RecoveryCode.user_id == user.id, col(RecoveryCode.used_at).is_(None))
    fitting = [one for one in work.session.exec(kept) if hmac.compare_digest(one.code_hash, typed)]
    if not fitting:
        raise WrongSecondStep("totp")
    fitting[0].used_at = work.now
    work.emit(RecoveryCodeUsed(user.id))


def _fresh_codes(work: Work, user: User) -> list[str]:
    _void(work, user)
    codes = [new_code() for _ in range(RECOVERY_CODES)]
    for code in codes:
        work.add(RecoveryCode(user_id=user.id, code_hash=hash_code(work.house, code)))
    work.emit(RecoveryCodesMade(user.id))
    return codes


def _void(work: Work, user: User) -> None:
    kept = select(RecoveryCode).where(RecoveryCode.user_id == user.id, col(RecoveryCode.used_at).is_(None))
    for code in work.session.exec(kept):
        code.used_at = work.now


def _me(work: Work) -> User:
    if work.actor.kind != "person" or work.actor.id is None:
        raise Denied
    return work.get(User, work.actor.id)
