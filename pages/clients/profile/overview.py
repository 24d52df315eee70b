"""The first side of a file: contact, notes and consents, and what happened lately."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping

from nicegui import ui

from components.app.marks import status_mark, tag
from components.app.perform import look
from components.app.text import text
from components.timeline import Timeline
from pages.clients.profile.consents import standing
from pages.clients.profile.file import ClientFile
from pages.clients.profile.merged import draw_merged
from pages.clients.profile.more import draw_more
from pages.clients.profile.telling import BEGINNINGS, before_the_journal, moments
from pages.clients.showing import LABELS, contact_text
from studio.clients import facts
from studio.clients.consents import CONSENTS
from studio.clients.queries import ClientCard, ConsentState, client_history, consents_now, merged_into, tag_colours
from studio.extension.registry import registry
from studio.kernel.house import house
from studio.kernel.text import t

CONTACT = ("phone", "email", "address", "birth_date", "language")
EMERGENCY = ("emergency_name", "emergency_relation", "emergency_phone")
GUARDIAN = ("guardian_name", "guardian_relation", "guardian_phone", "guardian_birth_date")
LATEST, LOOKED_AT = 7, 40
QUIET = {"clients.health.view", "photos.photo.view", "clients.client.export"}
"""Looks, not changes: they stand in the history, and would drown the rest here."""


async def draw(file: ClientFile) -> None:
    """Three columns on a desk, two on a tablet, one on a phone."""
    consents = await look(consents_now, file.card.id)
    pigments = await look(tag_colours) if file.card.tags else {}
    with ui.element("div").classes("profile-cols"):
        with ui.element("section").classes("profile-col").classes(file.flashes(facts.ClientEdited)):
            _contact(file)
            draw_more(file)
        with ui.element("section").classes("profile-col"):
            _file(file, consents, pigments)
            await _slots(file)
            if file.may("clients.client.merge"):
                files = await look(merged_into, file.card.id)
                draw_merged(files)
        with ui.element("section").classes("profile-col side"):
            await _timeline(file, consents)


def _contact(file: ClientFile) -> None:
    card = file.card
    titled(t("Contact"))
    told = [(LABELS[field], contact_text(field, getattr(card, field), hidden=card.contact_hidden)) for field in CONTACT]
    if not facts_list((t(label), words) for label, words in told):
        nothing(file, t("No contact yet."))
    titled(t("In an emergency"))
    if not facts_list(_short(card, EMERGENCY)):
        nothing(file, t("Nobody to call yet."))
    if card.minor or card.guardian_name:
        titled(t("Parent or guardian"))
        if not facts_list(_short(card, GUARDIAN)):
            status_mark("warn", t("A minor needs a parent or guardian.")).classes("long")


def _short(card: ClientCard, fields: tuple[str, ...]) -> list[tuple[str, str]]:
    words = {"name": t("Name"), "relation": t("Relation"), "phone": t("Phone"), "date": t("Birth date")}
    hidden = card.contact_hidden
    return [
        (words[field.rpartition("_")[2]], contact_text(field, getattr(card, field), hidden=hidden)) for field in fields
    ]


def _file(file: ClientFile, consents: Mapping[str, ConsentState], pigments: Mapping[str, int]) -> None:
    card = file.card
    titled(t("Notes"))
    if card.notes:
        text(card.notes, "prose second", "p")
    else:
        nothing(file, t("No notes yet."))
    if card.tags:
        with ui.element("div").classes("line wrap profile-tags"):
            for word in card.tags:
                tag(word, pigments.get(word, 0))
    titled(t("Consents"), to=f"/clients/{card.code}?tab=health", link=t("Health & consent"))
    with ui.element("div").classes("ruled").classes(file.flashes(facts.ConsentChanged)):
        for consent in CONSENTS:
            with ui.element("div").classes("line apart"):
                text(t(consent.title))
                standing(consents.get(consent.key))


async def _slots(file: ClientFile) -> None:
    """What other rooms say of a client, each under its title."""
    for slot in registry().slots("client.profile.overview", file.actor, house().rights):
        if slot.title:
            titled(t(slot.title))
        drawn = slot.draw(file.card)
        if inspect.isawaitable(drawn):
            await drawn


async def _timeline(file: ClientFile, consents: Mapping[str, ConsentState]) -> None:
    titled(t("Timeline"), to=f"/clients/{file.card.code}?tab=history", link=t("All history"))
    events, total = await look(client_history, file.card.id, size=LOOKED_AT)
    told = moments([event for event in events if event.action not in QUIET], changes=False)
    if total <= LOOKED_AT and not any(event.action in BEGINNINGS for event in events):
        told += before_the_journal(file.card, consents)
    Timeline(told[:LATEST], label=t("Timeline"))


def titled(words: str, *, to: str = "", link: str = "") -> None:
    """The head of a part, maybe with a way to more of it."""
    with ui.element("header").classes("profile-sec"):
        text(words, "", "h2")
        if to:
            made = text(link, "small link", "a")
            made.props["href"] = to


def facts_list(told: Iterable[tuple[str, str]]) -> bool:
    """Label and value of all that is known; False when nothing is."""
    known = [(label, words) for label, words in told if words]
    if known:
        with ui.element("dl").classes("facts"):
            for label, words in known:
                text(label, "", "dt")
                text(words, "prose", "dd")
    return bool(known)


def nothing(file: ClientFile, words: str) -> None:
    """An empty part, and the first step where one may take it."""
    with ui.element("p").classes("quiet"):
        text(words)
        if file.may_change("clients.client.edit"):
            text(t("Add"), "link after", "a").props["href"] = f"/clients/{file.card.code}/edit"
