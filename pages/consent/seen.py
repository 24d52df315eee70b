"""Who checked whom on a packet: the artist's hand, the documents, the guardian, and warnings somebody went past."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from nicegui import ui

from components.app.marks import status_mark
from components.app.moments import show_date, when
from components.app.text import text
from components.signature import strokes_svg
from studio.consent.rules.guarding import PROOFS
from studio.consent.rules.warnings import WORDS
from studio.consent.rules.witnessing import KINDS
from studio.kernel.text import nt, t

Evidence = Mapping[str, Any]


def draw_seen(evidence: Evidence) -> None:
    """The side of the studio, as the packet keeps it."""
    witness = evidence["witness"]
    for one in evidence.get("overrides") or ():
        _override(one)
    if evidence.get("guardian"):
        _guardian(evidence["guardian"])
    text(t("Artist or witness"), "", "h2")
    _hand(witness.get("signature"), witness["name"])
    facts_list(
        [
            (t("Name"), witness["name"]),
            *identity_facts(evidence["identity"]),
            (t("Kept"), when(datetime.fromisoformat(evidence["times"]["utc"]))),
            (t("Note"), evidence.get("note", "")),
        ]
    )


def identity_facts(identity: Evidence) -> list[tuple[str, str]]:
    """A document that was seen; packets from before ages were judged by it have no birth date."""
    kind = t(KINDS.get(identity["kind"], KINDS["other"]))
    return [
        (t("ID seen"), f"{kind}, {identity['issuer']}"),
        (t("Number ends in"), identity["last4"]),
        (t("Valid until"), day_text(identity["expiry"])),
        (t("Date of birth on it"), day_text(identity.get("birth_date"))),
        (t("On file before"), day_text(identity.get("on_file"))),
        (t("Seen by"), identity["seen_by"]),
    ]


def day_text(day: str | None) -> str:
    """A day of a packet as people here read it; nothing where none was kept."""
    return show_date(date.fromisoformat(day)) if day else ""


def _guardian(told: Evidence) -> None:
    text(t("Guardian"), "", "h2")
    _hand(told.get("signature"), told["name"])
    where = t("here in person") if told["present"] else t("not here in person")
    age = nt("{n} year", "{n} years", told["age"])
    facts_list(
        [
            (t("Name"), f"{told['name']} ({age})"),
            (t("Relation"), told["relation"]),
            (t("Shown by"), t(PROOFS[told["proof"]]) if told["proof"] in PROOFS else ""),
            (t("Signed"), f"{when(datetime.fromisoformat(told['times']['utc']))}, {where}"),
            *identity_facts(told["identity"]),
        ]
    )


def _override(told: Evidence) -> None:
    with ui.element("div").classes("band warn").props("role=note"):
        words = WORDS.get(told["kind"])
        status_mark("flag", t(words) if words else told["kind"]).classes("long strong")
        text(told["reason"], "prose", "p")
        text(f"{told['by']} · {when(datetime.fromisoformat(told['at']))}", "small second", "p")


def _hand(signature: Any, name: str) -> None:
    if signature:
        with ui.element("div").classes("signed-ink"):
            strokes_svg(signature, label=t("Signature of {name}", name=name))


def facts_list(facts: list[tuple[str, str]]) -> None:
    """Labels and values; empty ones are left out."""
    with ui.element("dl").classes("facts"):
        for label, words in facts:
            if words:
                text(label, "", "dt")
                text(words, "", "dd")
