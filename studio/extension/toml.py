"""TOML that somebody handed in: read in bounded time, and nothing but a ValueError comes of what cannot be read."""

from __future__ import annotations

import tomllib
from typing import Any

MOST_DOTS = 500
"""In one line: a name of many parts takes the square of their number to be read."""
DEEP = "too deeply nested"


def read_toml(text: str) -> dict[str, Any]:
    """What the file holds. Raises ValueError, as TOMLDecodeError where it knows the place."""
    if any(line.count(".") > MOST_DOTS for line in text.split("\n")):
        raise ValueError(DEEP)
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError(DEEP) from error
