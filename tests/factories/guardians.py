"""Minors with somebody who stands in for them, from the opening to the packet."""

from __future__ import annotations

from random import Random
from typing import Any
from uuid import uuid4

from studio.clients.models import Client
from studio.consent.actions import (
    begin_guardian,
    invite_guardian,
    open_ceremony,
    sign_ceremony,
    sign_guardian,
    witness_ceremony,
)
from studio.consent.models import Ceremony, GuardianPart, Packet
from studio.consent.queries import GuardianSheet, ceremony_for_guest, ceremony_of_token, sheet_for_guardian
from studio.jurisdiction.actions import change_profile, choose_profile, copy_profile
from studio.kernel.actor import CONSOLE, Actor
from studio.kernel.work import ask, perform
from tests.factories.consents import IDENTITY, adult, filled, witnessing
from tests.factories.hands import scrawl
from tests.factories.people import signed_in

CHILD_BORN, GUARDIAN_BORN = "2010-05-06", "1980-02-03"
GUARDIAN = {"name": "Eva Pereira", "birth_date": GUARDIAN_BORN, "relation": "Mother", "phone": "+44 7700 900555"}
PIERCING = "piercing"


def ours(**changes: Any) -> None:
    """A profile of the studio's own, in force, with these parts changed."""
    own = perform(CONSOLE, copy_profile, "neutral", f"Ours {uuid4().hex[:6]}")
    perform(CONSOLE, choose_profile, own.key)
    perform(CONSOLE, change_profile, own.id, {**own.content, **changes}, own.version)


def minor(name: str = "Rui Pereira", **details: Any) -> Client:
    """A client of sixteen, on file."""
    return adult(name, **{"birth_date": CHILD_BORN, "guardian_name": "Eva Pereira", **details})


def opened_minor(client: Client | None = None, **how: Any) -> tuple[Actor, Ceremony]:
    """The minor with the token of a piercing, and the ceremony."""
    asked = {"service_kind": PIERCING, "guardian": GUARDIAN, **how}
    token, ceremony = perform(signed_in("artist"), open_ceremony, (client or minor()).id, **asked)
    state = ceremony_of_token(token)
    assert state is not None
    return state.actor(address="192.168.1.20", agent="Tablet/1"), ceremony


def signed_minor(client: Client | None = None, **how: Any) -> tuple[Actor, Ceremony]:
    """A ceremony the minor has signed, and the minor."""
    child, ceremony = opened_minor(client, **how)
    perform(child, sign_ceremony, ceremony.id, filled(ask(child, ceremony_for_guest)))
    return child, ceremony


def guardians_turn(child: Actor, ceremony: Ceremony) -> Actor:
    """Whoever holds the guardian's token: handed on by the child's device, or made at the desk."""
    if ceremony.guardian == "remote":
        token = perform(signed_in("artist"), invite_guardian, ceremony.id)
    else:
        token = perform(child, begin_guardian, ceremony.id) or ""
    state = ceremony_of_token(token)
    assert state is not None
    assert state.who == "guardian"
    return state.actor(address="192.168.1.33", agent="Phone/1")


def guardian_filled(sheet: GuardianSheet, **other: Any) -> dict[str, Any]:
    """All that a guardian sends who reads everything and signs."""
    return {
        "payload_id": uuid4().hex,
        "digest": sheet.digest,
        "read": list(sheet.marks),
        "e_form": "yes",
        "intent": "yes",
        "signature": scrawl(Random(11), 740, 232),
        **other,
    }


def both_signed(client: Client | None = None, **how: Any) -> tuple[Ceremony, GuardianPart]:
    """A ceremony both have signed."""
    child, ceremony = signed_minor(client, **how)
    guardian = guardians_turn(child, ceremony)
    payload = guardian_filled(ask(guardian, sheet_for_guardian))
    return ceremony, perform(guardian, sign_guardian, ceremony.id, payload)


def seen(**other: Any) -> dict[str, Any]:
    """What an artist hands in who saw the papers of both."""
    theirs = {**IDENTITY, "last4": "77xy", "birth_date": GUARDIAN_BORN}
    guardian = {"identity": theirs, "proof": "birth_certificate", "present": True}
    own = {**IDENTITY, "birth_date": CHILD_BORN}
    return witnessing(**{"identity": own, "guardian": guardian, **other})


def packet_of_minor(client: Client | None = None, **how: Any) -> Packet:
    """A whole packet with a guardian."""
    ceremony, _ = both_signed(client, **how)
    return perform(signed_in("artist"), witness_ceremony, ceremony.id, seen())
