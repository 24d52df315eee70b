"""From a packet to the document that is drawn of it: the exact text, in the language it was read in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from studio.consent.evidence import evidence_rows
from studio.consent.paper_asked import asked_blocks
from studio.consent.paper_guardian import guardian_facts, guardian_signature
from studio.consent.queries.packets import PacketView
from studio.consent.rules.sheet import blocks_of
from studio.consent.rules.witnessing import KINDS
from studio.consent.telling import show_day, show_moment, show_phone
from studio.documents.drawing.document import (
    Answer,
    Answers,
    Block,
    Clause,
    Document,
    Evidence,
    Facts,
    Heading,
    Ink,
    Letterhead,
    Paragraph,
    Signature,
)
from studio.documents.letterhead import ACCENT, LETTER_COUNTRIES
from studio.kernel.house import House
from studio.kernel.text import N_, nt, speaking, t
from studio.upkeep.logo import logo_bytes

HOW_TO_CHECK = N_(
    "Sealed with the studio's own key. “Verify a PDF” in the studio's Linework tells whether this file is as it was "
    "sealed."
)


def document_of(place: House, view: PacketView) -> Document:
    """The packet as plain blocks: everything shown comes from what was signed, also the studio's logo and colour."""
    signed = view.signed
    if signed is None:
        raise ValueError("only a whole packet can be drawn")
    content, language = signed["sheet"]["content"], signed["sheet"]["language"]
    with speaking(language):
        return Document(
            title=content["title"],
            subtitle=content["for"],
            code=view.row.code,
            language=language,
            made_at=view.row.kept_at,
            letterhead=_letterhead(place, signed["studio"]),
            blocks=tuple(_blocks(view, signed, content)),
            footer=t("{title}, edition {n}", title=content["title"], n=signed["sheet"]["edition"]),
            paper="Letter" if signed["studio"]["country"] in LETTER_COUNTRIES else "A4",
        )


def _letterhead(place: House, studio: dict[str, Any]) -> Letterhead:
    """What was signed before logos were kept has none, and the usual colour."""
    logo = logo_bytes(place, studio.get("logo", ""))
    return Letterhead(studio["name"], tuple(studio.get("lines", ())), logo, accent=studio.get("accent") or ACCENT)


def _blocks(view: PacketView, signed: dict[str, Any], content: dict[str, Any]) -> Iterator[Block]:
    yield Facts(_client(signed), abreast=True)
    number = 0
    for block in blocks_of(content):
        number += block["kind"] == "clause"
        yield from _block(block, signed, number)
    yield Answers((Answer(content["e_form"], _yes(signed["e_form"])),))
    for block in blocks_of(content, "signature"):
        yield Heading(block["title"], block["intent"])
    yield from _signatures(view, signed)
    yield Facts(_identity(view.evidence["identity"]), abreast=True)
    guardian = view.evidence.get("guardian")
    if guardian:
        yield guardian_facts(guardian, _identity(guardian["identity"]))
    yield Evidence(t("How this document came about"), tuple(evidence_rows(view, signed)), t(HOW_TO_CHECK))


def _block(block: Mapping[str, Any], signed: dict[str, Any], number: int) -> Iterator[Block]:
    match block["kind"]:
        case "text":
            yield Paragraph(f"{block['title']}. {block['text']}" if block["title"] else block["text"])
        case "clause":
            yield Clause(str(number), block["title"], block["text"], ink(signed["initials"][block["key"]]))
        case "health":
            yield from (Heading(block["title"], block["text"]), Answers(tuple(_answers(signed))))
        case "consents":
            yield from (Heading(block["title"], block["text"]), Answers(tuple(_consents(signed))))
        case "aftercare":
            yield Heading(block["title"])
            yield from (Paragraph(f"{part['title']}. {part['text']}") for part in block["parts"])
        case _:
            yield from asked_blocks(block, signed)


def _client(signed: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    client = signed["client"]
    age = nt("{n} year", "{n} years", client["age"])
    rows = (
        (t("Name"), client["name"]),
        (t("Preferred name"), client["preferred_name"]),
        (t("Client"), client["code"]),
        (t("Date of birth"), f"{show_day(client['birth_date'])} ({age})"),
        (t("Phone"), show_phone(client["phone"])),
        (t("E-mail"), client["email"]),
        (t("Address"), client["address"]),
        (t("Emergency contact"), _emergency(client)),
        (t("Session"), signed["about"]),
        (t("Service"), signed.get("session", {}).get("service_name", "")),
        (t("Signed"), show_moment(signed["times"])),
    )
    return tuple(row for row in rows if row[1])


def _emergency(client: Mapping[str, str]) -> str:
    told = (client["emergency_name"], client["emergency_relation"], show_phone(client["emergency_phone"]))
    return " · ".join(filter(None, told))


def _answers(signed: dict[str, Any]) -> Iterator[Answer]:
    for group in signed["sheet"]["groups"]:
        for question in group["questions"]:
            given = signed["answers"].get(question["key"])
            if given is None:
                yield Answer(question["text"], t("Not answered"))
                continue
            chips = [choice["text"] for choice in question["choices"] if choice["key"] in given["choices"]]
            told = ", ".join(filter(None, (*chips, given["detail"])))
            yield Answer(question["text"], _yes(given["answer"]), told, given["answer"] and given["level"] != "info")


def _consents(signed: dict[str, Any]) -> Iterator[Answer]:
    for consent in signed["sheet"]["consents"]:
        yield Answer(consent["wording"], _yes(signed["consents"].get(consent["key"], False)))


def _signatures(view: PacketView, signed: dict[str, Any]) -> Iterator[Signature]:
    witness, guardian = view.evidence["witness"], view.evidence.get("guardian")
    yield Signature(signed["client"]["name"], t("Client"), show_moment(signed["times"]), ink(signed["signature"]))
    if guardian:
        yield guardian_signature(guardian, ink(guardian["signature"]))
    yield Signature(
        witness["name"], t("Artist or witness"), show_moment(view.evidence["times"]), ink(witness["signature"])
    )


def _identity(identity: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    rows = (
        (t("Identity document"), f"{t(KINDS[identity['kind']])}, {identity['issuer']}"),
        (t("Number ends in"), identity["last4"]),
        (t("Valid until"), show_day(identity["expiry"]) if identity["expiry"] else ""),
        (t("Seen by"), identity["seen_by"]),
    )
    return tuple(row for row in rows if row[1])


def ink(pad: Mapping[str, Any]) -> Ink:
    """Strokes as they were sent, point by point."""
    strokes = tuple(
        tuple((point[0], point[1], point[2], point[3] if len(point) > 3 else None) for point in stroke)
        for stroke in pad["strokes"]
    )
    return Ink(pad["width"], pad["height"], strokes)


def _yes(given: bool) -> str:
    return t("Yes") if given else t("No")
