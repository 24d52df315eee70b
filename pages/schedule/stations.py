"""Where one works: chairs, benches and rooms in the studio's order; and the days on which the studio is shut."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import refuse, toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form, check_field, choice_field, long_field, text_field
from components.table import Act, Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from pages.schedule.closures import Closures
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.schedule.actions import add_station, archive_station, edit_station, order_stations, restore_station
from studio.schedule.facts import ClosuresChanged, Reordered, StationFact
from studio.schedule.queries import Station, list_stations, station
from studio.schedule.words import STATIONS

EDIT = "schedule.station.edit"
OWN = "position"


async def draw() -> None:
    """The screen `/stations`."""
    page = StationsPage()
    with frame(t("Stations"), active="/stations"):
        page.draw()
    live((StationFact, Reordered, ClosuresChanged), Gathering(page.follow))
    await page.table.load()
    await page.closures.load()


class StationsPage:
    """The table and its acts."""

    table: DataTable

    def draw(self) -> None:
        with head(t("Stations"), t("Chairs, benches and rooms; each holds one booking at a time.")).end:
            if _edits():
                button(t("New station"), partial(self.ask, None), kind="primary", icon="plus", key="n")
        with ui.element("div").classes("body stack wide"):
            self.table = DataTable(
                _columns(),
                self.load,
                key="stations",
                label=t("Stations"),
                filters=[Filter("state", t("Show"), _states())],
                acts=_acts(),
                on_act=self.do,
                empty=Empty(
                    t("No stations yet"), t("Where people work stands here; the first is set up above."), "chair"
                ),
                search=t("Name or code"),
                start=Wanted(sort=OWN),
                movable=OWN if _edits() else "",
                on_order=self.order,
            )
            self.closures = Closures()
            self.closures.draw()

    async def load(self, wanted: Wanted) -> Page:
        """One page of rows."""
        sort = ("-" if wanted.descending else "") + (wanted.sort or OWN)
        asked = {"q": wanted.q, "state": wanted.filters.get("state", ""), "sort": sort}
        try:
            found = await look(list_stations, page=wanted.page, size=wanted.size, **asked)
        except Refusal as refusal:
            refuse(refusal)
            return Page([], 0)
        return Page([_row(one) for one in found.items], found.total)

    async def follow(self, heard: list[Any]) -> None:
        """Somebody changed them."""
        await self.table.changed(*(fact.station_id for fact in heard if isinstance(fact, StationFact)))
        if any(isinstance(fact, ClosuresChanged) for fact in heard):
            await self.closures.load()

    async def do(self, name: str, ids: list[str]) -> None:
        """An act on one row."""
        row, one = self.table.row(ids[0]), UUID(ids[0])
        if row and name == "open":
            ui.navigate.to(row["to"])
        elif row and name == "edit":
            chosen = await look(station, one)
            with ui.context.client.content:
                await self.ask(chosen)
        elif row and name == "archive":
            await self._archive(one, row["name"])
        elif row and name == "restore":
            await self._restore(one, row["name"])

    async def _archive(self, one: UUID, name: str) -> None:
        if await act(archive_station, one):
            toast(t("{name} is archived.", name=name), partial(act, restore_station, one))

    async def _restore(self, one: UUID, name: str) -> None:
        if await act(restore_station, one):
            toast(t("{name} is back.", name=name), partial(act, archive_station, one))

    async def order(self, ids: list[str]) -> None:
        """As somebody has put them."""
        if await act(order_stations, [UUID(one) for one in ids]):
            toast(t("The order is changed."))

    async def ask(self, one: Station | None) -> None:
        """The form."""
        title = one.name if one else t("New station")

        async def save(values: dict[str, Any]) -> Any:
            if one is None:
                done = await attempt(add_station, form, values)
            else:
                done = await attempt(edit_station, form, one.id, values, one.version)
            if done is not None:
                dialog.submit(done)
            return done

        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
            text(title, "", "h2")
            with Form(save) as form:
                form.field("name", text_field(t("Name"), one.name if one else "", required=True))
                kinds = {key: t(word) for key, word in STATIONS.items()}
                form.field("kind", choice_field(t("Kind"), kinds, one.kind if one else "chair"))
                form.field("equipment", long_field(t("Equipment"), one.equipment if one else "", rows=2))
                form.field("active", check_field(t("Can be booked now"), one.active if one else True))
                with form.acts(t("Save changes") if one else t("Set it up")):
                    button(t("Cancel"), lambda: dialog.submit(None))
        dialog.props["aria-label"] = title
        made = await answer(dialog)
        if made is not None and one is None:
            toast(
                t("{name} is set up as {code}.", name=made.name, code=made.code), partial(act, archive_station, made.id)
            )
        elif made is not None:
            toast(t("Saved."))


def _row(one: Station) -> dict[str, Any]:
    away = one.archived_at is not None
    state = mark_cell("none", t("Archived")) if away else None if one.active else mark_cell("wait", t("Not bookable"))
    return {
        "id": str(one.id),
        "to": f"/calendar?by=stations&who={one.code}&view=week",
        "acts": ["open", "restore"] if away else ["open", "edit", "archive"],
        "name": one.name,
        "kind": t(STATIONS[one.kind]),
        "equipment": one.equipment,
        "state": state,
        "code": one.code,
        OWN: str(one.position),
    }


def _columns() -> list[Column]:
    return [
        Column("name", t("Name"), "strong", sortable=True),
        Column("kind", t("Kind"), "text"),
        Column("state", t("State"), "mark"),
        Column("equipment", t("Equipment"), "quiet"),
        Column("code", t("Code"), "code", sortable=True, on_card=False),
        Column(OWN, t("Our order"), "quiet", sortable=True, on_card=False),
    ]


def _states() -> dict[str, str]:
    return {"": t("All"), "active": t("Bookable"), "paused": t("Not bookable"), "archived": t("Archived")}


def _acts() -> list[Act]:
    found = [Act("open", t("In the calendar"), "calendar")]
    if not _edits():
        return found
    moves = [Act("archive", t("Archive"), "archive"), Act("restore", t("Restore"), "undo")]
    return [*found, Act("edit", t("Change"), "edit"), *moves]


def _empty() -> Empty:
    return Empty(t("No stations yet"), t("Where people work stands here; the first is set up above."), "chair")


def _edits() -> bool:
    return may(current_actor(), EDIT, house().rights)
