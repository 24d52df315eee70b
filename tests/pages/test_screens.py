"""A screen that is refused says so as a page for people, and as a status for everything else."""

from collections.abc import Callable

import pytest
from httpx import Response
from nicegui import ui
from nicegui.testing import user_simulation

from components.app.frame import Shell, frame, furnish
from pages.screens import guarded
from studio.extension.screens import Screen
from studio.kernel.house import House
from studio.kernel.refusal import Missing
from studio.kernel.text import N_
from tests.factories.people import signed_in


@pytest.mark.parametrize(
    ("role", "there", "status", "words"),
    [
        ("owner", True, 200, "The books"),
        ("owner", False, 404, "This does not exist, or not any more."),
        ("viewer", True, 403, "Your role does not allow this."),
    ],
)
async def test_what_is_not_there_or_not_allowed_answers_so(
    studio: House, role: str, there: bool, status: int, words: str
) -> None:
    def draw() -> None:
        if not there:
            raise Missing
        ui.label("The books")

    answer = await opened(draw, role)
    assert answer.status_code == status
    assert words in answer.text


async def test_a_screen_that_breaks_is_no_success(studio: House) -> None:
    def draw() -> None:
        raise RuntimeError("a broken screen")

    answer = await opened(draw, "owner")
    assert answer.status_code == 500
    assert "This screen could not be drawn" in answer.text
    assert "is in the log" in answer.text


async def test_what_stands_of_a_broken_screen_stays(studio: House) -> None:
    def draw() -> None:
        with frame("The books"):
            ui.label("Half a page")
        raise RuntimeError("a broken screen")

    answer = await opened(draw, "owner")
    assert "Half a page" in answer.text
    assert "This screen could not be drawn" not in answer.text


async def opened(draw: Callable[[], None], role: str) -> Response:
    """What a browser gets that opens this screen."""
    furnish(lambda _: Shell("North Quay", []))

    async def root() -> None:
        ui.context.client.request.scope.update({"linework.actor": signed_in(role), "linework.zone": "desk"})
        await guarded(Screen("/books", draw, "clients.client.edit", N_("Clients")))()

    async with user_simulation(root) as user:
        return await user.http_client.get("/")
