"""Every sealed document on file: what it is about, who put it there, and whether it still is as it was sealed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.moments import when
from components.app.perform import look
from components.app.who import current_actor
from components.table import Act, Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from pages.documents.words import sealed_word
from studio.documents.facts import DocumentKept
from studio.documents.queries import DocumentLine, list_documents, verify_kept
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

VERIFY, OPEN = "documents.document.verify", "documents.document.open"


async def draw() -> None:
    """The screen `/documents/sealed`."""
    await SealedList().draw()


class SealedList:
    """One open list."""

    table: DataTable

    async def draw(self) -> None:
        self.verdicts: dict[str, dict[str, str]] = {}
        with frame(t("Sealed documents"), active="/documents"):
            note = t("Drawn, sealed with the studio's own key, and kept as they were.")
            head(t("Sealed documents"), note)
            live(DocumentKept, Gathering(lambda heard: self.table.changed(*(one.document_id for one in heard))))
            kinds = (await look(list_documents, size=1)).kinds
            with ui.element("div").classes("body"):
                self.table = DataTable(
                    _columns(), self._load, key="documents", label=t("Sealed documents"), filters=[_kinds(kinds)],
                    acts=self._acts(), on_act=self._do, search=t("Code or title"), empty=_empty(),
                )  # fmt: skip
        await self.table.load()

    async def _load(self, wanted: Wanted) -> Page:
        kind = wanted.filters.get("kind", "")
        found = await look(list_documents, q=wanted.q, kind=kind, page=wanted.page, size=wanted.size)
        return Page([self._row(one) for one in found.items], found.total)

    async def _do(self, name: str, ids: list[str]) -> None:
        if name == "open":
            ui.navigate.to(f"/documents/sealed/{ids[0]}/sealed.pdf", new_tab=True)
        elif name == "verify":
            await self._verify(ids[0])

    async def _verify(self, document_id: str) -> None:
        """The copy kept here, against its seal; the row keeps the answer while the list is open."""
        try:
            verdict = await look(verify_kept, UUID(document_id))
        except Refusal as refusal:
            self.verdicts[document_id] = mark_cell("stop", t("Damaged"))
            toast(refusal.text(), kind="stop")
        else:
            whole = verdict.state == "valid"
            self.verdicts[document_id] = mark_cell("ok" if whole else "stop", t("Valid") if whole else t("Altered"))
            toast(verdict.text, kind="" if whole else "stop")
        await self.table.load()

    def _row(self, one: DocumentLine) -> dict[str, Any]:
        return {
            "id": str(one.id),
            "acts": ["open", "verify"] if one.readable else ["verify"],
            "title": one.title or sealed_word(one.kind),
            "kind": sealed_word(one.kind),
            "about": one.about_name,
            "at": when(one.at),
            "by": one.by_name or t("By itself"),
            "size": t("{n} KB", n=max(1, one.size // 1024)),
            "seal": self.verdicts.get(str(one.id)) or mark_cell("none", t("Sealed")),
        }

    def _acts(self) -> list[Act]:
        allowed = [(OPEN, Act("open", t("Open the PDF"), "out")), (VERIFY, Act("verify", t("Verify"), "shield"))]
        return [made for right, made in allowed if may(current_actor(), right, house().rights)]


def _columns() -> list[Column]:
    return [
        Column("title", t("Document"), "strong"),
        Column("about", t("About"), "text"),
        Column("seal", t("Seal"), "mark"),
        Column("kind", t("Kind"), "quiet"),
        Column("at", t("Date"), "quiet"),
        Column("by", t("Put on file by"), "text"),
        Column("size", t("Size"), "number"),
    ]


def _kinds(there: tuple[str, ...]) -> Filter:
    return Filter("kind", t("Kind"), {"": t("All"), **{kind: sealed_word(kind) for kind in there}})


def _empty() -> Empty:
    words = t("Each signed consent is drawn as a sealed PDF and kept here.")
    return Empty(t("No documents yet"), words, "envelope", t("Consents"), "/consent")
