"""SCREENS: what a feature shows, and where. The drawing itself lives in pages/."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from studio.kernel.facts import Fact
from studio.kernel.work import Query


@dataclass(frozen=True)
class Screen:
    """A page of the desk. `draw` gets the parts of the address by name; `needs` None means anybody signed in."""

    path: str
    draw: Callable[..., Any]
    needs: str | None
    title: str


@dataclass(frozen=True)
class MenuItem:
    """A line in the rail. `badge` is asked with the actor and gives a number, or 0 for none."""

    title: str
    icon: str
    to: str
    order: int
    needs: str | None
    badge: Callable[[Any], int] | None = None
    refresh_on: tuple[type[Any], ...] = ()
    """Facts after which the badge is asked again."""


@dataclass(frozen=True)
class Slot:
    """A part of somebody else's screen, such as `client.profile.tabs`."""

    name: str
    draw: Callable[..., Any]
    order: int
    needs: str | None
    title: str = ""


@dataclass(frozen=True)
class FirstStep:
    """Something a new studio does once: it stands on the owner's home until its query says that it is done."""

    key: str
    """`<room>.<what>`."""
    words: str
    why: str
    act: str
    """What the button says that leads to the address `to`."""
    to: str
    order: int
    needs: str
    done: Query[[], bool]
    follows: tuple[type[Fact], ...] = ()
    """Facts after which the query is asked again."""


@dataclass(frozen=True)
class Screens:
    """All a room shows. `plain` and `api` are routers of the plain app."""

    name: str
    screens: tuple[Screen, ...] = ()
    menu: tuple[MenuItem, ...] = ()
    slots: tuple[Slot, ...] = ()
    first_steps: tuple[FirstStep, ...] = ()
    plain: tuple[Any, ...] = ()
    api: tuple[Any, ...] = ()
    offers: frozenset[str] = frozenset()
    """What screens of a trade may use of these, as `module.name` within the room; all else is its own business."""


SLOTS = {
    "home.cards": "A card on the home page; draw() gets nothing.",
    "client.profile.tabs": "A tab of a client's profile; draw(card) gets the frozen client card.",
    "client.profile.overview": "A section in the profile's overview; draw(card) gets the frozen client card.",
    "client.profile.acts": "An act in the profile's head; draw(card) gets the frozen client card.",
    "client.profile.photos": "A section of the tab of photos, above the portrait; draw(card) gets the client card.",
    "client.profile.health": "A section beside health answers and consents; draw(card) gets the frozen client card.",
    "visit.sign": "Lets whoever comes to a booking read and sign; draw(card) gets the frozen client card.",
    "artist.profile.tabs": "A tab of an artist's page; draw(artist) gets the frozen artist.",
    "artist.profile.overview": "A section in the artist's overview; draw(artist) gets the frozen artist.",
    "inbox.outcome.acts": "An act for whoever a form was put on file as; draw(card) gets the frozen client card.",
    "booking.sections": "A section beside a booking's facts; draw(card) gets the frozen card of the booking.",
    "piece.sections": "A section of a piece's page; draw(card) gets the frozen card of the piece.",
    "settings.alerts": "Below the settings of alerts; draw() gets nothing.",
    "settings.mail": "Below the e-mail settings; draw() gets nothing.",
    "settings.sections": "A section of the settings page; draw() gets nothing.",
}
"""Every slot there is, and what its draw function gets."""
