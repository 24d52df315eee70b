"""Pictures drawn anew. Only the process apart opens what others sent; drawings of our own may be made anywhere."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from storage.decoding.asked import PIXELS, Unfit, Wish

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS = ("JPEG", "PNG", "WEBP")
MOVING = ("PNG", "WEBP")


def redraw(upload: bytes, wishes: list[Wish]) -> list[bytes]:
    """Each wish, drawn; Unfit for what is no still picture of a size a camera makes."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = None  # our own limit comes first and is lower
    with Image.open(BytesIO(upload), formats=KINDS) as picture:
        if picture.width * picture.height > PIXELS:
            raise Unfit("large")
        if picture.format in MOVING and getattr(picture, "is_animated", False):
            raise Unfit("moves")
        longest = 2 * max(wish.side for wish in wishes)
        picture.draft("L" if wishes[0].form == "grey" else "RGB", (longest, longest))
        upright = _upright(picture)
    return [drawn(upright, wish) for wish in wishes]


def drawn(picture: Image, wish: Wish) -> bytes:
    """One wish from a picture that is open; the picture stays as it is."""
    from PIL import ImageOps

    mode = {"png": "RGBA", "grey": "L"}.get(wish.form, "RGB")
    plain = picture.convert("RGBA") if wish.form == "png" else _on_white(picture).convert(mode)
    if wish.trimmed:
        plain = _trimmed(plain)
    if wish.square:
        plain = ImageOps.fit(plain, (wish.side, wish.side), centering=(0.5, 0.35))
    elif max(plain.size) > wish.side:
        plain = plain.copy()
        plain.thumbnail((wish.side, wish.side))
    return _written(plain, wish)


def _upright(picture: Image) -> Image:
    from PIL import ImageOps

    profile = picture.info.get("icc_profile")
    turned = ImageOps.exif_transpose(picture)
    return _in_srgb(turned, profile) if profile and turned.mode in ("RGB", "CMYK") else turned


def _in_srgb(picture: Image, profile: bytes) -> Image:
    """The colours as the camera meant them, for screens that know no profile."""
    from PIL import ImageCms

    try:
        meant = ImageCms.profileToProfile(picture, BytesIO(profile), ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return meant or picture


def _on_white(picture: Image) -> Image:
    from PIL import Image

    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return picture
    coloured = picture.convert("RGBA")
    ground = Image.new("RGB", coloured.size, "white")
    ground.paste(coloured, mask=coloured.getchannel("A"))
    return ground


def _trimmed(picture: Image) -> Image:
    inked = picture.getchannel("A").getbbox() if picture.mode == "RGBA" else picture.getbbox()
    if inked is None:
        raise Unfit("empty")
    return picture.crop(inked)


def _written(picture: Image, wish: Wish) -> bytes:
    """As a file that holds the colours and nothing else."""
    from PIL import Image

    solid = picture.mode == "RGBA" and picture.getchannel("A").getextrema() == (255, 255)
    bare = Image.new("RGB" if solid else picture.mode, picture.size)
    bare.paste(picture)
    made = BytesIO()
    if wish.form == "jpeg":
        bare.save(made, "JPEG", quality=wish.quality, optimize=True)
    else:
        bare.save(made, "PNG", optimize=wish.form == "png", compress_level=6 if wish.form == "png" else 1)
    return made.getvalue()
