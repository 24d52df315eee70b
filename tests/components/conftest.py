"""A page to draw on, without a browser."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import uuid4

import pytest
from nicegui import ui
from nicegui.testing import User, user_simulation

from studio.kernel.actor import person

NELL = person(uuid4(), "Nell Archer", "reception", uuid4())


@pytest.fixture
async def open_page() -> AsyncIterator[Callable[[Callable[[], Any]], Any]]:
    """Draws a function as Nell's page and hands back who looks at it."""
    stack: list[Any] = []

    async def opened(draw: Callable[[], Any], address: str = "/", actor: Any = NELL) -> User:
        async def root() -> None:
            ui.context.client.request.scope["linework.actor"] = actor
            ui.context.client.request.scope["linework.form_token"] = "sealed"
            done = draw()
            if asyncio.iscoroutine(done):
                await done

        simulation = user_simulation(root)
        user = await simulation.__aenter__()
        stack.append(simulation)
        await user.open(address)
        return user

    yield opened
    for simulation in stack:
        await simulation.__aexit__(None, None, None)
