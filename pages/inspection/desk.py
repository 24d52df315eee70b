"""The screen `/inspection`: records between two days, who may look at them, and taking them along."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.moments import here, now_here, reading_locale, show_date, show_number, show_time
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.form import DateField, choice_field, seg_field
from components.table import Column, DataTable, Empty, Page, Wanted
from pages.inspection.taking import Taking, draw_bundles
from pages.inspection.visits import draw_visits, let_in
from studio.extension.inspected import Cell, Inspected, Line
from studio.extension.registry import may
from studio.inspection.actions import ask_bundle, look_at_records, open_visit
from studio.inspection.facts import InspectionFact
from studio.inspection.queries import bundles, inspection_desk, visits
from studio.kernel.house import house
from studio.kernel.text import t

FEW = 4
"""Lists that stand side by side; more are chosen from."""
AT_FIRST = 8
"""Columns in sight before somebody asks for the rest."""
A_YEAR = timedelta(days=365)


async def draw() -> None:
    """The screen."""
    await Inspection().draw()


class Inspection:
    """One open screen."""

    place: Element
    above: Element
    below: Element

    def __init__(self) -> None:
        rights, actor = house().rights, current_actor()
        self.lets_in = may(actor, open_visit.needs, rights)
        self.sees = may(actor, visits.needs, rights)
        self.takes = may(actor, ask_bundle.needs, rights)
        today = now_here().date()
        self.first: date | None = today - A_YEAR
        self.last: date | None = today

    async def draw(self) -> None:
        with frame(t("Inspection"), active="/inspection"):
            lead = t("What the studio lays before an inspector, and who is looking.")
            with head(t("Inspection"), lead).end:
                if self.lets_in:
                    button(t("Let an inspector in"), let_in, kind="primary", icon="eye", key="n")
            with ui.element("div").classes("body stack loose inspection"):
                self.above = ui.element("div").classes("stack loose")
                self.place = ui.element("div").classes("stack loose")
                self.below = ui.element("div").classes("stack loose")
        live(InspectionFact, lambda _: self._around())
        desk = await look(inspection_desk)
        self.lists = {one.key: one for one in desk.lists}
        with self.place:
            self._days()
            self.shown = ui.element("div").classes("stack")
            if self.takes:
                Taking(desk.in_full, self._typed).draw()
        await self._around()
        await self._list(next(iter(self.lists)))

    @in_turn
    async def _around(self) -> None:
        """Who looks, and what was taken: it changes while somebody is here."""
        who = await look(visits) if self.sees else ()
        taken = await look(bundles) if self.takes else ()
        self.above.clear()
        with self.above:
            draw_visits(who, self.lets_in)
        self.below.clear()
        with self.below:
            draw_bundles(taken)

    def _days(self) -> None:
        locale = reading_locale()
        with ui.element("div").classes("inspection-days"):
            self.from_field = DateField(t("First day"), self.first, locale=locale, required=True)
            self.to_field = DateField(t("Last day"), self.last, locale=locale, required=True)
            button(t("Show"), self._show, icon="search")
        names = {key: t(one.title) for key, one in self.lists.items()}
        make = seg_field if len(names) <= FEW else choice_field
        self.choice = make(t("List"), names, next(iter(names), None), on_change=self._chosen)

    async def _chosen(self) -> None:
        if self.choice.value in self.lists:
            await self._list(str(self.choice.value))

    async def _show(self) -> None:
        """The list of the days that are typed."""
        self.first, self.last = self._typed()
        await self.table.load()

    def _typed(self) -> tuple[date | None, date | None]:
        return self.from_field.day, self.to_field.day

    async def _list(self, key: str) -> None:
        one = self.lists[key]
        self.shown.clear()
        with self.shown:
            text(t(one.tells), "second", "p")
            self.table = DataTable(
                columns_of(one),
                lambda wanted: self._load(one, wanted),
                key=f"inspection-{key}",
                label=t(one.title),
                empty=Empty(t("Nothing in these days"), t("Choose other days above."), "lens"),
            )
        await self.table.load()

    async def _load(self, one: Inspected, wanted: Wanted) -> Page:
        page = await act(look_at_records, one.key, self.first, self.last, wanted.page, wanted.size)
        if page is None:
            return Page([], 0)
        return Page([row_of(line) for line in page.lines], page.total)


def columns_of(one: Inspected) -> list[Column]:
    """Its columns, the later ones on demand; names by their place, since rooms know no screens."""
    return [
        Column(f"c{at}", t(title), "strong" if at == 0 else "text", shown=at < AT_FIRST, on_card=at < AT_FIRST)
        for at, title in enumerate(one.columns)
    ]


def row_of(line: Line) -> Mapping[str, Any]:
    """One record as the table shows it."""
    told = {f"c{at}": said(cell) for at, cell in enumerate(line.cells)}
    return {"id": line.id, **({"to": line.to} if line.to else {}), **told}


def said(cell: Cell) -> str:
    """A cell as people here write it."""
    if isinstance(cell, datetime):
        return f"{show_date(here(cell).date())}, {show_time(cell)}"
    if isinstance(cell, date):
        return show_date(cell)
    return show_number(cell) if isinstance(cell, int) else cell or ""
