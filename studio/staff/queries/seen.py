"""What this process remembers of those who came by a moment ago, so that not every request asks the database."""

from __future__ import annotations

import time
from datetime import datetime
from threading import Lock
from typing import Any
from uuid import UUID

from studio.kernel.actor import Actor

TRUSTED_SECONDS = 1.0
MOST_ROWS = 1000


class Seen:
    """Living sessions or tablets: last use, and what was read within the last second."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._at: dict[UUID, datetime] = {}
        self._proofs: dict[UUID, tuple[float, Actor]] = {}
        self._rows: dict[str, tuple[float, Any]] = {}

    def touch(self, known_id: UUID, now: datetime) -> None:
        self._at[known_id] = now

    def last(self, known_id: UUID, stored: datetime) -> datetime:
        return max(self._at.get(known_id, stored), stored)

    def proven(self, known_id: UUID) -> Actor | None:
        found = self._proofs.get(known_id)
        return found[1] if found and time.monotonic() - found[0] < TRUSTED_SECONDS else None

    def remember(self, known_id: UUID, actor: Actor) -> None:
        self._proofs[known_id] = (time.monotonic(), actor)

    def standing(self, token_hash: str) -> Any:
        found = self._rows.get(token_hash)
        return found[1] if found and time.monotonic() - found[0] < TRUSTED_SECONDS else None

    def keep(self, token_hash: str, row: Any) -> None:
        if len(self._rows) >= MOST_ROWS:
            self._rows.clear()
        if row is not None:
            self._rows[token_hash] = (time.monotonic(), row)

    def clear(self) -> None:
        self._proofs.clear()
        self._rows.clear()

    def take(self) -> dict[UUID, datetime]:
        """Everything seen since it was last taken."""
        with self._lock:
            taken, self._at = self._at, {}
        return taken


people = Seen()
tablets = Seen()
