"""Parts of a page that follow facts: for as long as they are there, and not longer."""

import asyncio
from dataclasses import dataclass
from typing import Any

from nicegui import ui

from components.app.live import live
from studio.kernel.facts import Fact
from studio.kernel.house import House


@dataclass(frozen=True)
class InkRanOut(Fact):
    """Something a shelf would follow."""


class Shelf:
    """Draws itself anew whenever the ink runs out, and listens anew each time."""

    def __init__(self) -> None:
        self.drawn = 0
        self.asked: list[int] = []

    def draw(self) -> None:
        self.place = ui.element("div")
        self.fill()

    def fill(self) -> None:
        self.drawn += 1
        number = self.drawn
        self.place.clear()
        with self.place, ui.element("div"):
            ui.label(f"drawn {number} times")
            live(InkRanOut, lambda _: self.fill(), when=lambda _: not self.asked.append(number))  # type: ignore[func-returns-value]


async def happened(studio: House, shelf: Shelf, drawn: int) -> None:
    studio.bus.tell([InkRanOut()])
    for _ in range(300):
        if shelf.drawn == drawn:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"drawn {shelf.drawn} times")


async def test_a_part_that_was_drawn_anew_is_asked_no_more(studio: House, open_page: Any) -> None:
    shelf = Shelf()
    user = await open_page(shelf.draw)
    for number in (2, 3, 4, 5):
        await happened(studio, shelf, number)
    await user.should_see("drawn 5 times")
    assert shelf.asked == [1, 2, 3, 4]


async def test_a_page_that_is_gone_hears_nothing(studio: House, open_page: Any) -> None:
    shelf = Shelf()
    user = await open_page(shelf.draw)
    user.client.delete()
    studio.bus.tell([InkRanOut()])
    assert (shelf.asked, shelf.drawn) == ([], 1)
