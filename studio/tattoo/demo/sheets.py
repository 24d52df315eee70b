"""Drawn designs: line work on paper, plainly made by a program."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random  # a seeded one: the same drawing again, nothing secret
from typing import TYPE_CHECKING

from storage.decoding import Wish
from studio.extension.incoming import Safe

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

WIDE, TALL = 900, 1200
PAPER, INK, MARK = "#f7f4ec", "#1f2530", "#b9c3cf"


def draw_design(kind: str, lettering: str, seed: float) -> Safe:
    """The same design each time for one seed."""
    from PIL import Image, ImageDraw

    from storage.decoding.drawing import drawn

    sheet = Image.new("RGB", (WIDE, TALL), PAPER)
    pen = ImageDraw.Draw(sheet)
    for edge in (60, 76):
        pen.rectangle((edge, edge, WIDE - edge, TALL - edge), outline=MARK, width=2)
    {"wave": _wave, "fern": _fern, "rings": _rings}.get(kind, _line)(pen, Random(seed))  # noqa: S311
    if lettering:
        _write(sheet, pen, lettering)
    return Safe("jpeg", drawn(sheet, Wish(1200, quality=84)), small=drawn(sheet, Wish(320, quality=80)))


def draw_signature(seed: float) -> bytes:
    """A scribble, as if signed on screen."""
    from io import BytesIO

    from PIL import Image, ImageDraw

    random, sheet = Random(seed), Image.new("RGB", (420, 140), "white")  # noqa: S311
    swing, turns = random.uniform(20, 40), random.uniform(9, 14)
    line = [(30 + x * 4, 70 + swing * sin(x / 90 * turns) * cos(x / 17)) for x in range(90)]
    ImageDraw.Draw(sheet).line(line, INK, 3, joint="curve")
    picture = BytesIO()
    sheet.save(picture, "PNG")
    return picture.getvalue()


def _wave(pen: ImageDraw, random: Random) -> None:
    for row in range(9):
        y, reach = 260 + row * 80, 46 + random.randint(0, 18)
        for column in range(-1, 9):
            x = 100 + column * 100 + (row % 2) * 50
            for ring in range(3):
                r = reach - ring * 14
                if r > 0 and x - r > 90 and x + r < WIDE - 90:
                    pen.arc((x - r, y - r, x + r, y + r), 180, 360, INK, 5)


def _fern(pen: ImageDraw, random: Random) -> None:
    stem = [(WIDE / 2 + 40 * sin(step / 9), TALL - 180 - step * 28) for step in range(30)]
    pen.line(stem, INK, 6)
    for at, (x, y) in enumerate(stem[2:]):
        long = 190 * (1 - at / 30) + random.randint(0, 20)
        for side in (-1, 1):
            tip = (x + side * long, y - long * 0.45)
            pen.line(((x, y), tip), INK, 4)
            pen.ellipse((tip[0] - 6, tip[1] - 6, tip[0] + 6, tip[1] + 6), INK)


def _rings(pen: ImageDraw, random: Random) -> None:
    petals, middle = random.randint(6, 12), (WIDE / 2, TALL / 2)
    for ring in range(4):
        far = 300 * (1 - ring / 5)
        for petal in range(petals):
            turn = 2 * pi * (petal + ring / 2) / petals
            x, y, r = middle[0] + cos(turn) * far * 0.6, middle[1] + sin(turn) * far * 0.6, far * 0.4
            pen.ellipse((x - r, y - r, x + r, y + r), None, INK, 4)
    pen.ellipse((middle[0] - 24, middle[1] - 24, middle[0] + 24, middle[1] + 24), INK)


def _line(pen: ImageDraw, random: Random) -> None:
    swing = random.randint(20, 40)
    for y in (TALL / 2 - 130, TALL / 2 + 130):
        pen.line([(150 + x * 6, y + swing * sin(x / 16)) for x in range(101)], INK, 4)


def _write(sheet: Image, pen: ImageDraw, lettering: str) -> None:
    from PIL import ImageFont

    font = ImageFont.load_default(88)
    wide = pen.textlength(lettering, font=font)
    pen.text(((sheet.width - wide) / 2, sheet.height / 2 - 60), lettering, INK, font)
