"""What tests of screens may ask for."""

from collections.abc import AsyncIterator

import pytest
from fastapi.testclient import TestClient

import run
from pages.plain import plain_app
from studio.kernel.actor import Actor
from studio.kernel.house import House
from tests.pages.desks import Open, desks
from tests.pages.programs import Api, As


@pytest.fixture
def api(studio: House) -> Api:
    """`api(actor)` is a program that is signed in as the actor."""
    app = plain_app(run.rooms())

    def program(actor: Actor | None = None) -> TestClient:
        return TestClient(As(app, actor), base_url="http://127.0.0.1")

    return program


@pytest.fixture
async def open_at() -> AsyncIterator[Open]:
    """`user = await open_at(actor, "/inbox")`: a desk of somebody's own; ask for `studio` before it."""
    async with desks() as opened:
        yield opened
