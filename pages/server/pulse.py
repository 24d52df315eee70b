"""What happens by itself: timers that came due, and moving the write-ahead log into the database, outside any act."""

from __future__ import annotations

import asyncio

import structlog

from studio.extension.registry import Registry
from studio.extension.timers import run_due
from studio.kernel.house import House

log = structlog.get_logger(__name__)
EVERY = 15.0


async def beat(house: House, registry: Registry) -> None:
    """Until cancelled. A failure is logged and the next beat comes all the same."""
    while True:
        await asyncio.sleep(EVERY)
        try:
            await asyncio.to_thread(once, house, registry)
        except Exception:
            log.exception("the pulse missed a beat")


def once(house: House, registry: Registry) -> None:
    """One beat, in a worker thread."""
    run_due(house, registry.timers())
    house.db.checkpoint()
