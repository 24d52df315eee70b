"""All pieces: what is asked for, under way, healing, done."""

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
from components.app.moments import here, show_moment
from components.app.perform import act, look
from components.table import Act, Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from pages.clients.handover import greet
from pages.tattoo.hands import Hands, hands
from pages.tattoo.showing import STANDING, may_now, quote_text
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t
from studio.schedule.facts import BookingFact
from studio.schedule.queries import artists
from studio.tattoo.actions import archive_piece, restore_piece
from studio.tattoo.facts import PieceFact
from studio.tattoo.queries import list_pieces
from studio.tattoo.rules.steps import OVER
from studio.tattoo.views import Piece
from studio.tattoo.words import STATES

EDIT, ARCHIVE = "tattoo.piece.edit", "tattoo.piece.archive"
ARCHIVED = "archived"


async def draw() -> None:
    """The screen `/pieces`."""
    people = {str(one.id): one.name for one in await look(artists)}
    page = PiecesPage(people, await hands())
    with frame(t("Pieces"), active="/pieces"):
        page.draw()
    live((PieceFact, BookingFact), Gathering(page.follow))
    await page.table.load()
    greet()


class PiecesPage:
    """The table and its acts."""

    table: DataTable

    def __init__(self, people: dict[str, str], hands: Hands) -> None:
        self.people, self.hands = people, hands

    def draw(self) -> None:
        with head(
            t("Pieces"), t("Tattoos over one session or many, from the first question to the last touch-up.")
        ).end:
            if may_now(EDIT):
                button(t("New piece"), kind="primary", icon="plus", to="/pieces/new", key="n")
        with ui.element("div").classes("body"):
            self.table = DataTable(
                _columns(),
                self.load,
                key="pieces",
                label=t("Pieces"),
                filters=[
                    Filter("state", t("Show"), _states()),
                    Filter("artist", t("Artist"), {"": t("Everybody"), **self.people}),
                ],
                acts=_acts(),
                on_act=self.do,
                empty=_empty(),
                search=t("Title, client, style or code"),
                start=Wanted(sort="changed", descending=True, filters={"state": "open"}),
            )

    async def load(self, wanted: Wanted) -> Page:
        """One page of rows."""
        state, artist = (wanted.filters.get(name, "") for name in ("state", "artist"))
        asked: dict[str, Any] = {
            "q": wanted.q,
            "state": "" if state == ARCHIVED else state,
            "archived": state == ARCHIVED,
            "artist_id": UUID(artist) if artist in self.people else None,
            "sort": ("-" if wanted.descending else "") + (wanted.sort or "changed"),
        }
        try:
            found = await look(list_pieces, page=wanted.page, size=wanted.size, **asked)
        except Refusal as refusal:
            refuse(refusal)
            return Page([], 0)
        return Page([_row(one, self.hands) for one in found.items], found.total)

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed them, or a booking of theirs."""
        await self.table.changed(*(fact.piece_id for fact in heard if isinstance(fact, PieceFact)))

    async def do(self, name: str, ids: list[str]) -> None:
        """An act on one row."""
        row, one = self.table.row(ids[0]), UUID(ids[0])
        if row and name in ("open", "edit"):
            ui.navigate.to(row["to"] + ("/edit" if name == "edit" else ""))
        elif row and name == "archive":
            await self._archive(one, row["title"])
        elif row and name == "restore":
            await self._restore(one, row["title"])

    async def _archive(self, one: UUID, title: str) -> None:
        if await act(archive_piece, one):
            toast(t("{name} is archived.", name=title), partial(act, restore_piece, one))

    async def _restore(self, one: UUID, title: str) -> None:
        if await act(restore_piece, one):
            toast(t("{name} is back.", name=title), partial(act, archive_piece, one))


def _row(one: Piece, hands: Hands) -> dict[str, Any]:
    away = one.archived_at is not None
    done = t("{done} of {planned}", done=one.sessions_done, planned=one.planned_sessions)
    return {
        "id": str(one.id),
        "to": f"/pieces/{one.code}",
        "acts": _acts_on(one, hands),
        "title": one.title,
        "client": one.client,
        "artist": one.artist,
        "state": mark_cell("none", t("Archived")) if away else mark_cell(STANDING[one.state], t(STATES[one.state])),
        "sessions": done if one.planned_sessions > 1 else nt("{n} session", "{n} sessions", one.planned_sessions),
        "quote": quote_text(one.quote),
        "next": show_moment(here(one.next_at)) if one.next_at else "",
        "style": one.style,
        "code": one.code,
    }


def _acts_on(one: Piece, hands: Hands) -> list[str]:
    """What may be done with this one; a piece is archived once it is over."""
    if one.archived_at is not None:
        return ["open", "restore"]
    edits = ["edit"] if one.state not in OVER and hands.may(EDIT, one) else []
    return ["open", *edits, *(["archive"] if one.state in OVER else [])]


def _columns() -> list[Column]:
    return [
        Column("title", t("Piece"), "strong", sortable=True),
        Column("client", t("Client"), "text", sortable=True),
        Column("artist", t("Artist"), "text", sortable=True),
        Column("state", t("State"), "mark"),
        Column("sessions", t("Sessions"), "quiet"),
        Column("quote", t("Quote"), "quiet"),
        Column("next", t("Next booking"), "text"),
        Column("style", t("Style"), "quiet", on_card=False),
        Column("code", t("Code"), "code", sortable=True, on_card=False),
    ]


def _states() -> dict[str, str]:
    return {
        "open": t("Going on"),
        "": t("All"),
        **{key: t(word) for key, word in STATES.items()},
        ARCHIVED: t("Archived"),
    }


def _acts() -> list[Act]:
    found = [Act("open", t("Open"), "right")]
    found += [Act("edit", t("Edit"), "edit")] if may_now(EDIT) else []
    moves = [Act("archive", t("Archive"), "archive"), Act("restore", t("Restore"), "undo")]
    return found + (moves if may_now(ARCHIVE) else [])


def _empty() -> Empty:
    words = t("A piece holds a tattoo's design, quote and sessions together.")
    first = (t("Take the first piece in"), "/pieces/new") if may_now(EDIT) else ("", "")
    return Empty(t("No pieces here"), words, "moth", *first)
