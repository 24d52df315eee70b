"""All signed consents, and who is signing just now."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.moments import when
from components.app.perform import look
from components.app.who import current_actor
from components.table import Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from pages.consent.home import SEE as SEE_OPEN
from pages.consent.home import OpenLane
from pages.consent.verify import VERIFY, PdfCheck
from studio.consent.facts import PacketFact
from studio.consent.queries import PacketRow, list_packets
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, t

LIST, TEXTS = "consent.packet.list", "consent.template.see"


async def draw() -> None:
    """The screen `/consent`."""
    await ConsentList().draw()


class ConsentList:
    """One open list."""

    def __init__(self) -> None:
        self.checks = may(current_actor(), VERIFY, house().rights)
        self.check: PdfCheck | None = None

    async def draw(self) -> None:
        with frame(t("Consents"), active="/consent"):
            with head(t("Consents"), t("Signed word for word, sealed, and never changed afterwards.")).end:
                if may(current_actor(), TEXTS, house().rights):
                    button(t("Consent texts"), icon="note", to="/consent/templates")
                if self.checks:
                    button(t("Verify a PDF"), self._open_check, icon="shield", key="v")
            with ui.element("div").classes("body"):
                with ui.element("div").classes("consent-tools") as self.tools:
                    if may(current_actor(), SEE_OPEN, house().rights):
                        OpenLane().draw()
                self.table = DataTable(
                    columns(),
                    self._load,
                    key="consents",
                    label=t("Consents"),
                    filters=[state_filter()],
                    empty=Empty(
                        t("Nothing signed yet"),
                        t("Open a client and press “Consent”: they sign on a tablet, here, or on their phone."),
                        "swallow",
                        t("Clients"),
                        "/clients",
                    ),
                )
        live(PacketFact, Gathering(self._changed))
        await self.table.load()

    async def _load(self, wanted: Wanted) -> Page:
        state = wanted.filters.get("state", "")
        rows, total = await look(list_packets, page=wanted.page, size=wanted.size, state=state)
        return Page([shown(row) for row in rows], total)

    async def _changed(self, facts: list[PacketFact]) -> None:
        await self.table.changed(*(fact.packet_id for fact in facts))

    def _open_check(self) -> None:
        """Once; pressed again, it leads there."""
        if self.check is not None:
            self.check.drop.run_method("focus")
            return
        self.check = PdfCheck()
        with self.tools:
            self.check.draw()


def columns() -> list[Column]:
    """What one needs to find a packet."""
    return [
        Column("name", t("Client"), "strong"),
        Column("code", t("Code"), "code"),
        Column("state", t("State"), "mark"),
        Column("signed", t("Signed"), "quiet"),
        Column("text", t("Text"), "quiet"),
        Column("paper", t("Document"), "mark"),
    ]


def state_filter() -> Filter:
    """Standing or withdrawn."""
    return Filter("state", t("State"), {"": t("All"), "signed": t("Signed"), "withdrawn": t("Withdrawn")})


def shown(row: PacketRow) -> dict[str, Any]:
    """One packet as the table shows it."""
    return {
        "id": str(row.id),
        "to": f"/consent/{row.code}",
        "code": row.code,
        "name": row.client_name,
        "state": state_cell(row),
        "signed": when(row.signed_at),
        "text": f"{t('edition {n}', n=row.edition)}, {LANGUAGES.get(row.language, row.language)}",
        "paper": mark_cell("ok", t("Sealed")) if row.paper_at else mark_cell("wait", t("Being drawn")),
    }


def state_cell(row: PacketRow) -> dict[str, str]:
    """Signed, or taken back."""
    return mark_cell("none", t("Withdrawn")) if row.withdrawn_at else mark_cell("ok", t("Signed"))
