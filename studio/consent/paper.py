"""From a packet to the document that is drawn of it: the exact text, in the language it was read in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from studio.consent.queries.packets import PacketView
from studio.consent.rules.sheet import read_marks
from studio.consent.rules.witnessing import KINDS
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
from studio.kernel.house import House
from studio.kernel.text import N_, speaking, t

ACCENT = "#0b5a75"
PLACES = {"tablet": N_("Tablet of the studio"), "desk": N_("The studio's desk"), "phone": N_("Client's phone")}
CLOCKS = {
    "agrees": N_("agrees with the client's device"),
    "differs": N_("differs from the client's device"),
    "untold": N_("the client's device told no time"),
    "set back": N_("the studio's clock was set back"),
}
LETTER_COUNTRIES = {"US", "CA", "MX", "PH", "CL", "CO"}


def document_of(place: House, view: PacketView) -> Document:
    """The packet as plain blocks; everything shown comes from what was signed, nothing from the present file."""
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
            letterhead=Letterhead(signed["studio"]["name"], accent=place.settings["looks.accent"] or ACCENT),
            blocks=tuple(_blocks(view, signed, content)),
            footer=f"{signed['sheet']['template']} · {t('edition {n}', n=signed['sheet']['edition'])}",
            paper="Letter" if signed["studio"]["country"] in LETTER_COUNTRIES else "A4",
        )


def _blocks(view: PacketView, signed: dict[str, Any], content: dict[str, Any]) -> Iterator[Block]:
    yield Facts(_client(signed), abreast=True)
    yield Paragraph(content["intro"])
    yield Heading(content["health_title"], content["health_text"])
    yield Answers(tuple(_answers(signed)))
    yield Heading(t("Clauses"))
    for number, clause in enumerate(content["clauses"], start=1):
        yield Clause(str(number), clause["title"], clause["text"], ink(signed["initials"][clause["key"]]))
    yield Heading(content["aftercare_title"])
    for part in content["aftercare"]:
        yield Paragraph(f"{part['title']}. {part['text']}")
    yield Heading(content["consents_title"], content["consents_text"])
    yield Answers(tuple(_consents(signed)))
    yield Answers((Answer(content["e_form"], _yes(signed["e_form"])),))
    yield Heading(content["sign_title"], content["intent"])
    yield from _signatures(view, signed)
    yield Facts(_identity(view.evidence["identity"]), abreast=True)
    yield Evidence(t("How this document came about"), tuple(_evidence(view, signed)))


def _client(signed: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    client = signed["client"]
    rows = (
        (t("Name"), client["name"]),
        (t("Preferred name"), client["preferred_name"]),
        (t("Client"), client["code"]),
        (t("Date of birth"), f"{_day(client['birth_date'])} ({client['age']})"),
        (t("Phone"), client["phone"]),
        (t("E-mail"), client["email"]),
        (t("Address"), client["address"]),
        (t("Emergency contact"), " · ".join(filter(None, (client["emergency_name"], client["emergency_phone"])))),
        (t("Session"), signed["about"]),
        (t("Signed"), _moment(signed["times"])),
    )
    return tuple(row for row in rows if row[1])


def _answers(signed: dict[str, Any]) -> Iterator[Answer]:
    for group in signed["sheet"]["groups"]:
        for question in group["questions"]:
            given = signed["answers"].get(question["key"])
            if given is None:
                yield Answer(question["text"], t("not answered"))
                continue
            chips = [choice["text"] for choice in question["choices"] if choice["key"] in given["choices"]]
            told = ", ".join(filter(None, (*chips, given["detail"])))
            yield Answer(question["text"], _yes(given["answer"]), told, given["answer"] and given["level"] != "info")


def _consents(signed: dict[str, Any]) -> Iterator[Answer]:
    for consent in signed["sheet"]["consents"]:
        yield Answer(consent["wording"], _yes(signed["consents"].get(consent["key"], False)))


def _signatures(view: PacketView, signed: dict[str, Any]) -> Iterator[Signature]:
    witness = view.evidence["witness"]
    yield Signature(signed["client"]["name"], t("Client"), _moment(signed["times"]), ink(signed["signature"]))
    yield Signature(witness["name"], t("Artist or witness"), _moment(view.evidence["times"]), ink(witness["signature"]))


def _identity(identity: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    rows = (
        (t("Identity document"), f"{t(KINDS[identity['kind']])}, {identity['issuer']}"),
        (t("Number ends in"), identity["last4"]),
        (t("Valid until"), _day(identity["expiry"]) if identity["expiry"] else ""),
        (t("Seen by"), identity["seen_by"]),
    )
    return tuple(row for row in rows if row[1])


def _evidence(view: PacketView, signed: dict[str, Any]) -> Iterator[tuple[str, str]]:
    times, place, evidence = signed["times"], signed["place"], view.evidence
    yield t("Packet"), view.row.code
    yield t("Text"), f"{signed['sheet']['template']}, {t('edition {n}', n=view.row.edition)}, {view.row.language}"
    yield t("Opened by"), f"{signed['opened']['by']}, {signed['opened']['at']}"
    yield t("Client signed"), f"{times['utc']} · {times['local']} {times['zone']}"
    yield t("Clock"), t(CLOCKS[times["clock"]["state"]])
    yield t("Signed on"), " · ".join(filter(None, (t(PLACES[place["kind"]]), place["device"], place["address"])))
    if place["agent"]:
        yield t("Browser"), place["agent"]
    yield t("Read to the end"), f"{len(signed['read'])} / {len(read_marks(signed['sheet']['content']))}"
    yield t("Witness signed"), f"{evidence['times']['utc']} · {evidence['witness']['name']}"
    if evidence["note"]:
        yield t("Note"), evidence["note"]
    yield t("SHA-256 of what the client signed"), view.part_digest
    yield t("SHA-256 of the packet"), view.row.digest
    yield t("SHA-256 of the packet before"), view.prev_digest
    yield t("Journal before it"), f"{evidence['journal']['no']} · {evidence['journal']['mac']}"
    if view.entry:
        yield t("Journal entry"), f"{view.entry[0]} · {view.entry[1]}"


def ink(pad: Mapping[str, Any]) -> Ink:
    """Strokes as they were sent, point by point."""
    strokes = tuple(
        tuple((point[0], point[1], point[2], point[3] if len(point) > 3 else None) for point in stroke)
        for stroke in pad["strokes"]
    )
    return Ink(pad["width"], pad["height"], strokes)


def _yes(given: bool) -> str:
    return t("Yes") if given else t("No")


def _moment(times: Mapping[str, str]) -> str:
    """The studio's wall clock, in the document's language."""
    from babel.dates import format_datetime

    from studio.kernel.text import language

    local = datetime.fromisoformat(times["local"])
    return f"{format_datetime(local, 'd MMMM y, HH:mm', locale=language().replace('-', '_'))} ({times['zone']})"


def _day(day: str) -> str:
    from babel.dates import format_date

    from studio.kernel.text import language

    return format_date(date.fromisoformat(day), "long", locale=language().replace("-", "_"))
