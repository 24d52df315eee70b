"""What whoever signs as artist or witness hands in: their own strokes, which documents they saw, and why they go on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from studio.clients.rules.cleaning import clean_text
from studio.consent import guardian_refusals, refusals
from studio.consent.rules.identity import KINDS, Seen, line_of, read_identity
from studio.extension.strokes import SIGNATURE, clean_pad
from studio.kernel.refusal import Invalid, Refusal

__all__ = ["KINDS", "Asked", "Witnessed", "read_witness"]
LONGEST_NOTE = 1000
EXPIRED, GUARDIAN_EXPIRED, HEALTH = "identity_expired", "guardian_identity_expired", "health"


@dataclass(frozen=True)
class Asked:
    """What must be settled before a packet is whole, as it stands when the witness hands in.

    `birth_date` and `guardian_birth_date` are those on file; `proofs` are the papers that may show the relation.
    """

    today: date
    birth_date: date | None = None
    guardian: bool = False
    guardian_birth_date: date | None = None
    proofs: tuple[str, ...] = ()
    in_person: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Witnessed:
    """What the studio's side adds, clean. `mended` are birth dates the documents put right: client, guardian."""

    name: str
    signature: dict[str, Any]
    identity: dict[str, Any]
    note: str
    guardian: dict[str, Any] | None = None
    overrides: tuple[dict[str, Any], ...] = ()
    age: int = 0
    mended: Mapping[str, date] = field(default_factory=dict)


def read_witness(payload: object, witness: str, asked: Asked) -> Witnessed:
    """`{"name", "signature", "identity", "guardian": {"identity", "proof", "present"}, "reasons", "note"}`, checked.

    A name left out is that of whoever acts. `reasons` says for each warning why one goes on. Raises Invalid with
    every problem by its field.
    """
    if not isinstance(payload, Mapping):
        raise refusals.FormIsUnclear
    problems: dict[str, Refusal] = {}
    name = line_of(problems, "name", payload.get("name"), 120) or witness
    if not name:
        problems.setdefault("name", refusals.WitnessNameIsMissing())
    signature: dict[str, Any] = {}
    try:
        signature = clean_pad(payload.get("signature"), SIGNATURE)
    except Refusal as refusal:
        problems["signature"] = refusal
    own = read_identity(problems, "identity", payload.get("identity"), name, asked.today, asked.birth_date)
    guardian, theirs = _guardian(problems, payload.get("guardian"), name, asked)
    warnings = [*asked.warnings, *([EXPIRED] if own.expired else []), *([GUARDIAN_EXPIRED] if theirs.expired else [])]
    overrides = _reasons(problems, payload.get("reasons"), warnings)
    for warning, where in ((EXPIRED, "identity.expiry"), (GUARDIAN_EXPIRED, "guardian.identity.expiry")):
        if f"reasons.{warning}" in problems:
            problems[where] = refusals.DocumentHasExpired()
    note = _note(problems, payload.get("note"))
    if problems:
        raise Invalid(problems)
    mended = {"client": own.mended, "guardian": theirs.mended}
    return Witnessed(
        name,
        signature,
        own.told,
        note,
        guardian,
        tuple(overrides),
        mended={whose: born for whose, born in mended.items() if born},
    )


def _guardian(
    problems: dict[str, Refusal], raw: object, witness: str, asked: Asked
) -> tuple[dict[str, Any] | None, Seen]:
    """What was seen of the guardian: their document, the paper that shows the relation, and whether they are here."""
    if not asked.guardian:
        return None, Seen({})
    told = raw if isinstance(raw, Mapping) else {}
    where = "guardian.identity"
    seen = read_identity(problems, where, told.get("identity"), witness, asked.today, asked.guardian_birth_date)
    proof = told.get("proof") or ""
    if proof not in (asked.proofs or ("",)):
        problems["guardian.proof"] = guardian_refusals.ProofIsMissing(proofs=proof_words(asked.proofs))
    present = told.get("present") is True
    if asked.in_person and not present:
        problems["guardian.present"] = guardian_refusals.PresenceIsUntold()
    return {"identity": seen.told, "proof": proof, "present": present, "age": 0}, seen


def proof_words(proofs: tuple[str, ...]) -> str:
    """The papers in words, in the reader's language."""
    from studio.consent.rules.guarding import PROOFS
    from studio.kernel.text import t

    return ", ".join(t(PROOFS[one]) for one in proofs if one in PROOFS)


def _reasons(problems: dict[str, Refusal], raw: object, warnings: list[str]) -> list[dict[str, Any]]:
    """Each warning with why one goes on in spite of it."""
    told = raw if isinstance(raw, Mapping) else {}
    found = []
    for warning in warnings:
        reason = line_of(problems, f"reasons.{warning}", told.get(warning), 500)
        if not reason:
            problems.setdefault(f"reasons.{warning}", guardian_refusals.WarningNeedsReason())
        found.append({"kind": warning, "reason": reason})
    return found


def _note(problems: dict[str, Refusal], raw: object) -> str:
    try:
        return clean_text(raw, LONGEST_NOTE, lines=True)
    except Refusal:
        problems["note"] = refusals.NoteIsTooLong(limit=LONGEST_NOTE)
        return ""
