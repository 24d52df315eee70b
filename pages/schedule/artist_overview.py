"""The first side of an artist's page: papers, days that are not as usual, what is ahead, and who it is."""

from __future__ import annotations

import inspect
from datetime import timedelta

from nicegui import ui

from components.app.marks import pigment, status_mark
from components.app.moments import now_here
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from pages.clients.showing import field_text
from pages.schedule.absences import Absences
from pages.schedule.artist_sessions import draw_ahead
from pages.schedule.certificates import Certificates
from pages.schedule.feed import draw_feed
from pages.schedule.people_words import PIGMENTS, contract_text, hours_text, languages_text, stay_text
from pages.schedule.signature import draw_signature
from studio.clients.queries import everybody_here
from studio.extension.registry import may, registry
from studio.kernel.house import house
from studio.kernel.text import t
from studio.schedule.queries import Artist, absences, certificates

PAPERS, SESSIONS, EDIT = "schedule.certificate.see", "schedule.booking.see", "schedule.artist.edit"
BACK, YEAR = timedelta(days=30), timedelta(days=366)


async def draw_overview(one: Artist) -> None:
    """Everything, as it is now."""
    today = now_here().date()
    days = await look(absences, today - BACK, today + YEAR, one.id)
    sees = _may(PAPERS)
    papers = await look(certificates, one.id, ended=True) if sees else []
    with ui.element("div").classes("body booking-page"):
        with ui.element("div").classes("stack wide"):
            if sees:
                Certificates(one, papers).draw()
            Absences(one, days).draw()
            await draw_feed(one)
            for slot in registry().slots("artist.profile.overview", current_actor(), house().rights):
                drawn = slot.draw(one)
                if inspect.isawaitable(drawn):
                    await drawn
            if _may(SESSIONS):
                await draw_ahead(one)
        with ui.element("div").classes("stack wide"):
            with ui.element("section").classes("panel stack loose"):
                await _facts(one)
            await draw_signature(one)


async def _facts(one: Artist) -> None:
    if one.archived_at:
        status_mark("none", t("Archived"))
    elif not one.active:
        status_mark("wait", t("Not bookable"))
    pigment(t(PIGMENTS[one.colour - 1]), one.colour)
    if one.about:
        text(one.about, "prose second", "p")
    told = [
        (t("Signs in as"), await _account(one)),
        (t("Phone"), field_text("phone", one.phone) if one.phone else ""),
        (t("E-mail"), one.email),
        (t("Contract"), contract_text(one)),
        (t("Here"), stay_text(one)),
        (t("Hours"), hours_text(one.hours).replace("; ", "\n")),
        (t("Styles"), ", ".join(one.styles)),
        (t("Languages"), languages_text(one)),
        (t("Note"), one.note),
    ]
    with ui.element("dl").classes("facts"):
        for label, words in told:
            if words:
                text(label, "", "dt")
                text(words, "prose", "dd")


async def _account(one: Artist) -> str:
    """Whose sign-in it is, for whoever could change that."""
    if not _may(EDIT):
        return ""
    return (await look(everybody_here)).get(one.user_id, "") if one.user_id else t("Nobody: has no account")


def _may(permission: str) -> bool:
    return may(current_actor(), permission, house().rights)
