"""The bundled typefaces, and which of them can write a cluster of letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from unicodedata import category

FOLDER = Path(__file__).parent.parent / "fonts"

SCRIPTS = (
    "",
    *("Arabic", "Hebrew", "Armenian", "Georgian"),
    *("Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil", "Telugu", "Kannada", "Malayalam"),
    *("Sinhala", "Thai", "Lao", "Khmer", "Myanmar", "Ethiopic"),
)
WITHOUT_BOLD = (
    *("NotoSansSymbols2", "NotoSansMath", "NotoSerifTibetan", "NotoSansMongolian", "NotoSansThaana"),
    *("NotoSansSyriac", "NotoSansNKo", "NotoSansTifinagh", "NotoSansCherokee", "NotoSansCanadianAboriginal"),
)
CHAIN = (
    ("Inter-Regular", "Inter-SemiBold"),
    *((f"NotoSans{script}-Regular", f"NotoSans{script}-Bold") for script in SCRIPTS),
    ("NotoSansCJKjp-Regular", ""),
    ("NotoEmoji-Regular", ""),
    ("NotoSansSymbols-Regular", "NotoSansSymbols-Bold"),
    *((f"{family}-Regular", "") for family in WITHOUT_BOLD),
)
"""Regular and bold, in the order they are asked. A face without a bold one is thickened."""


@dataclass(frozen=True)
class Face:
    """One typeface file, opened. `thicken` says that bold has to be drawn from a regular face."""

    name: str
    thicken: bool
    font: Any
    letters: Any
    upem: int

    def __hash__(self) -> int:
        return hash((self.name, self.thicken))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Face) and (other.name, other.thicken) == (self.name, self.thicken)


@lru_cache(maxsize=4096)
def face_for(cluster: str, bold: bool) -> Face | None:
    """The first face that has every letter of the cluster, else the first that has its base, else None."""
    wanted = [ord(letter) for letter in cluster if not unseen(letter)]
    if any(category(letter) in ("Co", "Cs", "Cc") for letter in cluster):
        return None  # faces keep their own shapes at private places: they would show what was never written
    whole = next((face for face in faces(bold) if all(code in face.letters for code in wanted)), None)
    return whole or next((face for face in faces(bold) if wanted[0] in face.letters), None)


def unseen(letter: str) -> bool:
    """Whether a character only tells how its neighbours are written: joiners, direction and variation marks."""
    code = ord(letter)
    return (
        code in (0xAD, 0x34F, 0x61C, 0x180E, 0xFEFF, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0)
        or 0x180B <= code <= 0x180F
        or 0x200B <= code <= 0x200F
        or 0x202A <= code <= 0x202E
        or 0x2060 <= code <= 0x206F
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
    )


def faces(bold: bool) -> Iterator[Face]:
    """The chain. A file is read when the ones before it lack a letter."""
    return (_open(heavy if bold and heavy else regular, bold and not heavy) for regular, heavy in CHAIN)


@cache
def _open(name: str, thicken: bool) -> Face:
    import uharfbuzz as hb

    face = hb.Face(hb.Blob((FOLDER / f"{name}.ttf").read_bytes()))
    return Face(name, thicken, hb.Font(face), face.unicodes, face.upem)
