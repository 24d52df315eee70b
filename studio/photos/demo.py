"""Made-up pictures: drawn skin with line work on it, plainly no photograph, healing day by day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random  # a seeded one: the same pictures again, nothing secret
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlmodel import col, select

from storage.decoding import Wish
from studio.clients.models import Client
from studio.extension.area import DemoPlan
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.text import N_, nearest, speaking, t
from studio.kernel.work import Work, action, perform
from studio.photos import facts
from studio.photos.details import joined
from studio.photos.models import Photo, PhotoShowing
from studio.photos.permitted import PUBLICITY, RECORD, agreed
from studio.photos.pictures import Drawn, measured

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw

PEOPLE, LOOKED_AT = 8, 120
SIDES = ((900, 1200), (1200, 900), (1000, 1000))
SKIN = ("#e9c9ae", "#d8ab86", "#b98563", "#8d5f43", "#f0d8c4")
INK = "#1f2530"
PLACES = (N_("Left forearm"), N_("Right upper arm"), N_("Back"), N_("Right shin"), N_("Left shoulder"))
TAGS = (N_("line work"), N_("blackwork"), N_("botanical"), N_("ornament"), N_("dotwork"))
DAYS = (3, 12, 42)


def fill(house: House, plan: DemoPlan) -> None:
    """A piece of work for a few clients who agreed to photos: a reference, the finished work, and how it healed."""
    artist = plan.people.get("artist")
    for client_id in perform(CONSOLE, find_shown):
        perform(CONSOLE, fill_one, client_id, plan.random.random(), artist.id if artist else None)


@action("photos.demo.find", needs="photos.demo.fill")
def find_shown(work: Work) -> list[UUID]:
    """Clients on file who agreed to photos, those first who let them be shown."""
    on_file = select(Client.id).where(col(Client.archived_at).is_(None)).order_by(col(Client.number)).limit(LOOKED_AT)
    agreeing = [(one, agreed(work, one)) for one in work.session.exec(on_file)]
    kept = [(one, standing) for one, standing in agreeing if RECORD in standing]
    return [one for one, standing in sorted(kept, key=lambda pair: PUBLICITY not in pair[1])][:PEOPLE]


@action("photos.demo.fill")
def fill_one(work: Work, client_id: UUID, seed: float, artist: UUID | None) -> int:
    """The pictures of one piece."""
    random = Random(seed)  # noqa: S311
    today = work.house.clock.today(work.house.settings["studio.zone"])
    done = today - timedelta(days=random.randint(60, 300))
    with speaking(nearest(str(work.house.settings["studio.locale"]))):
        beside = {"place": t(random.choice(PLACES)), "tags": joined({t(random.choice(TAGS)), t(random.choice(TAGS))})}
        photos = [_photo(work, random, seed, client_id, artist, beside, one) for one in _moments(done)]
    if PUBLICITY in agreed(work, client_id):
        _show(work, [photo for photo in photos if photo.kind == "finished" or photo.day == DAYS[-1]])
    work.emit(facts.PictureKept(client_id, photos[0].id))
    return len(photos)


def _moments(done: date) -> Sequence[tuple[str, int | None, date]]:
    healing = [("healing", day, done + timedelta(days=day)) for day in DAYS]
    return [("reference", None, done - timedelta(days=20)), ("finished", None, done), *healing]


def _photo(
    work: Work, random: Random, seed: float, client_id: UUID, artist: UUID | None, beside: dict[str, Any],
    moment: tuple[str, int | None, date],
) -> Photo:  # fmt: skip
    kind, day, taken_on = moment
    drawn = draw_piece(seed, kind, day)
    photo = Photo(
        client_id=client_id, kind=kind, day=day, taken_on=taken_on, artist_id=artist, wide=drawn.wide, tall=drawn.tall,
        file_id=work.house.files.put(drawn.large), small_id=work.house.files.put(drawn.small),
        added_by_name=work.actor.name, **beside,
    )  # fmt: skip
    return work.add(photo)


def _show(work: Work, photos: Sequence[Photo]) -> None:
    work.session.flush()
    for photo in photos:
        work.add(PhotoShowing(photo_id=photo.id, client_id=photo.client_id, shown_from=work.now, by_name="console"))


def draw_piece(seed: float, kind: str, day: int | None) -> Drawn:
    """The same piece each time for one seed: on paper as a reference, else on skin that is red at first and heals."""
    from PIL import Image, ImageDraw

    random = Random(seed)  # noqa: S311
    wide, tall = random.choice(SIDES)
    skin, petals, rings = random.choice(SKIN), random.randint(5, 11), random.randint(2, 4)
    picture = Image.new("RGB", (wide, tall), "#f7f4ec" if kind == "reference" else skin)
    pen = ImageDraw.Draw(picture)
    if kind != "reference":
        _limb(pen, wide, tall, skin)
        _redness(pen, wide, tall, skin, 0 if day is None else day)
    _flower(pen, wide, tall, petals, rings, fine=kind == "reference")
    return drawn_at_both_sizes(picture)


def drawn_at_both_sizes(picture: Image) -> Drawn:
    """A picture of ours as it is kept."""
    from storage.decoding.drawing import drawn

    return measured(drawn(picture, Wish(1200, quality=80)), drawn(picture, Wish(480, quality=80)))


def _limb(pen: ImageDraw, wide: int, tall: int, skin: str) -> None:
    """Darker towards both edges, as an arm is."""
    reach = wide // 5
    for edge in range(0, reach, 2):
        for x in (edge, wide - edge):
            pen.line((x, 0, x, tall), _mixed(skin, "#3a2418", 0.45 * (1 - edge / reach) ** 2), 3)


def _redness(pen: ImageDraw, wide: int, tall: int, skin: str, day: int) -> None:
    sore = max(0.0, 0.42 - day / 45)
    for step in range(40):
        reach = min(wide * 0.29, tall * 0.4) * (1 - step / 60)
        tone = _mixed(skin, "#c2503c", sore * (step / 40))
        pen.ellipse((wide / 2 - reach, tall / 2 - reach, wide / 2 + reach, tall / 2 + reach), tone)


def _mixed(one: str, other: str, share: float) -> tuple[int, int, int]:
    from PIL.ImageColor import getrgb

    red, green, blue = (round(a * (1 - share) + b * share) for a, b in zip(getrgb(one), getrgb(other), strict=True))
    return red, green, blue


def _flower(pen: ImageDraw, wide: int, tall: int, petals: int, rings: int, *, fine: bool) -> None:
    from math import cos, pi, sin

    middle, reach, width = (wide / 2, tall / 2), min(wide, tall) * 0.36, 3 if fine else 7
    for ring in range(rings):
        far = reach * (1 - ring / (rings + 1))
        for petal in range(petals):
            turn = 2 * pi * (petal + ring / 2) / petals
            x, y, r = middle[0] + cos(turn) * far * 0.6, middle[1] + sin(turn) * far * 0.6, far * 0.4
            pen.ellipse((x - r, y - r, x + r, y + r), None, INK, width)
            pen.line((*middle, x, y), INK, width)
    pen.ellipse((middle[0] - 26, middle[1] - 26, middle[0] + 26, middle[1] + 26), INK)
