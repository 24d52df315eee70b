"""Signings of a test studio, from the opening to the packet."""

from datetime import date
from random import Random
from typing import Any
from uuid import uuid4

from studio.clients.body import PLACES
from studio.clients.consents import CONSENTS
from studio.clients.models import Client
from studio.clients.questions import QUESTIONS
from studio.consent.actions import open_ceremony, sign_ceremony, witness_ceremony
from studio.consent.models import Ceremony, Packet, SignedPart
from studio.consent.queries import GuestSheet, ceremony_for_guest, ceremony_of_token
from studio.consent.rules.sheet import blocks_of
from studio.consent.templates import TATTOO_ADULT, shipped
from studio.kernel.actor import Actor
from studio.kernel.work import ask, perform
from tests.factories.clients import on_file
from tests.factories.hands import scrawl
from tests.factories.people import signed_in

BORN = date(1995, 3, 4)
IDENTITY = {
    "kind": "passport",
    "issuer": "Portugal",
    "last4": "12ab",
    "expiry": "2090-01-31",
    "birth_date": BORN.isoformat(),
}


def adult(name: str = "Ana Pereira", **details: Any) -> Client:
    """A client of age, on file."""
    return on_file(signed_in("reception"), name, **{"birth_date": BORN.isoformat(), **details})


def opened(client: Client | None = None, **how: Any) -> tuple[Actor, Ceremony]:
    """A guest with the token of a ceremony, and the ceremony."""
    token, ceremony = perform(signed_in("artist"), open_ceremony, (client or adult()).id, **how)
    state = ceremony_of_token(token)
    assert state is not None
    return state.actor(address="192.168.1.20", agent="Tablet/1"), ceremony


def filled(sheet: GuestSheet, **other: Any) -> dict[str, Any]:
    """All that a client sends who reads everything, answers no to everything, and signs."""
    random = Random(7)
    return {
        "payload_id": uuid4().hex,
        "digest": sheet.digest,
        "language": sheet.language,
        "read": list(sheet.marks),
        "initials": {key: scrawl(random, 176, 116) for key in sheet.clauses},
        "health": {question.key: "no" for question in QUESTIONS},
        "consents": {consent.key: consent.key == "health_data" for consent in CONSENTS},
        "e_form": "yes",
        "intent": "yes",
        "signature": scrawl(random, 740, 232),
        **asked_by(sheet.sheet["content"]),
        **other,
    }


def asked_by(content: dict[str, Any]) -> dict[str, Any]:
    """Harmless answers to what a text asks besides health."""
    said = {"yes_no": "no", "text": "A small hoop", "number": "1", "date": "2026-01-31"}
    asked = {block["key"]: said.get(block["answer"]) for block in blocks_of(content, "question")}
    chosen = {one["key"]: one["choices"][0]["key"] for one in blocks_of(content, "question") if one["answer"] == "one"}
    many = {one["key"]: [one["choices"][0]["key"]] for one in blocks_of(content, "question") if one["answer"] == "many"}
    places = {block["key"]: [next(iter(PLACES))] for block in blocks_of(content, "body_map")}
    return {"questions": {**asked, **chosen, **many}, "places": places}


def reworded(intro: str, *languages: str) -> dict[str, dict[str, Any]]:
    """The shipped text with another introduction, in these languages or all."""
    texts = shipped()[TATTOO_ADULT]
    return {
        tag: {**texts[tag], "blocks": [{**texts[tag]["blocks"][0], "text": intro}, *texts[tag]["blocks"][1:]]}
        for tag in languages or texts
    }


def intro_of(content: dict[str, Any]) -> str:
    """The first block of a text."""
    return str(content["blocks"][0]["text"])


def signed(client: Client | None = None, **other: Any) -> tuple[Ceremony, SignedPart]:
    """A ceremony the client has signed, and their part."""
    guest, ceremony = opened(client)
    payload = filled(ask(guest, ceremony_for_guest), **other)
    return ceremony, perform(guest, sign_ceremony, ceremony.id, payload)


def witnessing(**other: Any) -> dict[str, Any]:
    """What an artist hands in."""
    given = {"signature": scrawl(Random(8), 740, 232), "identity": dict(IDENTITY), "reasons": {"health": "Talked"}}
    return {**given, **other}


def packet(client: Client | None = None, **other: Any) -> Packet:
    """A whole packet."""
    ceremony, _ = signed(client, **other)
    return perform(signed_in("artist"), witness_ceremony, ceremony.id, witnessing())
