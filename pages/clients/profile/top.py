"""The head of a profile: who it is, what can be done, health in one band."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button, icon_button, lasting
from components.app.feedback import toast
from components.app.icons import icon
from components.app.marks import Kind, face, health_light, status_mark, tag
from components.app.moments import when
from components.app.perform import act
from components.app.text import text
from pages.clients.merge import choose_other
from pages.clients.profile.file import ClientFile
from pages.clients.qr_dialog import show_qr
from pages.clients.showing import field_text, month, photo_address
from studio.clients import facts
from studio.clients.actions import archive_client, restore_client
from studio.clients.queries import ClientCard, HealthFlag, since_last_time
from studio.extension.registry import registry
from studio.kernel.house import house
from studio.kernel.text import nt, t

LEVELS: dict[str, Kind] = {"block": "stop", "warn": "flag", "info": "info"}
BANDS = {"red": "stop", "amber": "warn"}


def draw_top(file: ClientFile) -> None:
    """Head, health band, and the banner of an archived client."""
    card = file.card
    with ui.element("div").classes("head profile-head"):
        face(card.name, photo_address(card.code, card.photo_small), size="m")
        with ui.element("div").classes("words").classes(file.flashes(facts.ClientEdited)):
            _who(card)
            with ui.element("p").classes("profile-facts"):
                for fact in _facts(card):
                    text(fact)
        with ui.element("div").classes("end"):
            _acts(file)
    if card.archived_at:
        _archived(file, card.archived_at)
    with ui.element("div").classes(f"band profile-health {BANDS.get(card.health_light, '')}").props("role=note"):
        _health(file)


def _who(card: ClientCard) -> None:
    with ui.element("div").classes("line wrap"):
        text(card.name, "profile-name", "h1")
        if card.preferred_name:
            text(f"“{card.preferred_name}”", "second")
        if card.pronouns:
            tag(card.pronouns)
        if card.minor:
            status_mark("warn", t("Minor")).classes("pill")


def _facts(card: ClientCard) -> list[str]:
    age = "" if card.age is None else nt("{n} year", "{n} years", card.age)
    since = t("Client since {month}", month=month(card.created_at))
    return [part for part in (card.code, age, field_text("phone", card.phone), since) if part]


def _acts(file: ClientFile) -> None:
    with icon_button("more", t("More for this client")), ui.menu().props("anchor='bottom right' self='top right'"):
        _pick(t("Show QR code"), lambda: show_qr(file.card))
        _pick(t("Print card"), lambda: ui.navigate.to(f"/clients/{file.card.code}/card.pdf", new_tab=True))
        if file.may_change("clients.client.merge"):
            _pick(t("Merge with another file…"), lasting(partial(choose_other, file.card)))
        if file.may_change("clients.client.archive"):
            _pick(t("Archive {name}", name=file.card.name), lambda: archive(file))
    button(t("QR code"), lambda: show_qr(file.card), icon="qr").classes("wide-only")
    for slot in registry().slots("client.profile.acts", file.actor, house().rights):
        slot.draw(file.card)
    if file.may_change("clients.client.edit"):
        button(t("Edit"), icon="edit", to=f"/clients/{file.card.code}/edit", key="e")


def _pick(words: str, do: Callable[..., Any] | None) -> None:
    ui.menu_item(words, do).props("role=menuitem")


def _archived(file: ClientFile, since: datetime) -> None:
    with ui.element("div").classes("band profile-banner").classes(file.flashes(facts.ClientArchived)):
        if file.card.name == file.card.code:  # all that is left of somebody who was erased
            status_mark("none", t("Erased"))
            text(t("Nobody knows since {when} who this was.", when=when(since)), "second grow")
            return
        status_mark("none", t("Archived"))
        text(t("Off the lists since {when}. Everything stays on file.", when=when(since)), "second grow")
        if file.may("clients.client.archive"):
            button(t("Restore"), lambda: restore(file), icon="undo")


def _health(file: ClientFile) -> None:
    flags, light = file.card.flags, file.card.health_light
    text(t("Health"), "strong small")
    heavy = [flag for flag in flags or () if flag.level != "info"]
    if flags is None or not heavy:
        health_light(light)
    for flag in flags or ():
        _flag(flag)
    if file.sheet and (changed := since_last_time(file.sheet.answers)):
        words = nt("{n} answer changed since last time", "{n} answers changed since last time", len(changed))
        status_mark("info", words).classes("pill")
    if flags is None and light in ("red", "amber"):
        text(t("Ask an artist or the manager for the reason."), "small second")
    if file.logged:
        with ui.element("span").classes("line tight small quiet end-mark"):
            icon("eye", small=True)
            text(t("Your view is logged"))


def _flag(flag: HealthFlag) -> None:
    status_mark(LEVELS[flag.level], flag.sentence()).classes("long")


async def archive(file: ClientFile) -> None:
    """Take the client off the lists; one press brings them back."""
    if await act(archive_client, file.card.id):
        toast(t("Archived {name}.", name=file.card.name), lambda: act(restore_client, file.card.id))


async def restore(file: ClientFile) -> None:
    """Bring the client back onto the lists."""
    if await act(restore_client, file.card.id):
        toast(t("Restored {name}.", name=file.card.name), lambda: act(archive_client, file.card.id))
