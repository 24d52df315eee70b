"""What this process remembers of those who came by a moment ago, so that not every request asks the database."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from threading import Lock
from typing import Any, TypeVar
from uuid import UUID

from studio.kernel.actor import Actor

TRUSTED_SECONDS = 1.0
MOST_ROWS = 1000

K = TypeVar("K")
V = TypeVar("V")
Kept = dict[K, tuple[float, V]]


class Seen:
    """Living sessions or tablets: last use, and what was read within the last second."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._era = 0
        self._at: dict[UUID, datetime] = {}
        self._actors: Kept[UUID, Actor] = {}
        self._rows: Kept[str, Any] = {}

    def touch(self, known_id: UUID, now: datetime) -> None:
        with self._lock:
            self._at[known_id] = now

    def last(self, known_id: UUID, stored: datetime) -> datetime:
        return max(self._at.get(known_id, stored), stored)

    def actor(self, known_id: UUID, prove: Callable[[], Actor]) -> Actor:
        """Whoever was proven within the last second, else proven now."""
        return self._lately(self._actors, known_id, prove)

    def remember(self, known_id: UUID, actor: Actor, token_hash: str) -> None:
        """Who was found behind a token, while what was read of it is believed."""
        with self._lock:
            if token_hash in self._rows:
                self._actors[known_id] = (time.monotonic(), actor)

    def row(self, token_hash: str, read: Callable[[], Any]) -> Any:
        """What stands behind a token: read within the last second, else now. None is asked again each time."""
        return self._lately(self._rows, token_hash, read)

    def clear(self) -> None:
        """Believe nothing that was read before this moment, also where the reading is still under way."""
        with self._lock:
            self._era += 1
            self._actors.clear()
            self._rows.clear()

    def unwritten(self) -> dict[UUID, datetime]:
        """Every last use that may not be in the database yet."""
        with self._lock:
            return dict(self._at)

    def written(self, known_id: UUID, at: datetime) -> None:
        """The database knows of this use; a later one stays."""
        with self._lock:
            if self._at.get(known_id) == at:
                del self._at[known_id]

    def _lately(self, kept: Kept[K, V], key: K, read: Callable[[], V]) -> V:
        found = kept.get(key)
        if found and time.monotonic() - found[0] < TRUSTED_SECONDS:
            return found[1]
        era, value = self._era, read()
        with self._lock:
            if value is not None and era == self._era:
                if len(kept) >= MOST_ROWS:
                    kept.clear()
                kept[key] = (time.monotonic(), value)
        return value


people = Seen()
tablets = Seen()
