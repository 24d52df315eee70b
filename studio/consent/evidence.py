"""The evidence page of a packet: what, who, when, on which device, digests and the place in the journal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from studio.consent.paper_guardian import override_rows
from studio.consent.queries.packets import PacketView
from studio.consent.rules.sealing import START
from studio.consent.rules.sheet import read_marks
from studio.consent.telling import show_day, show_second
from studio.kernel.text import LANGUAGES, N_, t

PLACES = {"tablet": N_("Tablet of the studio"), "desk": N_("The studio's desk"), "phone": N_("Client's phone")}
CLOCKS = {
    "agrees": N_("The studio's clock and the client's device agreed"),
    "differs": N_("The studio's clock and the client's device differed"),
    "untold": N_("The client's device told no time"),
    "set back": N_("The studio's clock had been set back"),
}


def evidence_rows(view: PacketView, signed: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Label and value, in the order things happened, then what they are proved by."""
    yield t("Consent"), view.row.code
    yield from _text(view, signed)
    yield from _signing(signed)
    yield from _witnessing(view.evidence)
    yield from _proof(view)


def _text(view: PacketView, signed: dict[str, Any]) -> Iterator[tuple[str, str]]:
    edition = t("{title}, edition {n}", title=signed["sheet"]["content"]["title"], n=view.row.edition)
    yield t("Text"), f"{edition}, {LANGUAGES.get(view.row.language, view.row.language)}"
    content = signed["sheet"]["content"]
    yield t("Read to the end"), t("{n} of {total} parts", n=len(signed["read"]), total=len(read_marks(content)))
    if signed.get("papers"):
        yield t("Papers that were linked"), linked_papers(signed)
    session = signed.get("session")
    if session:
        yield t("Day of the session"), show_day(session["on"])
    if signed.get("rules"):
        yield t("Country's rules"), rules_told(signed)
    for key, photo in signed.get("photos", {}).items():
        yield t("SHA-256 of the photo “{key}”", key=key), photo["sha256"]


def linked_papers(signed: Mapping[str, Any]) -> str:
    """The studio's papers a page linked to, by title; what was signed before titles were kept has the key."""
    papers = ((one.get("title") or one["key"], one["edition"]) for one in signed.get("papers") or ())
    return " · ".join(t("{title}, edition {n}", title=title, n=edition) for title, edition in papers)


def rules_told(signed: Mapping[str, Any]) -> str:
    """The rules that counted, with the number they have among those that were ever in force."""
    rules = signed.get("rules")
    return t("{name}, number {n}", name=rules["name"], n=rules["number"]) if rules else ""


def _signing(signed: dict[str, Any]) -> Iterator[tuple[str, str]]:
    times, place, opened = signed["times"], signed["place"], signed["opened"]
    yield t("Opened by"), f"{opened['by']}, {show_second(_in_zone(opened['at'], times['zone']))}"
    yield t("Client signed"), show_second(times)
    yield t("Clock"), _clock(times["clock"])
    yield t("Signed on"), " · ".join(filter(None, (t(PLACES[place["kind"]]), place["device"], place["address"])))
    if place["agent"]:
        yield t("Browser"), place["agent"]


def _witnessing(evidence: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield t("Witness signed"), f"{evidence['witness']['name']}, {show_second(evidence['times'])}"
    yield from _guardian(evidence.get("guardian"))
    yield from override_rows(evidence.get("overrides", []))
    if evidence["note"]:
        yield t("Note"), evidence["note"]


def _guardian(guardian: Mapping[str, Any] | None) -> Iterator[tuple[str, str]]:
    if not guardian:
        return
    place = guardian["place"]
    yield t("Guardian signed"), f"{guardian['name']}, {show_second(guardian['times'])}"
    yield t("Guardian's clock"), _clock(guardian["times"]["clock"])
    where = (t(PLACES[place["kind"]]), place["device"], place["address"])
    yield t("Guardian signed on"), " · ".join(filter(None, where))
    yield t("SHA-256 of what the guardian signed"), guardian["part_digest"]


def _proof(view: PacketView) -> Iterator[tuple[str, str]]:
    before = view.evidence["journal"]
    yield t("SHA-256 of what the client signed"), view.part_digest
    yield t("SHA-256 of everything signed"), view.row.digest
    first = view.prev_digest == START
    yield t("SHA-256 of the consent before"), t("None: this is the first") if first else view.prev_digest
    yield t("Journal before it"), f"{t('entry {no}', no=before['no'])} · {before['mac']}"
    if view.entry:
        yield t("Journal entry"), f"{t('entry {no}', no=view.entry[0])} · {view.entry[1]}"


def _clock(clock: Mapping[str, Any]) -> str:
    told = t(CLOCKS[clock["state"]])
    offset = clock["offset_seconds"]
    return told if offset is None or abs(offset) < 1 else f"{told} ({offset:+.0f} s)"


def _in_zone(at: str, zone: str) -> dict[str, str]:
    moment = datetime.fromisoformat(at)
    return {
        "utc": moment.astimezone(UTC).isoformat(),
        "local": moment.astimezone(ZoneInfo(zone)).isoformat(),
        "zone": zone,
    }
