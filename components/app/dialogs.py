"""Dialogs that are asked once and then gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakSet

from nicegui import ui

_shown: WeakSet[ui.dialog] = WeakSet()


async def answer(dialog: ui.dialog) -> Any:
    """What somebody answered, None when they left, be it before everything in it was there."""
    if dialog not in _shown:
        _gone_once_closed(dialog)
    elif dialog.is_deleted or not dialog.value:
        return None
    return await dialog


def show(dialog: ui.dialog) -> None:
    """Opens it while what belongs into it is still being read; `answer` then waits.

    What the browser tells of it is settled before: an open dialog that comes to tell more is drawn anew, and a key
    or click of that moment is lost.
    """
    _gone_once_closed(dialog)
    _shown.add(dialog)
    dialog.open()


@contextmanager
def stands(dialog: ui.dialog) -> Iterator[None]:
    """It is open for as long as something lasts, and asks nothing: however that ends, it closes."""
    _gone_once_closed(dialog)
    dialog.open()
    try:
        yield
    finally:
        if not dialog.is_deleted:
            dialog.close()


def _gone_once_closed(dialog: ui.dialog) -> None:
    """Taken away once it has closed, not before: closing is what gives the focus back to where it was."""
    dialog.on("hide", lambda: None if dialog.is_deleted else dialog.delete(), args=[])
