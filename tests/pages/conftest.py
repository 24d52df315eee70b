"""What tests of screens may ask for."""

from collections.abc import AsyncIterator

import pytest

from tests.pages.desks import Open, desks


@pytest.fixture
async def open_at() -> AsyncIterator[Open]:
    """`user = await open_at(actor, "/inbox")`: a desk of somebody's own; ask for `studio` before it."""
    async with desks() as opened:
        yield opened
