"""A new password for whoever holds a code, and codes by e-mail: the same for known and unknown people."""

from __future__ import annotations

from contextlib import suppress

from studio.kernel.work import perform
from studio.messages.refusals import MailIsNotSetUp, RecipientIsWrong
from studio.staff.actions import ask_for_code, refuse_code, use_code
from studio.staff.refusals import WrongCode
from studio.staff.rules import check_password, clean_email, hash_password
from studio.staff.sign_in import Place, failures


def choose_password(email: str, code: str, password: str, place: Place) -> str:
    """The new password stands; gives the e-mail to sign in with. Slow, like every sign-in.

    Raises WrongCode, TooMany, or what is to mend in the password.
    """
    folded = clean_email(email)
    refusal = check_password(password, email=folded, name="")
    if refusal:
        raise refusal
    hashed = hash_password(password)
    with failures.trying(_keys("code", folded, place)) as outcome:
        try:
            perform(place.guest(), use_code, folded, code, hashed)
        except WrongCode:
            outcome.wrong = True
            perform(place.guest(), refuse_code, folded)
            raise
        outcome.right = True
    failures.clear([f"{place.zone}/{folded}"])
    return folded


def may_ask(email: str, place: Place) -> str:
    """The address, as it is known here. Raises EmailIsWrong; TooMany for whoever asks again and again."""
    folded = clean_email(email)
    with failures.trying(_keys("ask", folded, place)) as outcome:
        outcome.wrong = True
    return folded


def send_code(folded: str, place: Place) -> None:
    """A letter with a code, if somebody has this address. Call it after the answer: how long it takes tells who."""
    with suppress(MailIsNotSetUp, RecipientIsWrong):
        perform(place.guest(), ask_for_code, folded)


def _keys(what: str, folded: str, place: Place) -> list[str]:
    keys = [f"{place.zone}/{what}/{folded}"]
    return keys if place.zone == "desk" else [*keys, f"{what} from {place.address}"]
