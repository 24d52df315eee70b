"""A client's pieces on the client's own page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import here, show_moment
from components.app.perform import look
from components.app.text import text
from pages.tattoo.approving import address_of
from pages.tattoo.showing import STANDING, may_now, quote_text
from studio.clients.queries import ClientCard
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.schedule.facts import BookingFact
from studio.schedule.views import BookingCard
from studio.tattoo.facts import PieceFact
from studio.tattoo.queries import list_pieces, piece
from studio.tattoo.views import Piece
from studio.tattoo.words import STATES

EDIT, SIZE = "tattoo.piece.edit", 24


async def draw(card: ClientCard) -> None:
    """The tab *Pieces* of a client."""
    tab = ClientPieces(card.id, card.code)
    with ui.element("section").classes("stack profile-one"):
        with ui.element("div").classes("line apart wrap"):
            text(t("Pieces"), "", "h2")
            if may_now(EDIT) and card.archived_at is None:
                button(t("New piece"), icon="plus", to=f"/pieces/new?whose={card.code}")
        tab.place = ui.element("div").classes("stack")
    live((PieceFact, BookingFact), do=Gathering(tab.follow))
    await tab.draw()


class ClientPieces:
    """The pieces as cards, the latest first; more on demand."""

    place: ui.element

    def __init__(self, client_id: UUID, code: str) -> None:
        self.client_id, self.code, self.size = client_id, code, SIZE

    async def follow(self, _: list[Any]) -> None:
        """Somebody changed a piece or a booking."""
        await self.draw()

    @in_turn
    async def draw(self) -> None:
        """All of them as they are now."""
        found = await look(list_pieces, client_id=self.client_id, size=self.size, sort="-code")
        self.place.clear()
        with self.place:
            if not found.items:
                text(t("No pieces yet. A piece holds a tattoo's design, quote and sessions together."), "second", "p")
            with ui.element("div").classes("piece-cards"):
                for one in found.items:
                    _card(one)
            if found.total > len(found.items):
                button(t("Show more"), self._more, icon="down")

    async def _more(self) -> None:
        self.size += SIZE
        await self.draw()


async def draw_beside_booking(card: BookingCard) -> None:
    """What a booking is a session of, and the way there."""
    one = card.booking
    if one.subject_kind != "piece" or one.subject_id is None:
        return
    try:
        about = (await look(piece, one.subject_id)).piece
    except Refusal:
        return
    with ui.element("section").classes("panel stack"):
        text(t("Piece"), "", "h2")
        _card(about)


def _card(one: Piece) -> None:
    with ui.link(target=f"/pieces/{one.code}").classes("card line piece-card"):
        if one.design_id:
            shot = ui.element("img")
            shot.props.update({"src": address_of(one.design_id, small=True), "alt": ""})
        with ui.element("div").classes("stack tight grow"):
            text(one.title, "strong", "div")
            done = t("{done} of {planned} done", done=one.sessions_done, planned=one.planned_sessions)
            text(", ".join(filter(None, (one.artist, done, quote_text(one.quote)))), "second small", "div")
            status_mark(STANDING[one.state], t(STATES[one.state]))
            if one.next_at:
                text(t("Next: {when}", when=show_moment(here(one.next_at))), "small", "div")
