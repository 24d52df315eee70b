"""The page of one artist: hours and days off, papers, what is ahead and what was done."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import pigment, status_mark
from components.app.moments import now_here
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from pages.clients.handover import greet
from pages.clients.showing import field_text
from pages.schedule.absences import Absences
from pages.schedule.artist_sessions import draw_sessions
from pages.schedule.certificates import Certificates
from pages.schedule.feed import draw_feed
from pages.schedule.people_words import PIGMENTS, hours_text, languages_text, stay_text
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.schedule.actions import archive_artist, restore_artist
from studio.schedule.facts import ArtistFact, BookingFact
from studio.schedule.queries import Artist, absences, artist, artist_by_code, certificates
from studio.schedule.words import CONTRACTS

EDIT, ARCHIVE, PAPERS = "schedule.artist.edit", "schedule.artist.archive", "schedule.certificate.see"
SESSIONS = "schedule.booking.see"
YEAR = timedelta(days=366)


async def draw(code: str) -> None:
    """The screen `/artists/{code}`."""
    page = ArtistPage(await look(artist_by_code, code))
    with frame(page.one.name, active="/artists"):
        page.place = ui.element("div")
        live((ArtistFact, BookingFact), do=Gathering(page.follow))
        await page.draw()
    greet()


class ArtistPage:
    """What stands on the page, and what can be done with it."""

    place: ui.element

    def __init__(self, one: Artist) -> None:
        self.one = one

    @in_turn
    async def draw(self) -> None:
        """Everything, as it is now."""
        one, today = self.one, now_here().date()
        days = await look(absences, today - timedelta(days=30), today + YEAR, one.id)
        sees = _may(PAPERS)
        papers = await look(certificates, one.id, ended=True) if sees else []
        self.place.clear()
        with self.place:
            with head(one.name, one.code).end:
                self._acts()
            with ui.element("div").classes("body booking-page"):
                with ui.element("div").classes("stack wide"):
                    if sees:
                        Certificates(one, papers).draw()
                    Absences(one, days).draw()
                    await draw_feed(one)
                    if _may(SESSIONS):
                        await draw_sessions(one)
                with ui.element("section").classes("panel stack loose"):
                    self._facts()

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed this artist, or a booking of somebody's."""
        if any(getattr(fact, "artist_id", self.one.id) == self.one.id for fact in heard):
            try:
                self.one = await look(artist, self.one.id)
                await self.draw()
            except Refusal:
                return

    def _facts(self) -> None:
        one = self.one
        if one.archived_at:
            status_mark("none", t("Archived"))
        elif not one.active:
            status_mark("wait", t("Not bookable"))
        pigment(t(PIGMENTS[one.colour - 1]), one.colour)
        if one.about:
            text(one.about, "prose second", "p")
        told = [
            (t("Phone"), field_text("phone", one.phone) if one.phone else ""),
            (t("E-mail"), one.email),
            (t("Contract"), t(CONTRACTS[one.contract]) if one.contract else ""),
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

    def _acts(self) -> None:
        one = self.one
        button(t("In the calendar"), icon="calendar", to=f"/calendar?view=week&who={one.code}")
        if _may(ARCHIVE):
            button(t("Restore"), self._restore, icon="undo") if one.archived_at else button(
                t("Archive"), self._archive, icon="archive"
            )
        if _may(EDIT) and one.archived_at is None:
            button(t("Edit"), kind="primary", icon="edit", to=f"/artists/{one.code}/edit", key="e")

    async def _archive(self) -> None:
        if await act(archive_artist, self.one.id):
            said = t("{name} is archived. What they did stays.", name=self.one.name)
            toast(said, lambda: act(restore_artist, self.one.id))

    async def _restore(self) -> None:
        if await act(restore_artist, self.one.id):
            toast(t("{name} is back.", name=self.one.name), lambda: act(archive_artist, self.one.id))


def _may(permission: str) -> bool:
    return may(current_actor(), permission, house().rights)
