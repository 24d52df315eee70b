"""Dialogs that are asked once and then gone."""

from __future__ import annotations

from typing import Any

from nicegui import ui


async def answer(dialog: ui.dialog) -> Any:
    """What somebody answered, None when they left.

    The dialog is taken away once it has closed, not before: closing is what gives the focus back to where it was.
    """
    dialog.on("hide", lambda: None if dialog.is_deleted else dialog.delete(), args=[])
    return await dialog
