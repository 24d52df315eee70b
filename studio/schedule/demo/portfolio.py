"""Made-up portfolios: flash on paper for each artist, drawn here, and clients' photos that may be shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import cos, pi, sin
from random import Random  # a seeded one: the same sheets again, nothing secret
from typing import TYPE_CHECKING

from sqlalchemy import select

from storage.table import columns_of
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.text import N_, t
from studio.kernel.work import perform
from studio.photos.demo import drawn_at_both_sizes
from studio.photos.models import Photo
from studio.photos.pictures import Drawn
from studio.photos.queries.portfolio import shown_now
from studio.schedule.models import Artist
from studio.schedule.portfolio.actions import add_drawing, choose_photos

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

PHOTO = columns_of(Photo).c
SIDE, HALF = 900, 450
PAPERS = ("#f7f4ec", "#f2efe6", "#faf8f3")
INK, REDS = "#1f2530", ("#a33b2a", "#2f5d62", "#c08a2c", "#7a3b5e")
EACH = 5
Motif = Callable[["ImageDraw", Random], None]


def make_portfolios(house: House, artists: Sequence[Artist]) -> None:
    """Five sheets of flash each; whoever signs in as an artist also shows photos of finished work."""
    names = list(MOTIFS)
    for number, artist in enumerate(artists):
        for n in range(EACH):
            name = names[(number + n) % len(names)]
            style = artist.styles[0] if artist.styles else ""
            details = {"title": t(name), "tags": [t("flash"), style] if style else [t("flash")]}
            perform(CONSOLE, add_drawing, artist.id, draw_flash(MOTIFS[name], number * 100 + n), details)
        with house.db.reading() as connection:
            theirs = select(PHOTO.id).where(PHOTO.artist_id == artist.user_id, PHOTO.kind == "finished", *shown_now())
            shown = list(connection.scalars(theirs.order_by(PHOTO.taken_on.desc(), PHOTO.id)))
        if artist.user_id and shown:
            perform(CONSOLE, choose_photos, artist.id, shown)


def draw_flash(motif: Motif, seed: int) -> Drawn:
    """One sheet: a motif in ink, a touch of colour, a thin frame."""
    from PIL import Image, ImageDraw

    random = Random(seed)  # noqa: S311
    picture = Image.new("RGB", (SIDE, SIDE), random.choice(PAPERS))
    pen = ImageDraw.Draw(picture)
    motif(pen, random)
    pen.rectangle((24, 24, SIDE - 24, SIDE - 24), None, INK, 2)
    return drawn_at_both_sizes(picture)


def _mandala(pen: ImageDraw, random: Random) -> None:
    petals = random.choice((8, 10, 12))
    for ring in range(4):
        far = 330 - ring * 78
        for petal in range(petals):
            turn = 2 * pi * (petal + ring / 2) / petals
            x, y = HALF + cos(turn) * far * 0.62, HALF + sin(turn) * far * 0.62
            _circle(pen, x, y, far * 0.33, 4)
    _circle(pen, HALF, HALF, 46, 5, random.choice(REDS))


def _moon(pen: ImageDraw, random: Random) -> None:
    colour = random.choice(REDS)
    _circle(pen, HALF, HALF, 240, 7, colour)
    pen.ellipse((HALF - 130, HALF - 235, HALF + 330, HALF + 225), "#f7f4ec", INK, 7)
    for n in range(24):
        turn = 2 * pi * n / 24
        near, far = 290, 330 if n % 2 else 355
        pen.line((*_at(turn, near), *_at(turn, far)), INK, 4)


def _mountain(pen: ImageDraw, random: Random) -> None:
    peaks = [(140, 650), (330, 250), (430, 420), (560, 190), (760, 650)]
    pen.line([*peaks, peaks[0]], INK, 8, "curve")
    _circle(pen, 660, 220, 70, 5, random.choice(REDS))
    for n in range(9):
        x = 180 + n * 60
        pen.line((x, 690, x + 40 + random.randint(0, 60), 690 + (n % 3) * 24), INK, 4)
    for (x, y), (to, low) in (((330, 250), (360, 460)), ((560, 190), (600, 470))):
        pen.line((x, y, to - 40, (y + low) // 2, to, low), INK, 4)


def _wave(pen: ImageDraw, random: Random) -> None:
    colour = random.choice(REDS)
    for row in range(7):
        for at in range(4):
            x, y = 170 + at * 160 + (row % 2) * 80, 230 + row * 80
            for ring in range(3):
                r = 78 - ring * 24
                pen.arc((x - r, y - r, x + r, y + r), 180, 360, colour if ring == 2 else INK, 5)


def _dagger(pen: ImageDraw, random: Random) -> None:
    pen.polygon([(HALF - 34, 300), (HALF + 34, 300), (HALF, 800)], None, INK, 7)
    pen.line((HALF, 320, HALF, 760), INK, 3)
    pen.rounded_rectangle((HALF - 150, 262, HALF + 150, 300), 18, random.choice(REDS), INK, 6)
    pen.rounded_rectangle((HALF - 26, 130, HALF + 26, 262), 10, None, INK, 6)
    for y in range(150, 260, 22):
        pen.line((HALF - 24, y, HALF + 24, y + 14), INK, 4)
    _circle(pen, HALF, 108, 30, 6)


def _snake(pen: ImageDraw, random: Random) -> None:
    points = [_at(0.07 * n, 60 + n * 1.64) for n in range(180)]
    pen.line(points, INK, 40, "curve")
    pen.line(points, random.choice(REDS), 24, "curve")
    x, y = points[-1]
    _circle(pen, x, y, 36, 7, "#f7f4ec")
    _circle(pen, x + 10, y - 8, 6, 4, INK)


def _at(turn: float, far: float) -> tuple[float, float]:
    return HALF + cos(turn) * far, HALF + sin(turn) * far


def _circle(pen: ImageDraw, x: float, y: float, r: float, width: int, fill: str | None = None) -> None:
    pen.ellipse((x - r, y - r, x + r, y + r), fill, INK, width)


MOTIFS: Mapping[str, Motif] = {
    N_("Mandala"): _mandala,
    N_("Dagger"): _dagger,
    N_("Moon"): _moon,
    N_("Waves"): _wave,
    N_("Snake"): _snake,
    N_("Mountains"): _mountain,
}
