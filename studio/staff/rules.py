"""Decisions about people and passwords: values in, answers out."""

from __future__ import annotations

import base64
import hashlib
import secrets
import unicodedata
from collections.abc import Collection
from datetime import timedelta

from studio.kernel.email import fold_email
from studio.kernel.refusal import Refusal
from studio.staff.refusals import (
    DeviceNameIsMissing,
    EmailIsWrong,
    NameIsMissing,
    PasswordIsTooLong,
    PasswordIsTooShort,
    PasswordIsWeak,
    PasswordSaysWhoYouAre,
    RoleIsUnknown,
    ThemeIsUnknown,
)
from studio.staff.strength import weakness

SHORTEST, LONGEST = 8, 1024
COST = 12
THEMES = ("", "light", "dark")
FREE_TRIES = 5
FIRST_WAIT, LONGEST_WAIT = 15, 240


def check_password(password: str, *, email: str, name: str) -> Refusal | None:
    """Why this password will not do, or None. Slow like hashing it: never on the event loop."""
    if len(password) > LONGEST:
        return PasswordIsTooLong("password", most=LONGEST)
    if len(password) < SHORTEST:
        return PasswordIsTooShort("password", least=SHORTEST)
    folded = password.casefold()
    if folded in {email.casefold(), email.casefold().split("@")[0], name.casefold(), name.casefold().replace(" ", "")}:
        return PasswordSaysWhoYouAre("password")
    why = weakness(password, (email, name))
    return None if why is None else PasswordIsWeak("password", why)


def check_name(name: str) -> Refusal | None:
    """A name shows something and holds no control characters; what joins letters or emoji may be in it."""
    shows = any(letter.isprintable() and not letter.isspace() for letter in name)
    controls = any(unicodedata.category(letter) in ("Cc", "Cs") for letter in name)
    return None if shows and not controls and len(name) <= 120 else NameIsMissing("name")


def clean_device_name(name: object) -> str:
    """One line of at most 60 letters. Raises DeviceNameIsMissing."""
    typed = name[:500] if isinstance(name, str) else ""
    cleaned = " ".join("".join(letter for letter in typed if letter.isprintable() or letter.isspace()).split())
    if not 0 < len(cleaned) <= 60:
        raise DeviceNameIsMissing("name")
    return cleaned


def check_role(role: str, known: Collection[str]) -> Refusal | None:
    return None if role in known else RoleIsUnknown("role", role=role[:40])


def check_theme(theme: str) -> Refusal | None:
    return None if theme in THEMES else ThemeIsUnknown("theme")


def clean_email(email: str) -> str:
    """The address, folded to one spelling. Raises EmailIsWrong."""
    folded = fold_email(email)
    if folded is None:
        raise EmailIsWrong("email")
    return folded


def hash_password(password: str) -> str:
    """bcrypt over base64 of SHA-256, since bcrypt refuses more than 72 bytes. Slow: never on the event loop."""
    import bcrypt

    return bcrypt.hashpw(_prehash(password), bcrypt.gensalt(COST)).decode()


def password_fits(password: str, password_hash: str) -> bool:
    """Whether it is the password. Takes the same time for a hash that fits nobody."""
    import bcrypt

    return len(password) <= LONGEST and bcrypt.checkpw(_prehash(password), password_hash.encode())


def hash_token(token: str) -> str:
    """How a random token is kept: it needs no salt, having 256 bits of its own."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    return secrets.token_urlsafe(32)


def wait_after(failures: int) -> timedelta:
    """How long to wait after so many wrong tries: none at first, then doubling up to four minutes."""
    if failures < FREE_TRIES:
        return timedelta(0)
    return timedelta(seconds=min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(10, failures - FREE_TRIES)))


def _prehash(password: str) -> bytes:
    return base64.b64encode(hashlib.sha256(password.encode("utf-8", "surrogatepass")).digest())
