"""The end of a signing on a tablet or phone: the aftercare sheet goes along."""

from __future__ import annotations

from typing import Any

from components.qr import svg
from studio.consent.actions import take_aftercare
from studio.consent.queries import CeremonyState
from studio.kernel.actor import Actor
from studio.kernel.refusal import Refusal
from studio.kernel.work import perform
from studio.upkeep.lan import phone_url


def sheet_to_take(actor: Actor, state: CeremonyState) -> dict[str, Any]:
    """A link for the phone that signed, a code to scan off a tablet. What was signed stands, whatever comes of this."""
    if state.place == "desk":
        return {}
    try:
        taken = perform(actor, take_aftercare, state.id)
    except Refusal:
        return {}
    if taken is None:
        return {}
    token, title = taken
    code = svg(phone_url(f"/d/{token}")) if state.place == "tablet" else ""
    return {"aftercare": {"title": title, "to": f"/d/{token}", "code": code}}
