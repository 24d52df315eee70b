"""The end of a command that writes: the journal anchored, the database let go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from studio.kernel.anchors import drop_anchor
from studio.kernel.house import House, close_house


@contextmanager
def closed_well(house: House) -> Iterator[House]:
    """What was done is anchored and the house closed, also when it was refused half-way."""
    try:
        yield house
    finally:
        drop_anchor(house, "clean stop")
        close_house()
