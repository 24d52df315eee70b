"""Dialogs that are asked once and then gone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from nicegui import ui


async def answer(dialog: ui.dialog) -> Any:
    """What somebody answered, None when they left."""
    _gone_once_closed(dialog)
    return await dialog


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
