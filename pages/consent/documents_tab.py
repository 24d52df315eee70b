"""The tab of a client with every sealed PDF about them, newest first; it follows what is put on file."""

from __future__ import annotations

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.drawings import drawing
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import when
from components.app.perform import look
from components.app.text import text
from studio.clients.queries import ClientCard
from studio.documents.facts import DocumentKept
from studio.documents.queries import DocumentLine, documents_of
from studio.kernel.subject import Subject
from studio.kernel.text import t

SIZE = 25


async def draw_documents(card: ClientCard) -> None:
    """The tab itself."""
    with ui.element("div").classes("profile-one"):
        await Documents(card).draw()


class Documents:
    """The list of one open profile."""

    place: Element

    def __init__(self, card: ClientCard) -> None:
        self.about, self.shown = Subject("client", card.id), SIZE

    async def draw(self) -> None:
        self.place = ui.element("div").classes("stack")
        live(DocumentKept, Gathering(lambda _: self._load()), when=lambda fact: fact.about == self.about)
        await self._load()

    @in_turn
    async def _load(self) -> None:
        found = await look(documents_of, self.about)
        self.place.clear()
        with self.place:
            if not found:
                nothing()
                return
            with ui.element("ul").classes("ruled"):
                for line in found[: self.shown]:
                    draw_document(line)
            if len(found) > self.shown:
                button(t("Show older"), self._older, icon="down")

    async def _older(self) -> None:
        self.shown += SIZE
        await self._load()


def nothing() -> None:
    with ui.element("div").classes("empty"):
        drawing("envelope")
        text(t("No documents yet"), "", "h2")
        text(t("Each signed consent is drawn as a sealed PDF and kept here."), "", "p")


def draw_document(line: DocumentLine) -> None:
    """One sealed PDF."""
    with ui.element("li").classes("packet-row"):
        with ui.element("div").classes("grow stack tight"):
            text(f"{line.title} · {t('Consent')}", "medium")
            text(f"{when(line.at)} · {t('{n} KB', n=max(1, line.size // 1024))}", "small second")
        status_mark("ok", t("Sealed"))
        if line.readable and line.kind == "consent":
            made = button(t("PDF"), icon="download", to=f"/consent/{line.title}/consent.pdf")
            made.props.update({"target": "_blank", "aria-label": t("PDF of {code}", code=line.title)})
        record = button(t("Record"), to=f"/consent/{line.title}", kind="bare")
        record.props["aria-label"] = t("Record of {code}", code=line.title)
