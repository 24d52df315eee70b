"""A seal on every plain form: only a page we drew ourselves, for this very visitor, can send it."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_

HOURS = 8


class FormIsOld(Refusal):
    sentence = N_("This form has been open for too long. Please send it again.")
    status = 403


def form_token(scope: str, holder: str) -> str:
    """The hidden value of a form. `scope` names the form, `holder` is the cookie or QR token it belongs to."""
    body = f"{_now() + HOURS * 3600:x}.{secrets.token_hex(8)}"
    return f"{body}.{_seal(scope, holder, body)}"


def check_form_token(token: str, scope: str, holder: str) -> None:
    """Raises FormIsOld unless the value was made by `form_token` for the same form and holder, and is still young."""
    body, _, seal = token.rpartition(".")
    fits = hmac.compare_digest(seal.encode("utf-8", "replace"), _seal(scope, holder, body).encode())
    if not fits or not holder or int(body.split(".")[0], 16) < _now():
        raise FormIsOld


def keyed(purpose: str, text: str) -> str:
    """A name for something secret that tells nothing about it, the same every time."""
    told = f"{purpose}\0{text}".encode("utf-8", "surrogatepass")
    return hmac.new(house().derive("csrf"), told, hashlib.sha256).hexdigest()


def _seal(scope: str, holder: str, body: str) -> str:
    return keyed(f"form {scope}", f"{holder}\0{body}")


def _now() -> int:
    return int(house().clock.now().timestamp())
