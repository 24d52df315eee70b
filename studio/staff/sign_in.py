"""Signing in: throttle, compare, open. Slow on purpose, so it runs in a worker thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar
from uuid import UUID

from studio.kernel.actor import Actor, guest, verified
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.secret import seal, unseal
from studio.kernel.work import perform
from studio.staff.actions import issue_token, open_sign_in, refuse_second_step, refuse_sign_in
from studio.staff.queries import actor_of_session, user_by_email
from studio.staff.refusals import ProofIsOld, SecondStepIsMissing, WrongPassword, WrongSecondStep
from studio.staff.rules import clean_email, hash_password, new_token, password_fits
from studio.staff.tries import Failures

PROVEN_FOR = 300

R = TypeVar("R")


@dataclass(frozen=True)
class Place:
    """Where somebody signs in: the door, the address and browser, and the shared desk where it is one."""

    zone: str
    address: str = ""
    agent: str = ""
    device_id: UUID | None = None
    instead_of: UUID | None = None
    """The sign-in of a colleague there, which waits while this one is open."""

    def guest(self) -> Actor:
        return guest(address=self.address, agent=self.agent)

    def verified(self) -> Actor:
        return verified(address=self.address, agent=self.agent, zone=self.zone)


class HalfWay(SecondStepIsMissing):
    """The password was right, the code of the app is still to come; `proof` says so for five minutes."""

    def __init__(self, proof: str) -> None:
        super().__init__("totp")
        self.proof = proof


def sign_in(
    email: str, password: str, *, zone: str, address: str = "", agent: str = "", device_id: UUID | None = None
) -> tuple[str, Actor]:
    """A token for the session cookie and who signed in.

    Raises WrongPassword with one answer for unknown people and wrong passwords, TooMany after repeated failures, and
    HalfWay for those whose app is asked as well.
    """
    return enter(email, password, Place(zone, address, agent, device_id))


def enter(email: str, password: str, place: Place) -> tuple[str, Actor]:
    """As `sign_in`, for a place that is known already."""
    user_id = check_credentials(email, password, place.guest(), zone=place.zone)
    try:
        return _come_in(place, user_id)
    except SecondStepIsMissing:
        raise HalfWay(_proof(user_id, place.zone)) from None


def finish_sign_in(proof: str, code: str, place: Place) -> tuple[str, Actor]:
    """The second step. Raises ProofIsOld, WrongSecondStep, TooMany."""
    user_id = _proven(proof, place.zone)
    return second_step(user_id, place, lambda: _come_in(place, user_id, code or "-"))


def second_step(user_id: UUID, place: Place, enter: Callable[[], R]) -> R:
    """Enter with a code: wrong ones count per person and door, like passwords."""
    key = f"{place.zone}/second/{user_id}"
    with failures.trying([key]) as outcome:
        try:
            entered = enter()
        except WrongSecondStep:
            outcome.wrong = True
            perform(place.guest(), refuse_second_step, user_id, failures.so_far(key) + 1)
            raise
        outcome.right = True
    return entered


def _come_in(place: Place, user_id: UUID, second: str = "") -> tuple[str, Actor]:
    token = perform(place.verified(), open_sign_in, user_id, second, place.device_id, place.instead_of)
    actor = actor_of_session(token, address=place.address, agent=place.agent)
    if actor is None:
        raise WrongPassword
    return token, actor


def _proof(user_id: UUID, zone: str) -> str:
    until = int(house().clock.now().timestamp()) + PROVEN_FOR
    return seal(house(), f"half way|{user_id}|{zone}|{until}")


def _proven(proof: str, zone: str) -> UUID:
    kind, user_id, door, until = (unseal(house(), proof[:400]).split("|") + [""] * 4)[:4]
    if kind != "half way" or door != zone or int(until) < house().clock.reached().timestamp():
        raise ProofIsOld
    return UUID(user_id)


def api_sign_in(
    email: str, password: str, *, zone: str, minutes: int, address: str = "", agent: str = "", second: str = ""
) -> tuple[str, float]:
    """A bearer token and the seconds it lasts. Raises as `sign_in`, but SecondStepIsMissing where `second` is."""
    place = Place(zone, address, agent)
    user_id = check_credentials(email, password, place.guest(), zone=zone)
    token, _ = second_step(
        user_id, place, lambda: perform(place.verified(), issue_token, user_id, minutes / 1440, second)
    )
    return token, minutes * 60.0


def check_credentials(email: str, password: str, who: Actor, *, zone: str) -> UUID:
    """Whose e-mail and password these are. Counts failures per account, and per address on the LAN.

    The computer itself is free of the address limit, so that nobody on the LAN can keep the owner out at the desk.
    """
    try:
        folded = clean_email(email)
    except Refusal:
        folded = email.strip().casefold()[:254]
    keys = [f"{zone}/{folded}"] + ([f"from {who.address}"] if zone != "desk" else [])
    with failures.trying(keys) as outcome:
        known = user_by_email(folded)
        fits = password_fits(password, known[1] if known else _nobody())
        if known is None or not fits or not known[2]:
            outcome.wrong = True
            perform(who, refuse_sign_in, zone, known[0] if known else None, failures.so_far(keys[0]) + 1)
            raise WrongPassword
        outcome.right = True
    return known[0]


failures = Failures()


@lru_cache(maxsize=1)
def _nobody() -> str:
    """A hash that fits no password, so that unknown people take as long as known ones."""
    return hash_password(new_token())
