"""Opens a screen of ours as somebody signed in, without a browser."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from nicegui import Client, ui
from nicegui.element import Element
from nicegui.testing import User, user_simulation
from nicegui.testing.user_interaction import UserInteraction

from components.app.frame import Shell, furnish
from studio.kernel.actor import Actor
from tests.patience import until

__all__ = ["found", "looking", "pick", "until"]

E = TypeVar("E", bound=Element)
Draw = Callable[[], Any]


@asynccontextmanager
async def looking(actor: Actor, draw: Draw, address: str = "/", *, zone: str = "desk") -> AsyncIterator[User]:
    """The screen as this person sees it."""
    furnish(lambda _: Shell("North Quay", []))

    async def root() -> None:
        scope = ui.context.client.request.scope
        scope["linework.actor"], scope["linework.zone"], scope["linework.form_token"] = actor, zone, "sealed"
        drawn = draw()
        if inspect.isawaitable(drawn):
            await drawn

    async with user_simulation(root) as user:
        await user.open(address)
        yield user


def pick(user: User, words: str) -> None:
    """Press a line of a menu: its words stand in a part of it."""
    for part in user.find(words).elements:
        line = part.parent_slot.parent if part.parent_slot else part
        UserInteraction(user, {line}, words).click()


def found(user: User, kind: type[E], **props: Any) -> E:
    """The first element of a kind, maybe with certain properties."""
    client = user.client
    assert isinstance(client, Client)
    fitting = [
        element
        for element in client.elements.values()
        if isinstance(element, kind) and all(element.props.get(key) == value for key, value in props.items())
    ]
    assert fitting, f"no {kind.__name__} with {props}"
    return fitting[0]
