"""Photos for a signing: drawn anew, sealed, handed back to the page. Nothing is kept until it is signed."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import AsyncIterator, Mapping
from typing import Any

from pages.csrf import keyed
from storage.decoding import Wish
from studio.consent.refusals import PhotoIsUnclear
from studio.extension.incoming import Allowed, FileIsTooHeavy, check_kind, draw_anew
from studio.kernel.refusal import Invalid, Refusal

TAKEN = Allowed(most=15)
SIDE, QUALITY = 1280, 78


async def heard(pieces: AsyncIterator[bytes]) -> bytes:
    """All of it, up to what is taken."""
    found = bytearray()
    async for piece in pieces:
        found += piece
        if len(found) > TAKEN.bytes:
            raise FileIsTooHeavy(n=TAKEN.most)
    return bytes(found)


def made_ready(data: bytes, token: str) -> dict[str, str]:
    """The picture as it would be kept, bare of where it was taken, and the seal that says it was made here."""
    check_kind(data, TAKEN)
    (jpeg,) = draw_anew(data, Wish(SIDE, "jpeg", quality=QUALITY), allowed=TAKEN)
    return {"jpeg": base64.b64encode(jpeg).decode(), "seal": seal_of(token, jpeg)}


def unsealed(photos: object, token: str) -> object:
    """The photos of a payload without their seals. Raises Invalid by the field of one that was not made here."""
    if not isinstance(photos, Mapping):
        return photos
    problems: dict[str, Refusal] = {
        f"photos.{key}": PhotoIsUnclear() for key in photos if not _ours(photos[key], token)
    }
    if problems:
        raise Invalid(problems)
    return {key: {"jpeg": one["jpeg"]} for key, one in photos.items()}


def seal_of(token: str, jpeg: bytes) -> str:
    """What only this studio gives, for this very signing."""
    return keyed(f"photo {hashlib.sha256(jpeg).hexdigest()}", token)


def _ours(one: Any, token: str) -> bool:
    if not isinstance(one, Mapping) or not isinstance(one.get("jpeg"), str) or not isinstance(one.get("seal"), str):
        return False
    try:
        data = base64.b64decode(one["jpeg"], validate=True)
    except ValueError:
        return False
    return hmac.compare_digest(one["seal"].encode(), seal_of(token, data).encode())
