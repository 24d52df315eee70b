"""Secrets nobody may read back: sealed with a key of their own before they are stored."""

from __future__ import annotations

import base64
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from studio.kernel.house import House

NONCE = 12
SETTINGS = "secret settings"


def seal(house: House, plain: str) -> str:
    """What is stored instead of the secret; nothing for nothing."""
    return base64.b64encode(seal_bytes(house, SETTINGS, plain.encode())).decode() if plain else ""


def unseal(house: House, sealed: str) -> str:
    """The secret itself; nothing when it was sealed with another key, so that it is asked for again."""
    try:
        packed = base64.b64decode(sealed, validate=True)
        return unseal_bytes(house, SETTINGS, packed).decode() if packed else ""
    except (ValueError, InvalidTag):
        return ""


def seal_bytes(house: House, purpose: str, plain: bytes, bound_to: str = "") -> bytes:
    """Sealed with the key of one purpose; opens only together with the words it is bound to."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(house.derive(purpose)).encrypt(nonce, plain, bound_to.encode())


def unseal_bytes(house: House, purpose: str, sealed: bytes, bound_to: str = "") -> bytes:
    """What was sealed. Raises InvalidTag when key, words or bytes are not those it was sealed with."""
    return AESGCM(house.derive(purpose)).decrypt(sealed[:NONCE], sealed[NONCE:], bound_to.encode())
