"""Files nobody means well with, made here: bombs, polyglots, halves, and pictures that tell where they were taken."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from functools import partial
from io import BytesIO
from random import Random
from typing import Any

from PIL import Image, PngImagePlugin

CANARIES = (
    b"CANARY",
    b"canary",
    b"GPSLatitude",
    b"Exif",
    b"http://ns.adobe.com",
    b"ICC_PROFILE",
    b"<script",
    b"PK\x03\x04",
)
Make = Callable[[], bytes]


def picture(kind: str = "JPEG", size: tuple[int, int] = (64, 48), mode: str = "RGB", **saved: Any) -> bytes:
    drawn = BytesIO()
    made = Image.new(mode, size)
    made.paste(Image.new(mode, (size[0] // 2, size[1]), "white" if mode != "CMYK" else 0), (0, 0))
    made.save(drawn, kind, **saved)
    return drawn.getvalue()


def noise(kind: str = "JPEG") -> bytes:
    drawn = BytesIO()
    Image.frombytes("RGB", (90, 60), Random(5).randbytes(90 * 60 * 3)).save(drawn, kind)
    return drawn.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, *more: bytes, depth: int = 8, colour: int = 2, pixels: bytes = b"\x00" * 999) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    parts = (chunk(b"IHDR", head), *more, chunk(b"IDAT", zlib.compress(pixels, 9)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def moving(kind: str, frames: int = 3) -> bytes:
    drawn = BytesIO()
    shown = [Image.new("RGB", (8, 8), (90 * n % 256, 30, 200 - 90 * n % 200)) for n in range(frames)]
    shown[0].save(drawn, kind, save_all=True, append_images=shown[1:], duration=10)
    return drawn.getvalue()


def many_frames() -> bytes:
    """A GIF with a hundred thousand frames, in a few bytes each."""
    head = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"
    frame = b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00"
    return head + frame * 100_000 + b";"


def jpeg_of(width: int, height: int) -> bytes:
    """A small JPEG whose head says it is large."""
    data = bytearray(picture())
    at = data.index(b"\xff\xc0") + 5
    data[at : at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def webp_of(width: int, height: int) -> bytes:
    body = b"VP8X" + struct.pack("<I", 10) + bytes(4) + (width - 1).to_bytes(3, "little")
    body += (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def brand(name: bytes) -> bytes:
    return struct.pack(">I", 24) + b"ftyp" + name + bytes(4) + b"mif1heic" + b"canary" * 50


def shaken(seed: int) -> bytes:
    """A JPEG whose head survives, with its tables and beginnings torn out."""
    random, data = Random(seed), bytearray(noise())
    del data[random.randrange(30, 200) : random.randrange(220, 600)]
    return bytes(data[: random.randrange(100, 500)])


def cut(kind: str, part: float) -> bytes:
    whole = noise(kind)
    return whole[: int(len(whole) * part)]


TEXT_BOMB = chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(90_000_000), 9))
PROFILE_BOMB = chunk(b"iCCP", b"a\x00\x00" + zlib.compress(bytes(90_000_000), 9))
HOSTILE: dict[str, Make] = {
    "nothing": bytes,
    "one byte": lambda: b"\xff",
    "a start of a JPEG": lambda: b"\xff\xd8\xff",
    "a JPEG of zeros": lambda: b"\xff\xd8\xff\xe0" + bytes(9_000),
    "a start of a PNG": lambda: b"\x89PNG\r\n\x1a\n",
    "a start of a WebP": lambda: b"RIFF\x10\x00\x00\x00WEBP",
    "svg with script": lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>1</script></svg>",
    "svg of entities": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c "&b;&b;">]><svg>&c;</svg>'
    ),
    "html": lambda: b"<!doctype html><script>alert(1)</script>",
    "heic": partial(brand, b"heic"),
    "heix": partial(brand, b"heix"),
    "mif1": partial(brand, b"mif1"),
    "avif": partial(brand, b"avif"),
    "a film": partial(brand, b"isom"),
    "gif": partial(picture, "GIF"),
    "gif with a script": lambda: b"GIF89a/*" + bytes(50) + b"*/=1;alert(1)",
    "gif of 100,000 frames": many_frames,
    "tiff": partial(picture, "TIFF"),
    "bmp": partial(picture, "BMP"),
    "ico": partial(picture, "ICO"),
    "jpeg 2000": partial(picture, "JPEG2000"),
    "ppm": partial(picture, "PPM"),
    "eps": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nsystemdict /quit get exec\n",
    "pdf": lambda: b"%PDF-1.7\n" + bytes(500),
    "zip": lambda: b"PK\x03\x04" + bytes(500),
    "a program for Windows": lambda: b"MZ\x90\x00" + bytes(500),
    "a program for Linux": lambda: b"\x7fELF" + bytes(500),
    "a shell script": lambda: b"#!/bin/sh\nrm -rf /\n",
    "png that moves": partial(moving, "PNG"),
    "webp that moves": partial(moving, "WEBP"),
    "png of 3.6 gigapixels": partial(png, 60_000, 60_000),
    "png of 48 megapixels": partial(png, 8_000, 6_000),
    "png one pixel high": partial(png, 2_000_000_000, 1),
    "png without size": partial(png, 0, 0),
    "png bomb of one colour": partial(png, 30_000, 30_000, depth=1, colour=0, pixels=bytes(3_751 * 20_000)),
    "jpeg of 4 gigapixels": partial(jpeg_of, 65_500, 65_500),
    "jpeg of 42 megapixels": partial(jpeg_of, 7_000, 6_000),
    "jpeg without height": partial(jpeg_of, 640, 0),
    "webp of 268 megapixels": partial(webp_of, 16_383, 16_383),
    "webp without a picture": partial(webp_of, 20, 20),
    "png with a broken sum": lambda: noise("PNG").replace(b"IDAT", b"IDAX"),
    "png with a strange depth": partial(png, 20, 20, depth=7),
    **{
        f"{kind} cut at {part:.0%}": partial(cut, kind, part)
        for kind in ("JPEG", "PNG", "WEBP")
        for part in (0.2, 0.5, 0.8)
    },
    **{f"jpeg shaken {seed}": partial(shaken, seed) for seed in range(6)},
}
"""Each has to be refused."""


def placed() -> Image.Exif:
    """What a phone writes: maker, place, and a comment."""
    exif = Image.Exif()
    exif[0x010F] = exif[0x0110] = exif[0x9286] = exif[0x8298] = "CANARY"
    where = exif.get_ifd(0x8825)
    where[1], where[2], where[3], where[4] = "N", (52.0, 30.0, 1.0), "E", (13.0, 20.0, 2.0)
    where[29] = "CANARY"
    return exif


def told() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "CANARY")
    info.add_itxt("XML:com.adobe.xmp", "<x>canary</x>")
    info.add_text("Comment", "canary" * 50, zip=True)
    return info


MARKED: dict[str, Make] = {
    "jpeg with place": lambda: picture("JPEG", exif=placed()),
    "png with place": lambda: picture("PNG", exif=placed()),
    "webp with place": lambda: picture("WEBP", exif=placed()),
    "jpeg with a comment": lambda: picture("JPEG", comment=b"CANARY"),
    "jpeg with xmp": lambda: picture("JPEG", xmp=b"http://ns.adobe.com/ canary"),
    "webp with xmp": lambda: picture("WEBP", xmp=b"http://ns.adobe.com/ canary"),
    "png with words": lambda: picture("PNG", pnginfo=told()),
    "jpeg with a false profile": lambda: picture("JPEG", icc_profile=b"CANARY" * 99),
    "png with a false profile": lambda: picture("PNG", icc_profile=b"CANARY" * 99),
    "jpeg with a zip behind it": lambda: picture() + b"PK\x03\x04CANARY" + bytes(99),
    "jpeg with a script behind it": lambda: picture() + b"<script>canary</script>",
    "png with a program behind it": lambda: picture("PNG") + b"MZ CANARY",
    "jpeg with a picture in it": lambda: picture("JPEG", exif=placed(), extra=b"\xff\xed\x00\x10Photoshop CANARY"[:18]),
}
"""Each is a picture, and nothing of it but its colours may stay."""

GENUINE: dict[str, Make] = {
    **{f"{mode} {kind}": partial(picture, kind, (300, 200), mode) for mode, kind in (
        ("L", "JPEG"), ("CMYK", "JPEG"), ("P", "PNG"), ("1", "PNG"), ("LA", "PNG"), ("RGBA", "PNG"), ("I;16", "PNG"),
        ("RGBA", "WEBP"),
    )},
    "progressive": partial(picture, "JPEG", (300, 200), progressive=True),
    "several in one, as phones do": lambda: moving("MPO"),
}  # fmt: skip
