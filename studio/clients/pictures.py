"""Portraits: every picture is drawn anew, so that nothing hidden in a file ever reaches the store."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.clients import refusals

if TYPE_CHECKING:
    from PIL.Image import Image

PIXELS = 40_000_000
BYTES = 20_000_000
LARGE, SMALL = 1200, 160
KINDS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True)
class Portrait:
    """A portrait as JPEG: at most 1200 px, and a 160 px square for lists."""

    large: bytes
    small: bytes


def read_portrait(upload: bytes) -> Portrait:
    """The upload upright, in sRGB terms, without camera data or place; refuses what is no photo or too large.

    Takes up to a second for the largest photos: call it outside an act, in a worker thread.
    """
    if len(upload) > BYTES:
        raise _too_large()
    size = claimed_size(upload)
    if size is None or 0 in size:
        raise refusals.PictureIsUnclear("photo")
    if size[0] * size[1] > PIXELS:
        raise _too_large()
    try:
        return _redraw(upload)
    except (OSError, SyntaxError, ValueError, MemoryError, ArithmeticError, IndexError, TypeError, KeyError):
        raise refusals.PictureIsUnclear("photo") from None


def claimed_size(upload: bytes) -> tuple[int, int] | None:
    """The size a JPEG, PNG or WebP says it has, without unpacking it; None for anything else."""
    import warnings
    from io import BytesIO

    from PIL import Image, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            with Image.open(BytesIO(upload), formats=KINDS) as picture:
                return picture.size
        except Image.DecompressionBombError:
            return PIXELS, PIXELS
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, ArithmeticError):
            return None


def _redraw(upload: bytes) -> Portrait:
    import warnings
    from io import BytesIO

    from PIL import Image, ImageOps

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(BytesIO(upload), formats=KINDS) as picture:
            picture.draft("RGB", (LARGE * 2, LARGE * 2))
            upright = ImageOps.exif_transpose(picture)
    return portrait_of(_on_white(upright))


def portrait_of(plain: "Image") -> Portrait:
    """The two sizes of a picture that is already drawn."""
    from PIL import ImageOps

    plain.thumbnail((LARGE, LARGE))
    return Portrait(_jpeg(plain, 85), _jpeg(ImageOps.fit(plain, (SMALL, SMALL), centering=(0.5, 0.35)), 80))


def _on_white(picture: "Image") -> "Image":
    from PIL import Image

    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return picture.convert("RGB")
    coloured = picture.convert("RGBA")
    ground = Image.new("RGB", coloured.size, "white")
    ground.paste(coloured, mask=coloured.getchannel("A"))
    return ground


def _jpeg(picture: "Image", quality: int) -> bytes:
    from io import BytesIO

    from PIL import Image

    drawn = BytesIO()
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    bare.save(drawn, "JPEG", quality=quality, optimize=True)
    return drawn.getvalue()


def _too_large() -> refusals.PictureIsTooLarge:
    return refusals.PictureIsTooLarge("photo", limit=PIXELS // 1_000_000, size=BYTES // 1_000_000)
