"""Incidents: what nobody expected, told by a short code that is the same whenever the same thing breaks."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ELSEWHERE = "a library"


@dataclass(frozen=True)
class Trouble:
    """One kind of incident: where it broke and what kind of error it was, and nothing anybody typed."""

    kind: str
    """`server` or `browser`."""
    place: str
    message: str

    @property
    def code(self) -> str:
        """Six letters and digits to read out on the telephone."""
        told = f"{self.kind}\0{self.place}\0{self.message}"
        return hashlib.sha256(told.encode()).hexdigest()[:6].upper()


def trouble_of(error: BaseException) -> Trouble:
    """What an error is known by: its type and the last place in our own code it came through."""
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_ours(frame.filename)]
    place = f"{_path(ours[-1].filename)}:{ours[-1].lineno} {ours[-1].name}" if ours else ELSEWHERE
    return Trouble("server", place, type(error).__name__)


_keeper: Callable[[Trouble], None] = lambda trouble: None  # noqa: E731  a room that keeps them says so


def kept_by(keeper: Callable[[Trouble], None]) -> None:
    """Hand every incident to this from now on."""
    global _keeper
    _keeper = keeper


def happened(trouble: Trouble) -> str:
    """Have it kept; gives its code. Never makes things worse."""
    _keeper(trouble)
    return trouble.code


def _is_ours(file: str) -> bool:
    path = Path(file)
    return path.is_relative_to(ROOT) and path.relative_to(ROOT).parts[0] in {"pages", "components", "studio", "storage"}


def _path(file: str) -> str:
    return Path(file).relative_to(ROOT).as_posix()
