"""Settings nobody may read back: sealed with a key of their own before they are stored."""

from __future__ import annotations

import base64
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from studio.kernel.house import House

NONCE = 12


def seal(house: House, plain: str) -> str:
    """What is stored instead of the secret; nothing for nothing."""
    if not plain:
        return ""
    nonce = secrets.token_bytes(NONCE)
    return base64.b64encode(nonce + _box(house).encrypt(nonce, plain.encode(), None)).decode()


def unseal(house: House, sealed: str) -> str:
    """The secret itself; nothing when it was sealed with another key, so that it is asked for again."""
    try:
        packed = base64.b64decode(sealed, validate=True)
        return _box(house).decrypt(packed[:NONCE], packed[NONCE:], None).decode() if packed else ""
    except (ValueError, InvalidTag):
        return ""


def _box(house: House) -> AESGCM:
    return AESGCM(house.derive("secret settings"))
