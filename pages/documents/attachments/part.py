"""What a thing carries: files dropped here are kept at once; each can be looked at, saved, described, removed."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from uuid import UUID

from nicegui import ui
from nicegui.element import Element

from components.app import theme
from components.app.button import button
from components.app.drawings import drawing
from components.app.feedback import toast
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.files import FileField, Handed
from components.form import check_field, text_field
from pages.documents.attachments.lines import draw_line
from pages.documents.attachments.words import weight
from studio.clients.queries import ClientCard
from studio.documents.attachments.actions import ADD, attach, remove_attachment
from studio.documents.attachments.facts import AttachmentFact, FileOpened
from studio.documents.attachments.queries import AttachmentPage, attachments_of
from studio.documents.attachments.reach import carrier_of
from studio.documents.attachments.taking import allowed, made_ready
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.subject import Subject
from studio.kernel.text import language, nt, speaking, t
from studio.kernel.work import perform

theme.also(Path(__file__).parent / "attachments.css")
SIZE, SEARCHED = 30, 8
SIDE = 2400


async def attachments(about: Subject, *, takes: bool = True) -> None:
    """The files of one thing, for whoever may see them; `takes` says whether more can be added."""
    await Attachments(about, takes=takes).draw()


async def draw_client(card: ClientCard) -> None:
    """The tab of a client's profile."""
    with ui.element("div").classes("profile-one wide attached"):
        await attachments(Subject("client", card.id), takes=card.archived_at is None)


class Attachments:
    """One open part."""

    list: Element
    private: ui.checkbox | None = None

    def __init__(self, about: Subject, *, takes: bool) -> None:
        self.about, self.carrier = about, carrier_of(about.kind)
        self.adds = takes and may(current_actor(), ADD, house().rights)
        self.words, self.removed, self.shown = "", False, SIZE
        self.fresh: set[UUID] = set()
        self.known: set[UUID] = set()

    async def draw(self) -> None:
        live(AttachmentFact, Gathering(lambda _: self.load()), when=self._is_ours)
        if self.adds:
            with ui.element("div").classes("stack tight attached-add"):
                label = t("Drop files here, or paste them")
                FileField(self._take, label=label, allowed=allowed(house()), several=True, side=SIDE)
                if self.carrier.private:
                    self.private = check_field(t(self.carrier.private_word))
        self.list = ui.element("div").classes("stack attached-list")
        with self.list:
            self.head = ui.element("div").classes("line apart wrap")
            self.lines = ui.element("div")
            self.more = button(t("Show older"), self._older, icon="down")
        with self.head:
            self.search = text_field(t("Search names and notes"), kind="search").props("debounce=300 dense")
            self.search.on_value_change(self._find)
            self.sum = text("", "small quiet grow")
            self.turn = button("", self._turn, kind="bare")
        await self.load()

    @in_turn
    async def load(self) -> None:
        found = await look(attachments_of, self.about, q=self.words, removed=self.removed, size=self.shown)
        self.known = {one.id for one in found.items}
        self._draw_head(found)
        self.lines.clear()
        with self.lines:
            if not found.items:
                self._nothing()
                return
            with ui.element("ul").classes("ruled"):
                for one in found.items:
                    draw_line(one, self.carrier, adds=self.adds, fresh=one.id in self.fresh)
        self.fresh.clear()

    def _draw_head(self, found: AttachmentPage) -> None:
        count = nt("{n} file, {size}", "{n} files, {size}", found.total, size=weight(found.bytes))
        self.sum.set_text(count if found.total else "")
        self.search.set_visibility(bool(self.words) or found.total > SEARCHED)
        self.turn.set_text(t("Back to the files") if self.removed else t("Removed ({n})", n=found.removed))
        self.turn.set_visibility(self.removed or bool(found.removed))
        self.more.set_visibility(found.total > len(found.items))

    def _nothing(self) -> None:
        if self.words:
            text(t("No file is called so."), "second", "p")
        elif self.removed:
            text(t("Nothing waits to go for good."), "second", "p")
        else:
            with ui.element("div").classes("empty"):
                drawing("envelope")
                text(t("No files yet"), "", "h2")
                text(t("References, letters, invoices: whatever belongs to this, kept encrypted."), "", "p")

    async def _take(self, handed: Handed) -> None:
        """Made safe, then kept; a refusal is said beside the file."""
        place, actor, tongue = house(), current_actor(), language()
        private = bool(self.private and self.private.value)

        def keep() -> UUID:
            with speaking(tongue):
                ready = made_ready(place, handed.name, handed.read())
                return perform(actor, attach, self.about, ready, private=private).id

        made = await asyncio.to_thread(keep)
        self.fresh.add(made)
        toast(t("{name} is attached.", name=handed.name or t("The file")), partial(act, remove_attachment, made))

    async def _find(self) -> None:
        self.words, self.shown = str(self.search.value or ""), SIZE
        await self.load()

    async def _turn(self) -> None:
        self.removed, self.shown = not self.removed, SIZE
        await self.load()

    async def _older(self) -> None:
        self.shown += SIZE
        await self.load()

    def _is_ours(self, fact: AttachmentFact) -> bool:
        return not isinstance(fact, FileOpened) and (fact.about == self.about or fact.attachment_id in self.known)
