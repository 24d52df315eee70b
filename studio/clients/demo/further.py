"""What a made-up studio knows besides: documents, coloured tags, kept filters, people on file twice."""

from __future__ import annotations

from dataclasses import replace
from random import Random  # seeded by number: the same studio again, nothing secret
from typing import TYPE_CHECKING
from uuid import UUID

from studio.clients.models import ClientView, TagColour

if TYPE_CHECKING:
    from studio.clients.demo.people import Person
    from studio.kernel.work import Work

COLOURS = {"vip": 1, "flash day": 2, "regular": 3, "walk-in": 4, "cover-up": 5, "convention": 6}
VIEWS: tuple[tuple[str, dict[str, str]], ...] = (
    ("Ask first", {"health": "amber"}),
    ("Our regulars", {"tag": "regular", "sort": "-changed"}),
)
BROUGHT_BY = ("a friend", "the poster at the door", "the spring convention", "a guest artist", "the internet")
KINDS = ("Passport", "Identity card", "Driving licence")
TWICE = 140
"""Every so many clients somebody stands on file a second time, spelled otherwise."""


def make_more(number: int) -> dict[str, object]:
    """Gender, document and introducer of a made-up person; the same number gives the same again."""
    random = Random(f"further {number}")  # noqa: S311
    document = random.random() < 0.3
    return {
        "gender": random.choice(("woman", "man", "non-binary")) if random.random() < 0.1 else "",
        "id_kind": random.choice(KINDS) if document else "",
        "id_issuer": random.choice(("United Kingdom", "Portugal", "Brazil", "France")) if document else "",
        "id_number": f"{random.choice('XKPZ')}{random.randint(10**7, 10**8 - 1)}" if document else "",
        "id_expires": None,
        "brought_by": random.choice(BROUGHT_BY) if random.random() < 0.2 else "",
        "brought_by_id": None,
    }


def some_twice(people: list[Person]) -> list[Person]:
    """A few of them are somebody from before, under a name spelled otherwise."""
    told = list(people)
    for number in range(TWICE, len(told), TWICE):
        earlier = told[number - 100].values
        first, _, last = str(earlier["name"]).partition(" ")
        same = {"name": f"{first} {last[:2]}{last[1:]}", "birth_date": earlier["birth_date"], "email": earlier["email"]}
        told[number] = replace(told[number], values={**told[number].values, **same})
    return told


def keep_looks(work: Work, owner: UUID | None, name: str) -> None:
    """The colours of tags, and the filters the owner shares."""
    for tag, pigment in COLOURS.items():
        if work.session.get(TagColour, tag) is None:
            work.add(TagColour(tag=tag, pigment=pigment))
    if owner is not None:
        for title, wanted in VIEWS:
            work.add(ClientView(user_id=owner, by_name=name, name=title, shared=True, wanted=wanted))
