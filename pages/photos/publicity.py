"""Letting photos into public and taking them out of it, with the way back."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from components.app.feedback import toast
from components.app.perform import act
from studio.kernel.text import nt
from studio.photos.actions import hide_photos, show_photos


async def show(chosen: list[UUID]) -> None:
    """From now on they may be shown."""
    done = await act(show_photos, chosen)
    if done:
        toast(
            nt("{n} photo may be shown now.", "{n} photos may be shown now.", len(done)),
            partial(act, hide_photos, done),
        )


async def hide(chosen: list[UUID]) -> None:
    """They may not be shown any more."""
    done = await act(hide_photos, chosen)
    if done:
        toast(
            nt("{n} photo is out of public.", "{n} photos are out of public.", len(done)),
            partial(act, show_photos, done),
        )
