"""What a file is by its first bytes; its name and what a browser says of it count for nothing."""

from __future__ import annotations

from typing import Final

LOOKED_AT = 4096
_STARTS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xca\xfe\xba\xbe", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"#!", "program"),
)
_BRANDS = {b"heic": "heic", b"heix": "heic", b"hevc": "heic", b"mif1": "heic", b"msf1": "heic", b"avif": "heic"}
_MARKUP = (b"<svg", b"<!doctype", b"<html", b"<?xml", b"<script")


def kind_of(data: bytes) -> str:
    """One word: `jpeg`, `png`, `webp`, `gif`, `heic`, `tiff`, `pdf`, `zip`, `ole`, `markup`, `program`, `text`, `empty`
    or `other`."""
    head = data[:LOOKED_AT]
    if not head:
        return "empty"
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "other")
    return _by_words(head)


def _by_words(head: bytes) -> str:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return "markup"
    return "text" if _reads(head) else "other"


def _reads(head: bytes) -> bool:
    """Whether it looks like writing: no bytes that writing never has, or the mark of UTF-16 before it."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in head)
