"""Handing a file in where a screen takes one, the way its address does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

from components.files import FileField

PIECE = 65_536


async def hand_in(field: FileField, data: bytes, name: str = "a.jpg") -> dict[str, Any]:
    """What the line of the file shows then: `said` is why it was refused."""
    return await field.receive(name, pieces(data))


async def pieces(data: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(data), PIECE):
        yield data[start : start + PIECE]
