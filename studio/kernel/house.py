"""The house: one studio's data folder, opened, with all that acts on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection

from storage.engine import Database
from storage.files import FileStore
from storage.folder import DataFolder
from storage.keys import derive
from studio.kernel.actor import Actor
from studio.kernel.facts import Bus
from studio.kernel.permissions import Rights
from studio.kernel.settings import Settings
from studio.kernel.time import Clock

Namer = Callable[[Connection, Sequence[UUID]], Mapping[UUID, str]]
"""Finds the names people know things by."""

Proof = Callable[[Connection, Actor], Actor]
"""Reads an actor's standing again; raises SignedOut when it has ended."""


@dataclass
class House:
    """Everything an act needs, opened once per process."""

    folder: DataFolder
    key: bytes
    db: Database
    files: FileStore
    rights: Rights
    settings: Settings
    clock: Clock = field(default_factory=Clock)
    bus: Bus = field(default_factory=Bus)
    sentences: dict[str, str] = field(default_factory=dict)
    names: dict[str, Namer] = field(default_factory=dict)
    prove: Proof = lambda connection, actor: actor
    trust: Proof = lambda connection, actor: actor
    """As `prove`, allowed to remember for a second: reads use it."""
    _derived: dict[tuple[str, int], bytes] = field(default_factory=dict, repr=False)

    def derive(self, purpose: str, length: int = 32) -> bytes:
        """A key of its own for one purpose, worked out once."""
        if (purpose, length) not in self._derived:
            self._derived[purpose, length] = derive(self.key, purpose, length)
        return self._derived[purpose, length]


class NoHouse(RuntimeError):
    """Asked for the house before it was opened: a mistake in the program, not of a person."""


_open: House | None = None


def house() -> House:
    """The house this process serves."""
    if _open is None:
        raise NoHouse("open the data folder first")
    return _open


def open_house(opened: House) -> House:
    global _open
    _open = opened
    return opened


def close_house() -> None:
    """Let go of the database; a closed house can be opened again."""
    global _open
    if _open is not None:
        _open.db.close()
    _open = None
