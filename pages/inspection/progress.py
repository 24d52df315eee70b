"""How far each bundle is that this process makes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

MOST = 20
"""Bundles that are remembered after they were made."""


@dataclass
class Progress:
    """Records done of how many; it waits until the browser asks for the first byte."""

    total: int = 0
    done: int = 0
    state: Literal["waiting", "making", "made", "broken"] = "waiting"

    @property
    def share(self) -> int:
        """In percent."""
        return 100 if self.state == "made" else min(99, round(100 * self.done / max(1, self.total)))

    def hear(self, done: int) -> None:
        self.done = done


_known: dict[UUID, Progress] = {}


def progress_of(bundle_id: UUID) -> Progress:
    """As it is now; what nobody has begun waits."""
    return _known.get(bundle_id, Progress())


@contextmanager
def begun(bundle_id: UUID, total: int) -> Iterator[Progress]:
    """While it is made; left by an error or a visitor who went, it is broken off."""
    while len(_known) >= MOST:
        del _known[next(iter(_known))]
    progress = _known[bundle_id] = Progress(total, state="making")
    try:
        yield progress
        progress.state = "made"
    finally:
        if progress.state != "made":
            progress.state = "broken"
