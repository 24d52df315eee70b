"""Which document somebody showed: its kind, who issued it, the last four of its number, and the birth date on it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from studio.clients.refusals import DateIsUnclear
from studio.clients.rules.cleaning import clean_birth_date, clean_date, clean_text
from studio.consent import guardian_refusals, refusals
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_

KINDS = {
    "passport": N_("Passport"),
    "id_card": N_("Identity card"),
    "driving_licence": N_("Driving licence"),
    "residence_permit": N_("Residence permit"),
    "other": N_("Another document with a photo"),
}
_LAST4 = re.compile(r"[0-9A-Z]{1,4}")


@dataclass(frozen=True)
class Seen:
    """A document somebody showed. `mended` is its birth date where the file had another and the document is right."""

    told: dict[str, Any]
    expired: bool = False
    mended: date | None = None


def read_identity(
    problems: dict[str, Refusal], field: str, raw: object, witness: str, today: date, on_file: date | None
) -> Seen:
    """Kind, issuer, the last four of its number, expiry, birth date, and who saw it; never the whole number.

    A birth date unlike the one on file must be settled: typed wrong, or `mend` says that the document is right.
    """
    told = raw if isinstance(raw, Mapping) else {}
    kind = told.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        problems[f"{field}.kind"] = refusals.IdentityIsMissing()
    issuer = line_of(problems, f"{field}.issuer", told.get("issuer"), 80)
    if not issuer:
        problems.setdefault(f"{field}.issuer", refusals.IssuerIsMissing())
    typed = told.get("last4")
    last4 = typed.strip().upper() if isinstance(typed, str) else ""
    if not _LAST4.fullmatch(last4):
        problems[f"{field}.last4"] = refusals.LastFourIsWrong()
    expiry = _expiry(problems, f"{field}.expiry", told.get("expiry"))
    born = _born(problems, f"{field}.birth_date", told.get("birth_date"), today)
    differs = born is not None and born != on_file
    if differs and on_file is not None and told.get("mend") is not True:
        problems[f"{field}.birth_date"] = guardian_refusals.BirthDateDiffers(on_file=on_file.isoformat())
    kept = {
        "kind": kind,
        "issuer": issuer,
        "last4": last4,
        "expiry": expiry.isoformat() if expiry else None,
        "birth_date": born.isoformat() if born else None,
        "on_file": on_file.isoformat() if differs and on_file else None,
        "seen_by": line_of(problems, f"{field}.seen_by", told.get("seen_by"), 120) or witness,
    }
    return Seen(kept, expiry is not None and expiry < today, born if differs else None)


def line_of(problems: dict[str, Refusal], field: str, raw: object, limit: int) -> str:
    """One line of text; empty where it cannot be kept, and why by its field."""
    try:
        return clean_text(raw, limit)
    except Refusal as refusal:
        problems[field] = refusal
        return ""


def _expiry(problems: dict[str, Refusal], field: str, raw: object) -> date | None:
    """When it ends; some documents never do."""
    try:
        return clean_date(raw)
    except DateIsUnclear:
        problems[field] = refusals.ExpiryIsUnclear()
        return None


def _born(problems: dict[str, Refusal], field: str, raw: object, today: date) -> date | None:
    """The birth date on it."""
    try:
        born = clean_birth_date(raw, today)
    except Refusal as refusal:
        problems[field] = refusal
        return None
    if born is None:
        problems[field] = guardian_refusals.BirthDateOnDocument()
    return born
