"""PINs: short, for desks that several people share, and worth nothing anywhere else."""

from __future__ import annotations

import hashlib
import hmac
from itertools import pairwise
from uuid import UUID

from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.work import perform
from studio.staff.actions.pins import refuse_pin
from studio.staff.queries import user_by_email
from studio.staff.queries.desks import pin_of
from studio.staff.refusals import PinIsEasy, PinIsNoPin, PinIsSpent, WrongPassword, WrongPin
from studio.staff.rules import clean_email, hash_password, password_fits
from studio.staff.sign_in import Place, check_credentials, failures
from studio.staff.tries import MOST_PINS

EASY = frozenset(
    "1004 2580 0852 1470 7410 3690 1590 7530 4711 0007 1112 1222 1122 2211 1221 2112 4200 5150".split()  # noqa: SIM905
)
LENGTHS = range(4, 9)


def check_pin(pin: str) -> Refusal | None:
    """Why this PIN will not do, or None."""
    if len(pin) not in LENGTHS or not (pin.isascii() and pin.isdigit()):
        return PinIsNoPin("pin")
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    half = len(pin) // 2
    repeated = len(pin) % 2 == 0 and pin[:half] * 2 == pin
    year = len(pin) == 4 and pin[:2] in ("19", "20")
    in_row = len(steps) == 1 and steps <= {0, 1, 9}
    return PinIsEasy("pin") if pin in EASY or in_row or repeated or year or len(set(pin)) < 3 else None


def hash_pin(pin: str) -> str:
    """Slow and keyed: never on the event loop. Raises the refusal of `check_pin`."""
    refusal = check_pin(pin)
    if refusal:
        raise refusal
    return hash_password(_keyed(pin))


def prove_pin(user_id: UUID, pin: str, place: Place) -> None:
    """Raises WrongPin, PinIsSpent once five were wrong in a row, TooMany. The computer compares slowly, on purpose."""
    _kept(user_id)
    key = f"pin/{user_id}"
    with failures.trying([key]) as outcome:
        kept, tries = _kept(user_id)
        if not password_fits(_keyed(pin), kept):
            outcome.wrong = True
            perform(place.guest(), refuse_pin, user_id)
            if tries + 1 >= MOST_PINS:
                raise PinIsSpent("pin")
            raise WrongPin("pin", n=MOST_PINS - tries - 1)
        outcome.right = True


def prove_password_or_pin(email: str, typed: str, place: Place) -> UUID:
    """Whose password or PIN this is, on a tablet clients hold: WrongPassword is the one answer to whatever is wrong."""
    if check_pin(typed) is None:
        known = user_by_email(clean_email(email))
        if known and known[2] and pin_of(known[0])[0]:
            try:
                prove_pin(known[0], typed, place)
            except (WrongPin, PinIsSpent):
                raise WrongPassword from None
            return known[0]
    return check_credentials(email, typed, place.guest(), zone=place.zone)


def _kept(user_id: UUID) -> tuple[str, int]:
    kept, tries = pin_of(user_id)
    if not kept or tries >= MOST_PINS:
        raise PinIsSpent("pin")
    return kept, tries


def _keyed(pin: str) -> str:
    return hmac.new(house().derive("pins"), pin[:100].encode("utf-8", "replace"), hashlib.sha256).hexdigest()
