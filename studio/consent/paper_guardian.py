"""The guardian's side of a packet as the document shows it: who they are, what was seen, and their signature."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from studio.consent.rules.guarding import PROOFS
from studio.consent.rules.warnings import WORDS
from studio.consent.telling import show_day, show_moment
from studio.documents.drawing.document import Facts, Signature
from studio.kernel.text import t

Told = Mapping[str, Any]


def guardian_facts(guardian: Told, identity: tuple[tuple[str, str], ...]) -> Facts:
    """Who stood in, and what was seen of them."""
    rows = (
        (t("Guardian"), guardian["name"]),
        (t("Relation"), guardian["relation"]),
        (t("Date of birth"), show_day(guardian["birth_date"]) if guardian.get("birth_date") else ""),
        (t("Shows that they are the guardian"), t(PROOFS[guardian["proof"]]) if guardian.get("proof") else ""),
        (t("Here in person"), t("Yes") if guardian.get("present") else t("No")),
        *identity,
    )
    return Facts(tuple(row for row in rows if row[1]), abreast=True)


def guardian_signature(guardian: Told, ink: Any) -> Signature:
    """Beside the client's."""
    return Signature(guardian["name"], t("Parent or guardian"), show_moment(guardian["times"]), ink)


def override_rows(overrides: list[Told]) -> Iterator[tuple[str, str]]:
    """Each warning somebody went on in spite of, with the reason."""
    for one in overrides:
        yield t("Went on in spite of"), f"{t(WORDS[one['kind']])}: {one['reason']} ({one['by']})"
