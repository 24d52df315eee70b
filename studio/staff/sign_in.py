"""Signing in: throttle, compare, open. Slow on purpose, so it runs in a worker thread."""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from threading import Condition
from uuid import UUID

from studio.kernel.actor import Actor, guest, verified
from studio.kernel.refusal import Refusal, TooMany
from studio.kernel.work import perform
from studio.staff.actions import issue_token, open_sign_in, refuse_sign_in
from studio.staff.queries import actor_of_session, user_by_email
from studio.staff.refusals import WrongPassword
from studio.staff.rules import FREE_TRIES, clean_email, hash_password, new_token, password_fits, wait_after

FORGET_AFTER = 900.0
TURN_WITHIN = 5.0


def sign_in(email: str, password: str, *, zone: str, address: str = "", agent: str = "") -> tuple[str, Actor]:
    """A token for the session cookie and who signed in.

    Raises WrongPassword with one answer for unknown people and wrong passwords, TooMany after repeated failures.
    """
    who = guest(address=address, agent=agent)
    user_id = check_credentials(email, password, who, zone=zone)
    token = perform(verified(address=address, agent=agent, zone=zone), open_sign_in, user_id)
    actor = actor_of_session(token, address=address, agent=agent)
    if actor is None:
        raise WrongPassword
    return token, actor


def api_sign_in(
    email: str, password: str, *, zone: str, minutes: int, address: str = "", agent: str = ""
) -> tuple[str, float]:
    """A bearer token and the seconds it lasts. Raises as `sign_in`."""
    who = guest(address=address, agent=agent)
    user_id = check_credentials(email, password, who, zone=zone)
    token, _ = perform(verified(address=address, agent=agent, zone=zone), issue_token, user_id, minutes / 1440)
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


@dataclass
class Outcome:
    """How a try went; neither, when it was cut short."""

    right: bool = False
    wrong: bool = False


class Failures:
    """Wrong tries per account or address, forgotten after a quarter of an hour.

    Tries under way take a place as wrong ones do, so that guessing in parallel is no faster than one by one.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic, most: int = 10_000) -> None:
        self._now, self._most, self._turn = now, most, Condition()
        self._tries: OrderedDict[str, tuple[int, float]] = OrderedDict()
        self._going: Counter[str] = Counter()

    @contextmanager
    def trying(self, keys: list[str]) -> Iterator[Outcome]:
        """One try, in its turn. Raises TooMany while one of the keys has to wait."""
        with self._turn:
            end = time.monotonic() + TURN_WITHIN
            self._check(keys)
            while not all(map(self._has_room, keys)):
                if not self._turn.wait(end - time.monotonic()):
                    raise TooMany(1)
                self._check(keys)
            self._going.update(keys)
        outcome = Outcome()
        try:
            yield outcome
        finally:
            with self._turn:
                self._going -= Counter(keys)
                if outcome.wrong:
                    self._count(keys)
                elif outcome.right:
                    self._clear(keys)
                self._turn.notify_all()

    def so_far(self, key: str) -> int:
        """Wrong tries that still count."""
        with self._turn:
            return self._tries.get(key, (0, 0.0))[0]

    def clear(self, keys: list[str]) -> None:
        with self._turn:
            self._clear(keys)

    def _check(self, keys: list[str]) -> None:
        for key in keys:
            tries, last = self._tries.get(key, (0, 0.0))
            left = last + wait_after(tries).total_seconds() - self._now()
            if tries and left > 0:
                raise TooMany(int(left) + 1)

    def _has_room(self, key: str) -> bool:
        """Whether one more may go now: as many as are free, then one at a time."""
        going = self._going[key]
        return not going or self._tries.get(key, (0, 0.0))[0] + going < FREE_TRIES

    def _count(self, keys: list[str]) -> None:
        for key in keys:
            tries, last = self._tries.pop(key, (0, 0.0))
            self._tries[key] = (1 if self._now() - last > FORGET_AFTER else tries + 1, self._now())
        while len(self._tries) > self._most:
            self._tries.popitem(last=False)

    def _clear(self, keys: list[str]) -> None:
        for key in keys:
            self._tries.pop(key, None)


failures = Failures()


@lru_cache(maxsize=1)
def _nobody() -> str:
    """A hash that fits no password, so that unknown people take as long as known ones."""
    return hash_password(new_token())
