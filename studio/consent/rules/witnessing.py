"""What whoever signs as artist or witness hands in: their own strokes, and which document they looked at."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from studio.clients.refusals import DateIsUnclear
from studio.clients.rules.cleaning import clean_date, clean_text
from studio.consent import refusals
from studio.consent.rules.strokes import SIGNATURE, clean_pad
from studio.kernel.refusal import Invalid, Refusal
from studio.kernel.text import N_

KINDS = {
    "passport": N_("Passport"),
    "id_card": N_("Identity card"),
    "driving_licence": N_("Driving licence"),
    "residence_permit": N_("Residence permit"),
    "other": N_("Another document with a photo"),
}
LONGEST_NOTE = 1000
_LAST4 = re.compile(r"[0-9A-Z]{1,4}")


@dataclass(frozen=True)
class Witnessed:
    """What the studio's side adds, clean."""

    name: str
    signature: dict[str, Any]
    identity: dict[str, Any]
    note: str


def read_witness(payload: object, witness: str, today: date) -> Witnessed:
    """`{"name", "signature", "identity": {"kind", "issuer", "last4", "expiry", "seen_by"}, "note"}`, checked.

    A name left out is that of whoever acts. Raises Invalid with every problem by its field.
    """
    if not isinstance(payload, Mapping):
        raise refusals.FormIsUnclear
    problems: dict[str, Refusal] = {}
    name = _line(problems, "name", payload.get("name"), 120) or witness
    if not name:
        problems.setdefault("name", refusals.WitnessNameIsMissing())
    signature: dict[str, Any] = {}
    try:
        signature = clean_pad(payload.get("signature"), SIGNATURE)
    except Refusal as refusal:
        problems["signature"] = refusal
    identity = read_identity(problems, payload.get("identity"), name, today)
    note = _note(problems, payload.get("note"))
    if problems:
        raise Invalid(problems)
    return Witnessed(name, signature, identity, note)


def read_identity(problems: dict[str, Refusal], raw: object, witness: str, today: date) -> dict[str, Any]:
    """Kind, issuer, the last four of its number, expiry, and who saw it; never the whole number."""
    told = raw if isinstance(raw, Mapping) else {}
    kind = told.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        problems["identity.kind"] = refusals.IdentityIsMissing()
    issuer = _line(problems, "identity.issuer", told.get("issuer"), 80)
    if not issuer:
        problems.setdefault("identity.issuer", refusals.IssuerIsMissing())
    last4 = told.get("last4").strip().upper() if isinstance(told.get("last4"), str) else ""  # type: ignore[union-attr]
    if not _LAST4.fullmatch(last4):
        problems["identity.last4"] = refusals.LastFourIsWrong()
    expiry = _expiry(problems, told.get("expiry"), today)
    seen_by = _line(problems, "identity.seen_by", told.get("seen_by"), 120) or witness
    return {
        "kind": kind,
        "issuer": issuer,
        "last4": last4,
        "expiry": expiry.isoformat() if expiry else None,
        "seen_by": seen_by,
    }


def _expiry(problems: dict[str, Refusal], raw: object, today: date) -> date | None:
    """When it ends; some documents never do."""
    try:
        expiry = clean_date(raw)
    except DateIsUnclear:
        problems["identity.expiry"] = refusals.ExpiryIsUnclear()
        return None
    if expiry and expiry < today:
        problems["identity.expiry"] = refusals.DocumentHasExpired()
    return expiry


def _line(problems: dict[str, Refusal], field: str, raw: object, limit: int) -> str:
    try:
        return clean_text(raw, limit)
    except Refusal as refusal:
        problems[field] = refusal
        return ""


def _note(problems: dict[str, Refusal], raw: object) -> str:
    try:
        return clean_text(raw, LONGEST_NOTE, lines=True)
    except Refusal:
        problems["note"] = refusals.NoteIsTooLong(limit=LONGEST_NOTE)
        return ""
