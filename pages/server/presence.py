"""Which phones were here lately, so that nobody closes the house on somebody who is filling in a form."""

from __future__ import annotations

import time

LATELY = 5 * 60.0


class Presence:
    """Addresses and when they were last seen."""

    def __init__(self) -> None:
        self._seen: dict[str, float] = {}

    def seen(self, address: str) -> None:
        self._seen[address] = time.monotonic()

    def count(self) -> int:
        since = time.monotonic() - LATELY
        self._seen = {address: at for address, at in self._seen.items() if at >= since}
        return len(self._seen)
