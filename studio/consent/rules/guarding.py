"""Who stands in for a minor: what is told of them, whether they are somebody else, and what they sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from storage.folding import fold
from studio.clients.refusals import DateIsUnclear
from studio.clients.rules.cleaning import clean_birth_date, clean_name, clean_text, digits
from studio.consent import guardian_refusals, refusals
from studio.consent.rules.payload import YES, clock_of
from studio.consent.rules.sheet import read_marks
from studio.extension import strokes
from studio.extension.strokes import MOST_POINTS, SIGNATURE, clean_pad, count_points
from studio.kernel.refusal import Invalid, Refusal
from studio.kernel.text import N_

PRESENT, REMOTE = "present", "remote"
PROOFS = {
    "birth_certificate": N_("Birth certificate"),
    "court_order": N_("Court order"),
    "notarised_paper": N_("Paper from a notary"),
    "photo_id": N_("Document with a photo"),
}
FIELDS = {"payload_id", "digest", "language", "read", "e_form", "intent", "signature", "clock"}
FEWEST_DIGITS = 6
"""Shorter numbers say nothing about whose they are."""


@dataclass(frozen=True)
class StandIn:
    """A guardian as the desk names them."""

    name: str
    birth_date: date
    relation: str
    phone: str
    place: str


@dataclass(frozen=True)
class GuardianGiven:
    """All a guardian gave, clean."""

    signature: dict[str, Any]
    read: tuple[str, ...]
    clock: str

    def plain(self) -> dict[str, Any]:
        """As it is kept for ever."""
        return {"signature": self.signature, "read": list(self.read), "e_form": True, "intent": True}


def read_stand_in(raw: object, today: date) -> StandIn:
    """`{"name", "birth_date", "relation", "phone", "place"}`, checked; problems by `guardian.…`."""
    if not isinstance(raw, Mapping) or set(raw) - {"name", "birth_date", "relation", "phone", "place"}:
        raise refusals.FormIsUnclear
    problems: dict[str, Refusal] = {}
    name = _text(problems, "guardian.name", lambda: clean_name(raw.get("name")))
    relation = _text(problems, "guardian.relation", lambda: clean_text(raw.get("relation"), 60))
    phone = _text(problems, "guardian.phone", lambda: clean_text(raw.get("phone"), 40))
    if not relation:
        problems.setdefault("guardian.relation", guardian_refusals.RelationIsMissing())
    born: date | None = None
    try:
        born = clean_birth_date(raw.get("birth_date"), today)
    except Refusal as refusal:
        problems["guardian.birth_date"] = refusal
    if born is None:
        problems.setdefault("guardian.birth_date", DateIsUnclear())
    place = raw.get("place", PRESENT)
    if place not in (PRESENT, REMOTE):
        problems["guardian.place"] = guardian_refusals.GuardianPlaceIsUnknown()
    if problems or born is None:
        raise Invalid(problems)
    return StandIn(name, born, relation, phone, str(place))


def is_the_client(client: Mapping[str, Any], name: str, birth_date: date | None, phone: str = "") -> bool:
    """Whether this "guardian" is the client: the same name with the same birth date, or with the same telephone."""
    if fold(name) not in {fold(str(client["name"])), fold(str(client["preferred_name"] or client["name"]))}:
        return False
    theirs, own = digits(str(client["phone"] or "")), digits(phone)
    same_phone = len(own) >= FEWEST_DIGITS and theirs.endswith(own[-FEWEST_DIGITS:])
    return birth_date == client["birth_date"] or same_phone


def same_document(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two people showed one and the same document."""
    told = ("kind", "last4")
    same_issuer = fold(str(one.get("issuer", ""))) == fold(str(other.get("issuer", "")))
    return same_issuer and all(one.get(name) == other.get(name) for name in told)


def guardian_marks(content: Mapping[str, Any]) -> tuple[str, ...]:
    """What must have been shown to a guardian to its end: all that is read, and none of the client's answers."""
    asked = {"health", "consents", *(block["key"] for block in content.get("blocks", ()) if block["kind"] in ASKED)}
    marks = tuple(mark for mark in read_marks(content, "guardian") if mark not in asked)
    return marks if "sign_guardian" in marks else (*marks, "sign_guardian")


ASKED = ("question", "photo", "body_map")


def read_guardian(payload: object, content: Mapping[str, Any], clients_signature: Mapping[str, Any]) -> GuardianGiven:
    """What a guardian sends when they sign. Raises Invalid with every problem by its field."""
    if not isinstance(payload, Mapping) or set(payload) - FIELDS:
        raise refusals.FormIsUnclear
    problems: dict[str, Refusal] = {}
    signature: dict[str, Any] = {}
    if count_points([payload.get("signature")]) > MOST_POINTS:
        raise Invalid({"signature": strokes.TooMuchInk()})
    try:
        signature = clean_pad(payload.get("signature"), SIGNATURE)
    except Refusal as refusal:
        problems["signature"] = refusal
    if signature and signature["strokes"] == clients_signature["strokes"]:
        problems["signature"] = guardian_refusals.SignatureIsTheClients()
    told = payload.get("read")
    marks = guardian_marks(content)
    for mark in marks:
        if not isinstance(told, list | tuple) or mark not in told:
            problems[f"read.{mark}"] = refusals.NotReadToTheEnd()
    if payload.get("e_form") not in YES:
        problems["e_form"] = refusals.ScreenConsentIsMissing()
    if payload.get("intent") not in YES:
        problems["intent"] = refusals.IntentIsMissing()
    if problems:
        raise Invalid(problems)
    return GuardianGiven(signature, marks, clock_of(payload.get("clock")))


def _text(problems: dict[str, Refusal], field: str, clean: Any) -> str:
    try:
        return str(clean())
    except Refusal as refusal:
        problems[field] = refusal
        return ""
