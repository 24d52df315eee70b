"""Journal entries told as moments: a sentence, who and when, and what changed in words people know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

from components.app.moments import here, show_date, when
from components.timeline import Changed, Moment
from pages.clients.showing import LABELS, field_text
from studio.clients.consents import BY_KEY as CONSENTS
from studio.clients.queries import ClientCard, ConsentState
from studio.clients.questions import BY_KEY as QUESTIONS
from studio.kernel.history import Event
from studio.kernel.house import house
from studio.kernel.text import nt, t

ICONS = {
    "clients.client.create": "plus",
    "clients.client.edit": "edit",
    "clients.client.archive": "archive",
    "clients.client.restore": "undo",
    "clients.client.set_photo": "photo",
    "clients.client.remove_photo": "photo",
    "clients.health.record": "heart",
    "clients.health.view": "eye",
    "clients.identity.reveal": "eye",
    "clients.consent.record": "shield",
    "clients.registration.accept": "inbox",
    "clients.registration.merge": "merge",
    "clients.client.merge": "merge",
    "clients.client.unmerge": "undo",
    "clients.many.tag": "tag",
    "clients.many.untag": "tag",
    "clients.many.archive": "archive",
    "clients.many.restore": "undo",
    "clients.tag.rename": "tag",
    "clients.tag.split": "tag",
    "clients.tag.remove": "tag",
    "consent.ceremony.open": "out",
    "consent.ceremony.take": "tablet",
    "consent.ceremony.cancel": "close",
    "consent.ceremony.leave": "close",
    "consent.ceremony.sign": "edit",
    "consent.ceremony.witness": "check",
    "consent.signed.view": "eye",
    "consent.packet.view": "eye",
    "consent.packet.withdraw": "undo",
    "consent.paper.keep": "lock",
    "consent.paper.open": "download",
    "consent.paper.send": "out",
    "consent.demo.fill": "check",
    "documents.aftercare.give": "note",
    "documents.aftercare.show_again": "qr",
    "documents.aftercare.take_back": "undo",
    "documents.given.open": "phone",
    "documents.client_file.print": "print",
    "documents.document.open": "download",
}
LOOKS = {
    "clients.identity.reveal",
    "clients.health.view",
    "consent.packet.view",
    "consent.signed.view",
    "consent.paper.open",
    "consent.paper.send",
    "documents.client_file.print",
    "documents.document.open",
}
UNSEEN, FEW = "•", 4
SAID_ALREADY = {"archived_at", "health_light", "code"}
BEGINNINGS = {"clients.client.create", "clients.registration.accept"}


def moments(events: Iterable[Event], *, changes: bool = True) -> list[Moment]:
    """The events as a timeline shows them; looks of one person in a row are told once."""
    told: list[Moment] = []
    for _, run in groupby(events, key=_same):
        first, *more = run
        note = when(first.at)
        if more:
            note = nt("{note}, and {n} time before", "{note}, and {n} times before", len(more), note=note)
        changed = tuple(_changes(first)) if changes else ()
        told.append(Moment(ICONS.get(first.action, "dot"), _sentence(first), note, changed))
    return told


def _sentence(event: Event) -> str:
    """Whose file it is need not be said on that very file."""
    told = t(house().sentences.get(event.action, event.action), who=event.who, what=t("this client"))
    return told[:1].upper() + told[1:]


def _same(event: Event) -> tuple[object, ...]:
    """Looks of one person are alike; everything else is a matter of its own."""
    return (event.action, event.who) if event.action in LOOKS else (event.no,)


def before_the_journal(card: ClientCard, consents: Mapping[str, ConsentState]) -> list[Moment]:
    """What the file itself tells of a client who was on file before this journal began."""
    days: dict[date, list[str]] = {}
    for kind, state in consents.items():
        if state.given and kind in CONSENTS:
            days.setdefault(here(state.at).date(), []).append(t(CONSENTS[kind].title))
    told = [
        Moment("shield", t("Consent given: {consents}", consents=", ".join(titles)), show_date(day))
        for day, titles in sorted(days.items(), reverse=True)
    ]
    return [*told, Moment("plus", t("On file"), show_date(here(card.created_at).date()))]


def _changes(event: Event) -> Iterator[Changed]:
    for change in event.changes:
        before, after = change["before"] or {}, change["after"] or {}
        if change["table"] == "client":
            yield from _fields(before, after)
        elif change["table"] == "consent_tick":
            yield _consent(after)
    health = [change for change in event.changes if change["table"] == "health_answer"]
    gone = [change["before"] for change in health if change["after"] is None]  # with a merge that was taken back
    given = [change["after"] for change in health if change["after"] is not None]
    if health:
        yield Changed(t("Health"), _answered(gone), _answered(given))


def _fields(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Changed]:
    for field, label in LABELS.items():
        if field in SAID_ALREADY:
            continue
        old, new = _shown(field, before.get(field)), _shown(field, after.get(field))
        if old != new:
            yield Changed(t(label), old, new)


def _shown(field: str, value: Any) -> str:
    if field == "photo":
        return t("a photo") if value else ""
    return t("not shown here") if value == UNSEEN else field_text(field, value)


def _answered(rows: list[dict[str, Any]]) -> str:
    """A few questions by name, many by number; what was answered, the journal keeps to itself."""
    if not rows:
        return ""
    named = [t(QUESTIONS[row["question"]].flag) for row in rows if row.get("question") in QUESTIONS]
    if len(named) == len(rows) <= FEW:
        return ", ".join(named)
    return nt("{n} question answered", "{n} questions answered", len(rows))


def _consent(row: dict[str, Any]) -> Changed:
    consent = CONSENTS.get(row.get("kind", ""))
    given = t("given") if row.get("given") else t("withdrawn")
    return Changed(t(consent.title) if consent else t("Consent"), "", given)
