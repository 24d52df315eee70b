"""Journal entries told as moments: a sentence, who and when, and what changed in words people know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from components.timeline import Changed, Moment
from pages.clients.showing import LABELS, field_text, when
from studio.clients.consents import BY_KEY as CONSENTS
from studio.clients.questions import BY_KEY as QUESTIONS
from studio.kernel.history import Event
from studio.kernel.text import t

ICONS = {
    "clients.client.create": "plus",
    "clients.client.edit": "edit",
    "clients.client.archive": "archive",
    "clients.client.restore": "undo",
    "clients.client.set_photo": "photo",
    "clients.client.remove_photo": "photo",
    "clients.health.record": "heart",
    "clients.health.view": "eye",
    "clients.consent.record": "shield",
    "clients.registration.accept": "inbox",
    "clients.registration.merge": "merge",
}
UNSEEN = "•"


def moments(events: Iterable[Event], *, changes: bool = True) -> list[Moment]:
    """The events as a timeline shows them."""
    return [
        Moment(
            ICONS.get(event.action, "dot"), event.sentence, when(event.at), tuple(_changes(event)) if changes else ()
        )
        for event in events
    ]


def _changes(event: Event) -> Iterator[Changed]:
    for change in event.changes:
        before, after = change["before"] or {}, change["after"] or {}
        if change["table"] == "client":
            yield from _fields(before, after)
        elif change["table"] == "health_answer":
            yield _answer(after or before, new=not before)
        elif change["table"] == "consent_tick":
            yield _consent(after)


def _fields(before: dict[str, Any], after: dict[str, Any]) -> Iterator[Changed]:
    for field, label in LABELS.items():
        old, new = _shown(field, before.get(field)), _shown(field, after.get(field))
        if old != new:
            yield Changed(t(label), old, new)


def _shown(field: str, value: Any) -> str:
    if field == "photo":
        return t("a photo") if value else ""
    if field == "health_light":
        return ""
    if field == "archived_at":
        return t("yes") if value else ""
    return t("not shown here") if value == UNSEEN else field_text(field, value)


def _answer(row: dict[str, Any], *, new: bool) -> Changed:
    question = QUESTIONS.get(row.get("question", ""))
    label = t(question.flag) if question else t("Health answer")
    return Changed(label, "", t("answered") if new else t("answered anew"))


def _consent(row: dict[str, Any]) -> Changed:
    consent = CONSENTS.get(row.get("kind", ""))
    given = t("given") if row.get("given") else t("withdrawn")
    return Changed(t(consent.title) if consent else t("Consent"), "", given)
