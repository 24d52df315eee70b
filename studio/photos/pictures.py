"""Pictures as they are kept: drawn anew, so that neither camera nor place nor anything hidden reaches the store."""

from __future__ import annotations

from dataclasses import dataclass

from storage.decoding import Wish
from studio.extension.incoming import Allowed, draw_anew

TAKEN = Allowed(most=25)
WISHES = (Wish(2400, quality=86), Wish(480, quality=80))
SIDE = 3200
"""Pixels a browser may make a picture before it sends it."""


@dataclass(frozen=True)
class Drawn:
    """A picture as JPEG, at most 2400 px, a little one for galleries, and its measures."""

    large: bytes
    small: bytes
    wide: int
    tall: int


def read_photo(upload: bytes) -> Drawn:
    """The upload upright and bare; refuses what is no photo or too large.

    Takes up to a second or two for the largest: call it outside an act, in a worker thread.
    """
    large, small = draw_anew(upload, *WISHES, allowed=TAKEN, field="photo")
    return measured(large, small)


def measured(large: bytes, small: bytes) -> Drawn:
    """A picture we drew, with its measures."""
    from io import BytesIO

    from PIL import Image

    with Image.open(BytesIO(large)) as picture:
        return Drawn(large, small, *picture.size)
