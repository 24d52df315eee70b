"""What stands on the board of Today, read and tapped as a browser does."""

from __future__ import annotations

from datetime import UTC, datetime

from nicegui.testing import User
from nicegui.testing.user_interaction import UserInteraction

from components.lane import Board, BoardCard
from tests.factories.schedule import NOON
from tests.pages.clients.looking import until

DAY = NOON[:10]
AT = datetime(2027, 6, 16, 11, 11, tzinfo=UTC)
"""Eleven past twelve on the studio's wall: the next start is four minutes away."""


def lane(user: User, key: str) -> list[BoardCard]:
    assert user.client
    boards = [one for one in user.client.elements.values() if isinstance(one, Board)]
    return [card for board in boards for one in board.lanes if one.key == key for card in one.cards]


def titles(user: User, key: str) -> list[str]:
    return [card.title for card in lane(user, key)]


def names(user: User) -> set[str]:
    """Everybody on the board."""
    lanes = ("now", "expected", "waiting", "chair", "tomorrow", "done")
    return {card.title for key in lanes for card in lane(user, key) if not card.gap}


def tap(user: User, card: BoardCard, act: str = "") -> None:
    """As the browser tells it."""
    assert card.act
    user.find(kind=Board).trigger("act", {"id": card.id, "act": act or card.act.key})


def choose(user: User, words: str) -> None:
    """Press the button these words stand in."""
    (part,) = user.find(words).elements
    while part.tag != "button":
        assert part.parent_slot
        part = part.parent_slot.parent
    UserInteraction(user, {part}, words).click()


async def tapped(user: User, key: str, name: str, *, to: str) -> None:
    """The one act of a card takes it to the next lane."""
    await until(lambda: name in titles(user, key), f"{name} is not among {key}")
    tap(user, next(card for card in lane(user, key) if card.title == name))
    await until(lambda: name in titles(user, to), f"{name} did not come to {to}")
