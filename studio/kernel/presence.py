"""Whether a person is behind what happens now: screens that redraw by themselves keep nobody signed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_alone: ContextVar[bool] = ContextVar("alone", default=False)


@contextmanager
def unattended() -> Iterator[None]:
    """What is read in here counts as nobody's use."""
    token = _alone.set(True)
    try:
        yield
    finally:
        _alone.reset(token)


def attended() -> bool:
    return not _alone.get()
