"""The strip above an inbox that is filling up: how many wait, and the one act that helps against a flood."""

from __future__ import annotations

from nicegui import ui

from components.app.button import button
from components.app.marks import status_mark
from components.app.perform import look
from components.app.who import current_actor
from pages.clients.decision import DECIDE
from pages.clients.decline import decline_many
from studio.clients.queries import waiting_count
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t

NEARLY = 0.8
"""From this share of its places on, the inbox is said to fill up."""


class Crowd:
    """Nothing at all while there is room."""

    def __init__(self) -> None:
        self.n = 0

    async def draw(self) -> None:
        self.n = await look(waiting_count)
        self._strip()

    async def follow(self) -> None:
        """Somebody sent a form, or decided."""
        n = await look(waiting_count)
        if n != self.n and (self._filling(n) or self._filling(self.n)):
            self.n = n
            self._strip.refresh()
        self.n = n

    @ui.refreshable_method
    def _strip(self) -> None:
        if not self._filling(self.n):
            return
        limit = house().settings["clients.inbox.limit"]
        with ui.element("div").classes("inbox-crowd line apart wrap").props("role=status"):
            if self.n >= limit:
                said = t("The inbox is full with {n} forms. Phones are asked to come back later.", n=self.n)
                status_mark("stop", said).classes("long")
            else:
                said = t("The inbox is filling up: {n} of {limit} forms.", n=self.n, limit=limit)
                status_mark("warn", said).classes("long")
            if may(current_actor(), DECIDE, house().rights):
                button(t("Decline all that wait"), lambda: decline_many(None, self.n), kind="bare")

    def _filling(self, n: int) -> bool:
        return n >= int(house().settings["clients.inbox.limit"]) * NEARLY
