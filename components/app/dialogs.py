"""Dialogs that are asked once and then gone."""

from __future__ import annotations

from typing import Any

from nicegui import ui


async def answer(dialog: ui.dialog) -> Any:
    """What somebody answered, None when they left; the dialog is taken away, unless its page went first."""
    given = await dialog
    if not dialog.is_deleted:
        dialog.delete()
    return given
