"""An inspector's every screen is written down, before it is drawn."""

from __future__ import annotations

from studio.inspection.actions.records import note_screen
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.work import perform

INSPECTOR = "inspector"


def watch(actor: Actor, address: str) -> None:
    """Told of every screen anybody opens; it is an inspector's role that counts, or one copied from it."""
    if actor.kind == "person" and house().rights.base(actor.role) == INSPECTOR:
        perform(actor, note_screen, address)
