"""Memory given back once many pages have closed: what they held goes in circles, and allocators keep what is free."""

from __future__ import annotations

import ctypes
import gc
import sys

from nicegui import Client

MANY = 10


class Tide:
    """Remembers how many pages were open at most, and clears up when that many fewer are."""

    def __init__(self) -> None:
        self._most = 0

    def turn(self) -> bool:
        """Tells whether it cleared up. That is quick: what start-up made is frozen."""
        now = len(Client.instances)
        self._most = max(self._most, now)
        if self._most - now < MANY:
            return False
        self._most = now
        gc.collect()
        give_back()
        return True


def give_back() -> None:
    """Linux's allocator keeps what was freed unless it is asked; other systems do so by themselves."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
        if trim is not None:
            trim(0)
