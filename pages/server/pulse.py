"""What happens by itself, outside any act: timers that came due, the search index and the log put in order."""

from __future__ import annotations

import asyncio

import structlog

from pages.server.tide import Tide
from storage.search import settle
from studio.extension.registry import Registry
from studio.extension.timers import run_due
from studio.kernel.house import House

log = structlog.get_logger(__name__)
EVERY = 15.0


async def beat(house: House, registry: Registry) -> None:
    """Until cancelled. A failure is logged and the next beat comes all the same."""
    tide = Tide()
    while True:
        await asyncio.sleep(EVERY)
        try:
            await asyncio.to_thread(once, house, registry)
            await asyncio.to_thread(tide.turn)
        except Exception:
            log.exception("the pulse missed a beat")


def once(house: House, registry: Registry) -> None:
    """One beat, in a worker thread."""
    run_due(house, registry.timers())
    settle(house.db)
    house.db.checkpoint(keep_log=True)
