"""Measures and colours on paper, in points: ink, hairlines, one accent."""

from __future__ import annotations

import re

INK, SECOND, THIRD = (0x17, 0x18, 0x1A), (0x44, 0x47, 0x4B), (0x5F, 0x63, 0x67)
HAIRLINE, RULE, WARN = (0xDF, 0xE0, 0xDC), (0xBF, 0xC1, 0xBC), (0x85, 0x53, 0x00)
ACCENT = (0x0B, 0x5A, 0x75)
Colour = tuple[int, int, int]

PAPERS = {"A4": (595.28, 841.89), "A5": (419.53, 595.28), "Letter": (612.0, 792.0)}
SIDE, TOP, FIRST, FOOT = 56.0, 84.0, 116.0, 72.0
"""Margins: both sides, the top of later pages, of the first one, and the foot."""

TITLE, SECTION, STRONG, BODY, SMALL, TINY = (
    (22.0, 27.0),
    (13.0, 18.0),
    (10.5, 15.0),
    (10.0, 15.0),
    (8.5, 12.0),
    (7.5, 10.0),
)
"""Size of the letters, and from line to line."""
PEN = 1.1


def colour(text: str, otherwise: Colour) -> Colour:
    """A colour such as #0b5a75; anything else gives the other one."""
    if not re.fullmatch("#[0-9a-fA-F]{6}", text):
        return otherwise
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)
