"""A press that comes here after its button was drawn anew."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from nicegui import core, ui

from components.app import late
from components.app.button import button
from pages.server import frames
from tests.patience import until

DESK = "the line of this very page"


@pytest.fixture
def arrives(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, Any]], Any]:
    """What a browser sends, as it comes in at the socket."""
    monkeypatch.setattr(core.sio, "handlers", {"/": dict(core.sio.handlers["/"])})
    monkeypatch.setattr(core.sio, "get_environ", lambda sid: DESK)
    monkeypatch.setattr(frames, "is_theirs", lambda line, page: line == DESK)
    frames.listen_carefully()
    return lambda told: core.sio.handlers["/"]["event"]("some line", told)


class Lines:
    """Buttons that are drawn anew by what others do, each for another line."""

    def __init__(self) -> None:
        self.let_in: list[int] = []
        self.drawn = 0

    def draw(self) -> None:
        self.place = ui.element("div")
        self.fill()

    def fill(self) -> None:
        self.drawn += 1
        number = self.drawn
        self.place.clear()
        with self.place:
            self.button = button("Let in", lambda: self.take(number))

    async def take(self, number: int) -> None:
        await asyncio.sleep(0)
        with self.place:
            ui.label(f"let in {number}")
        self.let_in.append(number)

    def press(self) -> dict[str, Any]:
        """As the browser puts it, whenever it arrives."""
        listener = next(iter(self.button._event_listeners))
        return {"client_id": self.button.client.id, "id": self.button.id, "listener_id": listener, "args": []}


async def test_a_press_counts_for_what_stood_there(open_page: Any, arrives: Callable[..., Any]) -> None:
    lines = Lines()
    user = await open_page(lines.draw)
    pressed = lines.press()
    lines.fill()
    await arrives(pressed)
    await user.should_see("let in 1")
    await arrives(pressed)
    await arrives(lines.press())
    await until(lambda: lines.let_in == [1, 2])


async def test_the_second_half_of_a_double_click_is_none(open_page: Any, arrives: Callable[..., Any]) -> None:
    lines = Lines()
    await open_page(lines.draw)
    pressed = lines.press()
    await arrives(pressed)
    await until(lambda: lines.let_in)
    lines.fill()
    await arrives(pressed)
    await arrives(lines.press())
    await until(lambda: lines.let_in == [1, 2])


async def test_what_nobody_could_press_is_not_pressed_later(open_page: Any, arrives: Callable[..., Any]) -> None:
    lines = Lines()
    await open_page(lines.draw)
    pressed = lines.press()
    lines.button.disable()
    lines.fill()
    await arrives(pressed)
    pressed = lines.press() | {"listener_id": "made up"}
    lines.fill()
    await arrives(pressed)
    await arrives(lines.press())
    await until(lambda: lines.let_in)
    assert lines.let_in == [3]


async def test_after_a_while_nothing_is_kept(
    open_page: Any, arrives: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(late, "LATE", 0.02)
    lines = Lines()
    user = await open_page(lines.draw)
    pressed = lines.press()
    lines.fill()
    assert user.client in late._gone
    await until(lambda: user.client not in late._gone)
    await arrives(pressed)
    await arrives(lines.press())
    await until(lambda: lines.let_in)
    assert lines.let_in == [2]
