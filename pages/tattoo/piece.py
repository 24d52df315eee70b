"""The page of one piece: where it stands, its place on the body, sessions, healing, money, design, in one look."""

from __future__ import annotations

import inspect
from typing import Any

from nicegui import ui

from components.app.button import button, icon_button, lasting
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from components.timeline import Timeline
from pages.clients.handover import greet
from pages.documents.attachments import attachments
from pages.tattoo import designs, facts_pane, healing_pane, sessions_pane
from pages.tattoo.hands import Hands, hands
from pages.tattoo.piece_acts import Acts
from pages.tattoo.piece_steps import draw_steps
from pages.tattoo.showing import STANDING, may_now
from pages.tattoo.told import moment_of
from studio.extension.registry import registry
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.subject import Subject
from studio.kernel.text import nt, t
from studio.schedule.facts import BookingFact
from studio.tattoo.facts import PieceFact
from studio.tattoo.queries import piece, piece_by_code, piece_history
from studio.tattoo.rules.steps import OVER
from studio.tattoo.views import PieceCard
from studio.tattoo.words import STATES

EDIT, REFERENCES = "tattoo.piece.edit", "tattoo.reference.see"


async def draw(code: str) -> None:
    """The screen `/pieces/{code}`."""
    page = PiecePage(await look(piece_by_code, code))
    one = page.card.piece
    with frame(one.title, active="/pieces"):
        page.lay_out()
        live((PieceFact, BookingFact), do=Gathering(page.follow), when=page.is_about)
        await page.draw()
        await page.draw_rest()
    greet()


class PiecePage:
    """What stands on the page, and what can be done with it."""

    hands: Hands
    top: ui.element
    left: ui.element
    right: ui.element
    rest: ui.element
    history: ui.element

    def __init__(self, card: PieceCard) -> None:
        self.card = card

    def lay_out(self) -> None:
        """What is drawn anew with each step, and beside it what follows by itself."""
        self.top = ui.element("div")
        with ui.element("div").classes("body piece-page"):
            with ui.element("div").classes("stack loose piece-left"):
                self.left = ui.element("div").classes("stack loose")
                self.rest = ui.element("div").classes("stack loose piece-rest")
            self.right = ui.element("div").classes("stack loose")

    def is_about(self, fact: Any) -> bool:
        """Whether it happened to this piece; of a booking only reading again tells whose it is."""
        return isinstance(fact, BookingFact) or getattr(fact, "piece_id", None) == self.card.piece.id

    async def follow(self, _: list[Any]) -> None:
        """Somebody changed it, or a booking that may be one of its own."""
        try:
            now = await look(piece, self.card.piece.id)
        except Refusal:
            return
        if now != self.card:
            self.card = now
            await self.draw()
            await self.draw_history()

    @in_turn
    async def draw(self) -> None:
        """Everything, as it is now."""
        card, one = self.card, self.card.piece
        self.hands = await hands()
        slot = await sessions_pane.next_of(card, self.hands)
        for part in (self.top, self.left, self.right):
            part.clear()
        with self.top:
            with head(one.title, one.code).end:
                self._acts()
            with ui.element("div").classes("body stack loose piece-top"):
                draw_steps(card)
                self._now()
        with self.left:
            sessions_pane.draw(card, slot)
            designs.draw(card, self.hands)
        with self.right:
            facts_pane.draw_place(card)
            healing_pane.draw(card)
            facts_pane.draw_money(card)

    def _now(self) -> None:
        """Whose it is, where it stands, and the one thing that comes next."""
        one, acts = self.card.piece, Acts(self.card, self.hands)
        with ui.element("div").classes("line wrap loose piece-now"):
            with ui.element("div").classes("stack tight grow"):
                text(one.client, "link large", "a").props["href"] = f"/clients/{one.client_code}"
                text(one.artist or t("No artist yet"), "second")
            status_mark(STANDING[one.state], t(STATES[one.state]))
            if one.archived_at:
                status_mark("none", t("Archived"))
            for nth, (words, do) in enumerate(acts.next() if self.hands.may(EDIT, one) else []):
                button(words, do, kind="plain" if nth else "primary")

    def _acts(self) -> None:
        one, acts = self.card.piece, Acts(self.card, self.hands)
        if not self.hands.may(EDIT, one):
            return
        if one.archived_at is None and one.state not in OVER:
            button(t("Edit"), icon="edit", to=f"/pieces/{one.code}/edit", key="e")
        further = acts.further()
        if further:
            with (
                icon_button("more", t("More for this piece")),
                ui.menu().props("anchor='bottom right' self='top right'"),
            ):
                for words, do in further:
                    ui.menu_item(words, lasting(do)).props("role=menuitem")

    async def draw_rest(self) -> None:
        """What follows by itself: references, and what other rooms add."""
        one = self.card.piece
        with self.rest:
            if may_now(REFERENCES):
                with ui.element("section").classes("panel stack attached"):
                    text(t("References"), "", "h2")
                    await attachments(Subject("piece", one.id), takes=one.archived_at is None)
            await self._slots()
            self.history = ui.element("section").classes("panel stack")
        await self.draw_history()

    async def draw_history(self) -> None:
        """What was done with it, the latest first."""
        told, total = await look(piece_history, self.card.piece.id)
        self.history.clear()
        with self.history:
            text(t("History"), "", "h2")
            Timeline([moment_of(one) for one in told], label=t("History"))
            if total > len(told):
                text(nt("{n} older event", "{n} older events", total - len(told)), "second small", "p")

    async def _slots(self) -> None:
        for slot in registry().slots("piece.sections", current_actor(), house().rights):
            drawn = slot.draw(self.card)
            if inspect.isawaitable(drawn):
                await drawn
