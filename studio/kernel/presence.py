"""Whether a person is behind what happens now: screens that redraw by themselves keep nobody signed in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_alone: ContextVar[bool] = ContextVar("alone", default=False)
_left: ContextVar[bool] = ContextVar("left", default=False)


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


@contextmanager
def errand() -> Iterator[None]:
    """What somebody set going and left: it goes on when they lock the desk or sign out, as long as they may do it.

    For threads of their own alone, never for a page.
    """
    token = _left.set(True)
    try:
        with unattended():
            yield
    finally:
        _left.reset(token)


def on_errand() -> bool:
    return _left.get()
