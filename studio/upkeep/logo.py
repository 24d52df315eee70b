"""The studio's logo: any picture becomes a small PNG drawn anew, kept as a file under the setting `studio.logo`."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from storage.errors import StorageFault
from studio.kernel.house import House, house
from studio.upkeep.refusals import LogoIsTooLarge, LogoIsUnclear

if TYPE_CHECKING:
    from PIL.Image import Image

KEY = "studio.logo"
PIXELS, BYTES = 25_000_000, 10_000_000
WIDEST = 600
KINDS = ("PNG", "JPEG", "WEBP")
SIGNATURE = b"\x89PNG\r\n\x1a\n"
BROKEN = (OSError, SyntaxError, ValueError, MemoryError, ArithmeticError, IndexError, TypeError, KeyError)


def read_logo(upload: bytes) -> bytes:
    """The picture as a PNG of at most 600 pixels, without its empty margins and whatever else the file carried.

    What is transparent stays so. Raises LogoIsUnclear or LogoIsTooLarge. Slow for large ones: call it in a worker
    thread.
    """
    import warnings

    from PIL import Image

    if len(upload) > BYTES:
        raise _too_large()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            return _redrawn(upload)
        except Image.DecompressionBombError:
            raise _too_large() from None
        except BROKEN:
            raise LogoIsUnclear(KEY) from None


def keep_logo(place: House, upload: bytes) -> str:
    """Put it on file; gives what the setting is set to."""
    return place.files.put(read_logo(upload))


def fitting_logo(value: str) -> str:
    """Nothing, or a logo that was kept before: no other attachment is ever shown to guests."""
    if value and not (house().files.has(value) and logo_bytes(house(), value)):
        raise LogoIsUnclear(KEY)
    return value


def logo_bytes(place: House, file_id: str) -> bytes:
    """The PNG behind a setting; nothing where there is none, or where its file is gone or no logo."""
    try:
        found = place.files.read(file_id) if file_id else b""
    except StorageFault:
        return b""
    return found if found.startswith(SIGNATURE) else b""


def _redrawn(upload: bytes) -> bytes:
    from PIL import Image, ImageOps

    with Image.open(BytesIO(upload), formats=KINDS) as picture:
        if picture.width * picture.height > PIXELS:
            raise _too_large()
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    inked = upright.getchannel("A").getbbox()
    if inked is None:
        raise LogoIsUnclear(KEY)
    cut = upright.crop(inked)
    cut.thumbnail((WIDEST, WIDEST))
    return _png(cut)


def _png(picture: Image) -> bytes:
    from PIL import Image

    solid = picture.getchannel("A").getextrema() == (255, 255)
    bare = Image.new("RGB" if solid else "RGBA", picture.size)
    bare.paste(picture)
    drawn = BytesIO()
    bare.save(drawn, "PNG", optimize=True)
    return drawn.getvalue()


def _too_large() -> LogoIsTooLarge:
    return LogoIsTooLarge(KEY, limit=PIXELS // 1_000_000, size=BYTES // 1_000_000)
