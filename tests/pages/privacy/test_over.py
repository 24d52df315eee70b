"""Ending what was kept long enough, from the screen: the bar goes when the work is over, whatever came of it."""

from __future__ import annotations

import asyncio

from nicegui import ui

from pages.privacy.over import end_while_shown
from studio.clients.actions import decline_registration
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.privacy.queries import due_lines
from tests.factories import clock
from tests.factories.clients import sent
from tests.factories.people import signed_in
from tests.pages.desks import Open
from tests.patience import WITHIN


async def test_the_bar_goes_away_also_where_somebody_else_was_quicker(studio: House, open_at: Open) -> None:
    perform(signed_in("owner"), decline_registration, sent().id, "joke")
    clock.later(studio).wait(days=366)
    desk = await open_at(signed_in("owner"), "/privacy")
    await desk.should_see("Forms sent")

    async def ending() -> None:
        with desk:
            await end_while_shown()

    for due in (1, 0):
        assert sum(line.count for line in ask(signed_in("owner"), due_lines)) == due
        await asyncio.wait_for(ending(), WITHIN)
        assert desk.client
        assert not any(one.value for one in desk.client.elements.values() if isinstance(one, ui.dialog))
    await desk.should_see("What was over is gone.")
