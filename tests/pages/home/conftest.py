"""What tests of the home screen may ask for."""

from __future__ import annotations

import pytest

from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.time import Clock
from tests.factories.clock import later
from tests.factories.people import signed_in
from tests.pages.home.board import AT


@pytest.fixture
def owner(studio: House) -> Actor:
    """Somebody at the desk on a Wednesday in June."""
    later(studio).wait(seconds=(AT - Clock().now()).total_seconds())
    return signed_in("owner")
