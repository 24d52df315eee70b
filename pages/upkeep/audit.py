"""The audit: who did what, when, and what changed, for those who answer for the studio."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from nicegui import ui

from components.app import theme
from components.app.button import button
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.moments import show_number, when
from components.app.perform import look
from components.app.who import current_actor
from components.table import Column, DataTable, Empty, Page, Wanted
from pages.upkeep.audit_checking import Verification
from pages.upkeep.audit_entry import show_entry
from pages.upkeep.audit_file import take_out
from pages.upkeep.audit_seeking import filters, sought
from pages.upkeep.audit_values import in_short
from studio.extension.registry import may
from studio.kernel.facts import Fact
from studio.kernel.history import Event
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.upkeep.checking import CHECK, TAKE_OUT
from studio.upkeep.queries import journal_began, seek_journal, who_acted

theme.also(Path(__file__).parent / "audit.css")


async def draw(subject: str = "", entry: str = "") -> None:
    """The screen `/audit`; `subject` leaves one thing alone, `entry` opens one entry."""
    await Audit(subject[:80]).draw(await look(who_acted), await look(journal_began), entry)


class Audit:
    """One open audit."""

    table: DataTable

    def __init__(self, subject: str) -> None:
        self.subject = subject

    async def draw(self, people: Mapping[str, str], began: datetime | None, entry: str) -> None:
        with frame(t("Audit"), active="/audit"):
            head(t("Audit"), t("Everything that was done here, by whom, and what it changed."))
            with ui.element("div").classes("body"):
                if self._may(CHECK):
                    await Verification().draw()
                if self.subject:
                    button(t("Show everything again"), icon="close", to="/audit").classes("audit-all")
                self._table(people, began)
        live(Fact, Gathering(self._follow))
        await self.table.load()
        if entry.isascii() and entry.isdigit() and len(entry) < 10:
            await self.open(entry)

    def _table(self, people: Mapping[str, str], began: datetime | None) -> None:
        self.table = DataTable(
            columns(),
            self.load,
            key="audit",
            label=t("Audit"),
            filters=filters(people, began),
            on_open=self.open,
            exports=["csv"] if self._may(TAKE_OUT) else [],
            on_export=self._export,
            empty=Empty(t("Nothing happened yet"), t("Each act in the studio stands here, newest first.")),
            search=t("Words, name or number"),
        ).classes("wrapping audit")

    async def load(self, wanted: Wanted) -> Page:
        """One page of entries."""
        try:
            asked = await sought(wanted, self.subject)
            found, total = await look(seek_journal, asked, page=wanted.page, size=wanted.size)
        except Refusal as refusal:
            toast(refusal.text(), kind="stop")
            return Page([], 0)
        return Page([row(event) for event in found], total)

    async def open(self, no: str) -> None:
        """One entry in full."""
        await show_entry(int(no))

    async def _export(self, kind: str, wanted: Wanted) -> None:
        await take_out(await sought(wanted, self.subject))

    async def _follow(self, _: list[Any]) -> None:
        """Something happened: whoever reads the newest page sees it come."""
        if self.table.wanted.page == 1:
            await self.table.load()

    def _may(self, permission: str) -> bool:
        return may(current_actor(), permission, house().rights)


def columns() -> list[Column]:
    """What one reads first."""
    return [
        Column("sentence", t("What happened"), "strong"),
        Column("when", t("When"), "quiet"),
        Column("changed", t("Changed")),
        Column("no", t("Entry"), "number", on_card=False),
    ]


def row(event: Event) -> dict[str, Any]:
    """One entry as the table shows it."""
    return {
        "id": str(event.no),
        "sentence": event.sentence[:1].upper() + event.sentence[1:],
        "when": when(event.at),
        "changed": in_short(event),
        "no": show_number(event.no),
    }
