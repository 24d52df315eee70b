"""One paper: its text in every language side by side, published from here, and each edition there was."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import show_moment
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from pages.clients.handover import greet
from pages.documents.editions import Editions
from pages.documents.list import EDIT
from pages.documents.reading import draw_text
from pages.documents.words import STATES, meant_for, tongues
from pages.documents.writing import Writing
from studio.documents.papers.actions import archive_paper, restore_paper
from studio.documents.papers.facts import PaperFact
from studio.documents.papers.queries import PaperView, paper
from studio.documents.papers.shipped import PROPOSED
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import nearest, t

ARCHIVE = "documents.paper.archive"


async def draw(key: str) -> None:
    """The screen `/documents/papers/{key}`."""
    page = OnePaper(await look(paper, key))
    with frame(page.view.line.title, active="/documents"):
        live(PaperFact, do=lambda _: page.follow(), when=lambda fact: fact.key == key)
        page.place = ui.element("div")
        await page.draw()
    greet()


class OnePaper:
    """What stands on the page now."""

    place: Element
    writing: Writing | None = None

    def __init__(self, view: PaperView) -> None:
        self.view = view

    @in_turn
    async def draw(self) -> None:
        line = self.view.line
        self.place.clear()
        with self.place:
            with head(line.title, meant_for(line)).end:
                self._acts()
            with ui.element("div").classes("body stack loose"):
                self._standing()
                if self._writes():
                    self.writing = Writing(self.view, self._again)
                    self.writing.draw()
                else:
                    self.writing = None
                    draw_text(self.view.contents or self.view.writing)
                if self.view.editions:
                    Editions(self.view).draw()

    async def follow(self) -> None:
        """Somebody changed it; a form that is being typed in stays, and is told when it is saved."""
        if self.writing is not None and self.writing.dirty:
            return
        await self._again()

    async def _again(self) -> None:
        self.view = await look(paper, self.view.line.key)
        await self.draw()

    def _acts(self) -> None:
        line = self.view.line
        tag = nearest(current_actor().language)
        for words, icon, file in ((t("As guests see it"), "eye", "look"), (t("PDF"), "print", "paper.pdf")):
            to = f"/documents/papers/{line.key}/{file}?lang={tag}"
            button(words, icon=icon, to=to).props("target=_blank")
        if self._may(ARCHIVE):
            if line.state == "archived":
                button(t("Restore"), self._restore, icon="undo")
            else:
                button(t("Archive"), self._archive, icon="archive")

    def _standing(self) -> None:
        line = self.view.line
        mark, word = STATES[line.state]
        with ui.element("div").classes("line wrap"):
            status_mark(mark, t(word))
            if line.number:
                text(t("Edition {n}", n=line.number), "second")
            if line.since:
                text(t("since {when}", when=show_moment(line.since)), "second")
            if line.source == "shipped" and line.state == "in_use":
                text(t("As it came with Linework"), "second")
            if line.missing:
                status_mark("warn", t("Missing: {languages}", languages=tongues(line.missing)))
        if line.state == "proposal" and line.kind in PROPOSED:
            with ui.element("div").classes("band info"):
                words = t("A proposal, no legal advice. Make it yours and publish it: guests see it from then on.")
                text(words, "grow")

    async def _archive(self) -> None:
        key = self.view.line.key
        if await act(archive_paper, key):
            toast(t("Archived. What was given and signed stays."), lambda: act(restore_paper, key))

    async def _restore(self) -> None:
        key = self.view.line.key
        if await act(restore_paper, key):
            toast(t("It is in use again."), lambda: act(archive_paper, key))

    def _writes(self) -> bool:
        return self._may(EDIT) and self.view.line.state != "archived"

    def _may(self, permission: str) -> bool:
        return may(current_actor(), permission, house().rights)
