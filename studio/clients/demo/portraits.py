"""Line-art faces for made-up clients."""

from random import Random

from studio.clients.pictures import Portrait, portrait_of

GROUNDS = ("#f3ead9", "#e3ece6", "#ece3ef", "#e5e9f2", "#f4e2dc", "#eef0dc")
INK = "#22211f"
SIDE = 640


def draw_face(random: Random, pronouns: str) -> Portrait:
    """A face in a few strokes: head, hair, eyes, nose, mouth, and at times glasses or a beard."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (SIDE, SIDE), random.choice(GROUNDS))
    pen = ImageDraw.Draw(picture)
    wide, tall = random.randint(140, 175), random.randint(190, 225)
    middle, eyes = SIDE // 2, 300
    pen.arc((middle - 300, 520, middle + 300, 900), 180, 360, INK, 7)
    _hair_behind(pen, random, middle, wide, pronouns)
    pen.ellipse((middle - wide, 310 - tall, middle + wide, 310 + tall), picture.getpixel((5, 5)), INK, 7)
    pen.chord((middle - wide, 310 - tall, middle + wide, 310 + tall - random.randint(60, 140)), 195, 345, INK, INK, 7)
    for side in (-1, 1):
        _eye(pen, middle + side * wide * 0.42, eyes, glasses=False)
    if random.random() < 0.35:
        for side in (-1, 1):
            _eye(pen, middle + side * wide * 0.42, eyes, glasses=True)
        pen.line((middle - 24, eyes, middle + 24, eyes), INK, 5)
    pen.line(((middle, eyes + 20), (middle + random.choice((-18, 18)), eyes + 85), (middle, eyes + 92)), INK, 6)
    pen.arc((middle - 55, eyes + 95, middle + 55, eyes + 150), 15, 165, INK, 7)
    if pronouns == "he/him" and random.random() < 0.5:
        pen.arc((middle - wide + 18, eyes, middle + wide - 18, 310 + tall - 12), 10, 170, INK, 26)
    return portrait_of(picture)


def _eye(pen: "object", x: float, y: float, *, glasses: bool) -> None:
    radius = 46 if glasses else 9
    box = (x - radius, y - radius, x + radius, y + radius)
    pen.ellipse(box, None if glasses else INK, INK, 5)  # type: ignore[attr-defined]  # Pillow is imported late


def _hair_behind(pen: "object", random: Random, middle: int, wide: int, pronouns: str) -> None:
    if pronouns == "he/him" or random.random() < 0.3:
        return
    length = random.randint(430, 560)
    box = (middle - wide - 34, 90, middle + wide + 34, length)
    pen.rounded_rectangle(box, 150, INK)  # type: ignore[attr-defined]  # Pillow is imported late
