"""The second step of a sign-in: codes of an app that knows the time and a secret. Pure: values in, answers out."""

from __future__ import annotations

import hmac
from datetime import datetime

STEP = 30
AROUND = 1
"""Steps a code may be early or late."""
HINTED = 20
"""Steps within which a code that fits tells that a clock is off, where its owner is known to hold the secret."""


def new_secret() -> str:
    """What the app and this computer share: 160 bits."""
    import pyotp

    return pyotp.random_base32()


def app_address(secret: str, email: str, studio: str) -> str:
    """What the QR code for the app says."""
    import pyotp

    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=studio or "Linework")


def fitting_step(secret: str, code: str, now: datetime, last: int) -> int | None:
    """The half minute this code belongs to: this one or one beside it, later than the last that was used."""
    return next((step for step in _around(now, AROUND) if step > last and _fits(secret, code, step)), None)


def clock_off_by(secret: str, code: str, now: datetime) -> int | None:
    """Minutes, at least one, by which a clock seems to be off; None when this is not what is wrong.

    Only for whoever is switching it on: to anybody else it would tell which codes come later.
    """
    here = _step(now)
    off = next((abs(step - here) for step in _around(now, HINTED) if _fits(secret, code, step)), 0)
    return max(1, round(off * STEP / 60)) if off > AROUND else None


def digits(code: str) -> str:
    """The six digits, however they were grouped; nothing when it is something else."""
    typed = "".join(code[:40].split())
    return typed if len(typed) == 6 and typed.isascii() and typed.isdigit() else ""


def _step(now: datetime) -> int:
    return int(now.timestamp()) // STEP


def _around(now: datetime, steps: int) -> list[int]:
    """The nearest first."""
    return sorted(range(_step(now) - steps, _step(now) + steps + 1), key=lambda step: abs(step - _step(now)))


def _fits(secret: str, code: str, step: int) -> bool:
    import pyotp

    return bool(code) and hmac.compare_digest(pyotp.TOTP(secret).generate_otp(step), code)
