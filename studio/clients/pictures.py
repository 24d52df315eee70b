"""Portraits: every picture is drawn anew, so that nothing hidden in a file ever reaches the store."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from storage.decoding import Wish
from studio.extension.incoming import Allowed, draw_anew

if TYPE_CHECKING:
    from PIL.Image import Image

LARGE, SMALL = 1200, 160
WISHES = (Wish(LARGE), Wish(SMALL, quality=80, square=True))
PORTRAIT = Allowed()
SIDE = 2000
"""Pixels a browser may make a photo before it sends it: more would only travel longer."""


@dataclass(frozen=True)
class Portrait:
    """A portrait as JPEG: at most 1200 px, and a 160 px square for lists."""

    large: bytes
    small: bytes


def read_portrait(upload: bytes) -> Portrait:
    """The upload upright, in sRGB terms, without camera data or place; refuses what is no photo or too large.

    Takes up to a second for the largest photos: call it outside an act, in a worker thread.
    """
    return Portrait(*draw_anew(upload, *WISHES, allowed=PORTRAIT, field="photo"))


def portrait_of(plain: "Image") -> Portrait:
    """The two sizes of a picture that we drew ourselves."""
    from storage.decoding.drawing import drawn

    return Portrait(*(drawn(plain, wish) for wish in WISHES))
