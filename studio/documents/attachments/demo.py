"""Files of a made-up studio: references somebody drew, a letter, a list of colours, an offer; all plainly invented."""

from __future__ import annotations

from math import cos, pi, sin
from random import Random
from uuid import UUID

from sqlalchemy import select

from storage.decoding import Wish
from storage.table import columns_of
from studio.clients.models import Client
from studio.documents.attachments.actions import attach, remove_attachment
from studio.documents.attachments.taking import Ready
from studio.documents.drawing import Document, Paragraph, draw
from studio.documents.letterhead import letterhead, paper_size
from studio.extension.area import DemoPlan
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.subject import Subject
from studio.kernel.work import perform

CLIENT = columns_of(Client).c
SOME, SIDE = 9, 900
INK, GROUNDS = "#22211f", ("#f3ead9", "#e3ece6", "#ece3ef", "#e5e9f2", "#f4e2dc")
NAMES = ("idea.jpg", "second try.jpg", "from the museum.jpg", "as it should heal.jpg")
LETTER = b"""To the studio

I had the patch test on my left arm last week. After three days there was nothing to be seen.
This letter is made up, like everybody in this studio.
"""
COLOURS = b"colour,maker,where\nSea green,Made-up Inks,upper arm\nOchre,Made-up Inks,background\n"


def fill(house: House, plan: DemoPlan) -> None:
    """Some clients carry a few files each, one of them removed again."""
    made = plan.people.get("artist")
    if made is None:
        return
    artist, random = Actor("person", "artist", made.id, made.name), plan.random
    with house.db.reading() as connection:
        wanted = select(CLIENT.id).where(CLIENT.archived_at.is_(None)).order_by(CLIENT.code).limit(SOME)
        clients = list(connection.execute(wanted).scalars())
    for number, client_id in enumerate(clients):
        _attach(artist, client_id, [_reference(random, NAMES[at % 4]) for at in range(1 + number % 3)])
    if clients:
        _attach(artist, clients[0], [_offer(house), Ready("colours.csv", "csv", COLOURS)])
        letter = Ready("Letter about the patch test.txt", "text", LETTER)
        perform(artist, attach, Subject("client", clients[0]), letter, "Came with the client", private=True)
        gone = perform(artist, attach, Subject("client", clients[0]), _reference(random, "not this one.jpg"))
        perform(artist, remove_attachment, gone.id)


def _attach(artist: Actor, client_id: UUID, files: list[Ready]) -> None:
    for ready in files:
        perform(artist, attach, Subject("client", client_id), ready)


def _offer(house: House) -> Ready:
    """A page with the studio's letterhead."""
    words = "Sleeve in four sessions, sea green and ochre. Made up, like everybody in this studio."
    paper = Document("Offer", "", "en", house.clock.now(), letterhead(house), (Paragraph(words),), "",
                     paper_size(house))  # fmt: skip
    return Ready("offer for the sleeve.pdf", "pdf", draw(paper), pages=1)


def _reference(random: Random, name: str) -> Ready:
    """A flower in a few strokes, no two alike."""
    from PIL import Image, ImageDraw

    from storage.decoding.drawing import drawn

    picture = Image.new("RGB", (SIDE, SIDE), random.choice(GROUNDS))
    pen, middle, leaves = ImageDraw.Draw(picture), SIDE / 2, random.randint(5, 11)
    bent = random.random()
    for ring in range(random.randint(2, 4), 0, -1):
        reach = 95 * ring
        for leaf in range(leaves):
            turn = 2 * pi * (leaf + ring / 2) / leaves + bent
            x, y, half = middle + reach * cos(turn), middle + reach * sin(turn), 40 + 14 * ring
            pen.ellipse((x - half, y - half, x + half, y + half), picture.getpixel((5, 5)), INK, 6)
    pen.ellipse((middle - 48, middle - 48, middle + 48, middle + 48), INK)
    return Ready(name, "jpeg", drawn(picture, Wish(SIDE, quality=80)), drawn(picture, Wish(320, quality=80)))
