"""The guardian's own page of a signing: the very text the client signed, and one hand below it."""

from __future__ import annotations

from typing import Any

from fastapi import Response

from pages.consent.ceremony_page import Shown, drawn_page, home_of
from pages.rendering import page
from studio.consent.actions import begin_guardian, leave_guardian, sign_guardian
from studio.consent.queries import CeremonyState, sheet_for_guardian
from studio.kernel.actor import Actor
from studio.kernel.text import speaking
from studio.kernel.work import ask, perform

GUARDIAN = "guardian"


def open_guardian(token: str, state: CeremonyState, guest: Actor) -> Response:
    """Text, clauses and aftercare, in the language the client signed in; none of the client's answers."""
    told = ask(guest, sheet_for_guardian)
    language = str(told.sheet["language"])
    shown = Shown(
        told.sheet,
        told.digest,
        told.name.split()[0],
        told.name,
        told.about,
        (language,),
        who=GUARDIAN,
        signs_for=told.client_name,
    )
    with speaking(language):
        return page(drawn_page(shown, token, state.place, home_of(state)))


def sign_as_guardian(actor: Actor, state: CeremonyState, payload: dict[str, Any]) -> None:
    """Keep what the guardian signed, once however often it arrives."""
    perform(actor, sign_guardian, state.id, payload)


def leave_as_guardian(actor: Actor, state: CeremonyState) -> None:
    """The guardian stopped: what the client signed waits on, and the desk may let a guardian in again."""
    perform(actor, leave_guardian, state.id)


def next_turn(actor: Actor, state: CeremonyState) -> dict[str, str]:
    """Where the client has signed and their guardian signs on the same device, the address they sign at."""
    token = perform(actor, begin_guardian, state.id)
    return {"next": f"/c/{token}"} if token else {}
