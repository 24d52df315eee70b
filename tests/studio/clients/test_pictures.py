"""Portraits: redrawn, upright, bare of what cameras write; everything hostile is refused kindly."""

import struct
import time
import zlib
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from studio.clients.actions import remove_photo, set_photo
from studio.clients.pictures import LARGE, SMALL, read_portrait
from studio.clients.queries import client_card, photo_of
from studio.extension import incoming as refusals
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file
from tests.factories.people import signed_in


def photo(size: tuple[int, int] = (300, 200), mode: str = "RGB", kind: str = "JPEG", **saved: Any) -> bytes:
    """A picture file whose left half is dark."""
    picture = Image.new(mode, size, "white" if mode != "CMYK" else 0)
    picture.paste(Image.new(mode, (size[0] // 2, size[1]), "black" if mode != "CMYK" else (0, 0, 0, 255)), (0, 0))
    drawn = BytesIO()
    picture.save(drawn, kind, **saved)
    return drawn.getvalue()


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg))


def test_a_photo_is_made_smaller_and_square_for_lists() -> None:
    portrait = read_portrait(photo((3000, 2000)))
    assert opened(portrait.large).size == (LARGE, 800)
    assert opened(portrait.small).size == (SMALL, SMALL)


def test_a_photo_taken_sideways_stands_upright_and_tells_no_place() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010F] = "CameraMaker"
    upright = opened(read_portrait(photo(exif=exif, comment=b"secret")).large)
    assert upright.size == (200, 300)
    assert upright.getpixel((100, 20)) < (60, 60, 60)  # type: ignore[operator]
    assert not upright.getexif()
    assert b"CameraMaker" not in read_portrait(photo(exif=exif)).large
    assert "comment" not in upright.info


@pytest.mark.parametrize(
    ("mode", "kind"), [("CMYK", "JPEG"), ("L", "JPEG"), ("RGBA", "PNG"), ("P", "PNG"), ("1", "PNG"), ("RGB", "WEBP")]
)
def test_every_kind_of_photo_becomes_a_plain_one(mode: str, kind: str) -> None:
    assert opened(read_portrait(photo(mode=mode, kind=kind)).large).mode == "RGB"


@pytest.mark.parametrize(
    "upload",
    [
        b"",
        b"MZ\x90\x00" + b"\x00" * 500,
        b"GIF89a/*" + b"\x00" * 50 + b"*/=1;alert(1)",
        b"<svg onload=alert(1)></svg>",
        photo()[:600],
        photo(kind="PNG")[:80],
        photo(kind="GIF"),
        photo(kind="TIFF"),
        b"%PDF-1.7",
        b"\xff\xd8\xff" + b"\x00" * 99,
    ],
)
def test_what_is_no_photo_is_refused(upload: bytes) -> None:
    with pytest.raises(refusals.PictureIsUnclear):
        read_portrait(upload)


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    start = time.perf_counter()
    for upload in (bomb(60_000, 60_000), bomb(8000, 6000), b"\xff\xd8" + b"\x00" * 21_000_000):
        with pytest.raises(refusals.PictureIsTooLarge):
            read_portrait(upload)
    assert time.perf_counter() - start < 1


def test_the_portrait_is_kept_encrypted_and_can_be_taken_away(studio: House) -> None:
    owner = signed_in()
    client = on_file(owner)
    portrait = read_portrait(photo())
    perform(owner, set_photo, client.id, portrait)
    assert ask(owner, photo_of, client.code, "l") == portrait.large
    stored = [path.read_bytes() for path in studio.folder.files.rglob("*") if path.is_file()]
    assert len(stored) == 2
    assert not [content for content in stored if b"JFIF" in content]
    perform(owner, remove_photo, client.id)
    assert ask(owner, client_card, client.code).photo is None


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that claims to be huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00" * 999)) + chunk(b"IEND", b"")
    )
