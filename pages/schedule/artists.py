"""Everybody who holds the needle, in the studio's own order."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.feedback import refuse, toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.perform import act, look
from components.app.who import current_actor
from components.table import Act, Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from pages.clients.handover import greet
from pages.schedule.people_words import hours_text, papers_mark, stay_text
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.schedule.actions import archive_artist, order_artists, restore_artist
from studio.schedule.facts import ArtistFact, Reordered
from studio.schedule.queries import Artist, Certificate, certificates, list_artists
from studio.schedule.words import CONTRACTS

EDIT, ARCHIVE, PAPERS = "schedule.artist.edit", "schedule.artist.archive", "schedule.certificate.see"
OWN = "position"


async def draw() -> None:
    """The screen `/artists`."""
    page = ArtistsPage()
    with frame(t("Artists"), active="/artists"):
        page.draw()
    live((ArtistFact, Reordered), Gathering(page.follow))
    await page.table.load()
    greet()


class ArtistsPage:
    """The table and its acts."""

    table: DataTable

    def draw(self) -> None:
        with head(t("Artists"), t("Who works here, when, and with which papers.")).end:
            if _may(EDIT):
                button(t("New artist"), kind="primary", icon="plus", to="/artists/new", key="n")
        with ui.element("div").classes("body"):
            self.table = DataTable(
                _columns(),
                self.load,
                key="artists",
                label=t("Artists"),
                filters=[Filter("state", t("Show"), _states())],
                acts=_acts(),
                on_act=self.do,
                empty=_empty(),
                search=t("Name or code"),
                start=Wanted(sort=OWN),
                movable=OWN if _may(EDIT) else "",
                on_order=self.order,
            )

    async def load(self, wanted: Wanted) -> Page:
        """One page of rows."""
        sort = ("-" if wanted.descending else "") + (wanted.sort or OWN)
        asked = {"q": wanted.q, "state": wanted.filters.get("state", ""), "sort": sort}
        try:
            found = await look(list_artists, page=wanted.page, size=wanted.size, **asked)
            held = await look(certificates) if _may(PAPERS) else []
        except Refusal as refusal:
            refuse(refusal)
            return Page([], 0)
        return Page(
            [_row(one, [paper for paper in held if paper.artist_id == one.id]) for one in found.items], found.total
        )

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed them."""
        await self.table.changed(*(fact.artist_id for fact in heard if isinstance(fact, ArtistFact)))

    async def do(self, name: str, ids: list[str]) -> None:
        """An act on one row."""
        row, one = self.table.row(ids[0]), UUID(ids[0])
        if row and name in ("open", "edit"):
            ui.navigate.to(row["to"] + ("/edit" if name == "edit" else ""))
        elif row and name == "archive":
            await self._archive(one, row["name"])
        elif row and name == "restore":
            await self._restore(one, row["name"])

    async def _archive(self, one: UUID, name: str) -> None:
        if await act(archive_artist, one):
            toast(t("{name} is archived. What they did stays.", name=name), partial(act, restore_artist, one))

    async def _restore(self, one: UUID, name: str) -> None:
        if await act(restore_artist, one):
            toast(t("{name} is back.", name=name), partial(act, archive_artist, one))

    async def order(self, ids: list[str]) -> None:
        """As somebody has put them."""
        if await act(order_artists, [UUID(one) for one in ids]):
            toast(t("The order is changed."))


def _row(one: Artist, papers: list[Certificate]) -> dict[str, Any]:
    away = one.archived_at is not None
    state = mark_cell("none", t("Archived")) if away else None if one.active else mark_cell("wait", t("Not bookable"))
    return {
        "id": str(one.id),
        "to": f"/artists/{one.code}",
        "acts": ["open", "restore"] if away else ["open", "edit", "archive"],
        "name": one.name,
        "contract": t(CONTRACTS[one.contract]) if one.contract else "",
        "styles": [{"word": word, "number": 0} for word in one.styles],
        "hours": stay_text(one) or hours_text(one.hours),
        "state": state or papers_mark(papers),
        "code": one.code,
        OWN: str(one.position),
    }


def _columns() -> list[Column]:
    return [
        Column("name", t("Name"), "strong", sortable=True),
        Column("state", t("State"), "mark"),
        Column("styles", t("Styles"), "tags"),
        Column("hours", t("Hours"), "text"),
        Column("contract", t("Contract"), "quiet"),
        Column("code", t("Code"), "code", sortable=True, on_card=False),
        Column(OWN, t("Our order"), "quiet", sortable=True, on_card=False),
    ]


def _states() -> dict[str, str]:
    return {"": t("All"), "active": t("Bookable"), "paused": t("Not bookable"), "archived": t("Archived")}


def _acts() -> list[Act]:
    found = [Act("open", t("Open"), "right")]
    found += [Act("edit", t("Edit"), "edit")] if _may(EDIT) else []
    moves = [Act("archive", t("Archive"), "archive"), Act("restore", t("Restore"), "undo")]
    return found + (moves if _may(ARCHIVE) else [])


def _empty() -> Empty:
    title, words = t("No artists yet"), t("Who holds the needle stands here, with hours, days off and papers.")
    first = (t("Add the first artist"), "/artists/new") if _may(EDIT) else ("", "")
    return Empty(title, words, "dagger", *first)


def _may(permission: str) -> bool:
    return may(current_actor(), permission, house().rights)
