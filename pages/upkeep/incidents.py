"""What went wrong in the program: each kind once, how often, where, and when last."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.moments import show_number, when
from components.app.perform import act, look
from components.app.text import text
from components.table import Act, Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_, nt, t
from studio.upkeep.facts import IncidentsNoted, IncidentsSeen
from studio.upkeep.incidents import IncidentView, list_incidents, settle_incidents

KINDS = {"server": N_("This computer"), "browser": N_("Browser")}


async def draw() -> None:
    """The screen `/settings/incidents`."""
    await Incidents().draw()


def draw_link() -> None:
    """A section of the settings that leads there."""
    with ui.element("section").classes("settings-group").props("id=system"):
        text(t("System"), "", "h2")
        with ui.element("div").classes("setting"):
            with ui.element("div").classes("setting-words"):
                text(t("Incidents"), "medium", "div")
                said = text("", "second small", "div")
            with ui.element("div").classes("setting-control"):
                button(t("What went wrong"), icon="warning", to="/settings/incidents")

    async def count(_: object = None) -> None:
        new = (await look(list_incidents, new=True, size=1))[1]
        said.set_text(nt("{n} is new", "{n} are new", new) if new else t("Nothing new went wrong."))

    ui.timer(0, count, once=True)
    live((IncidentsNoted, IncidentsSeen), Gathering(count))


class Incidents:
    """One open list."""

    async def draw(self) -> None:
        with frame(t("Incidents"), active="/settings"):
            note = t(
                "Codes that were shown on a screen, and errors of browsers. The log holds the rest under the same code."
            )
            with head(t("Incidents"), note).end:
                button(t("Mark all as seen"), self._all_seen, icon="check")
            with ui.element("div").classes("body"):
                self.table = DataTable(
                    columns(),
                    self._load,
                    key="incidents",
                    label=t("Incidents"),
                    filters=filters(),
                    acts=[Act("seen", t("Mark as seen"), "check")],
                    on_act=self._act,
                    empty=Empty(
                        t("Nothing went wrong"), t("When something does, it stands here with its code."), "compass"
                    ),
                ).classes("wrapping")
        live((IncidentsNoted, IncidentsSeen), Gathering(self._follow))
        await self.table.load()

    async def _load(self, wanted: Wanted) -> Page:
        kind, new = wanted.filters.get("kind", ""), wanted.filters.get("state") == "new"
        try:
            found, total = await look(list_incidents, kind=kind, new=new, page=wanted.page, size=wanted.size)
        except Refusal as refusal:
            toast(refusal.text(), kind="stop")
            return Page([], 0)
        return Page([row(one) for one in found], total)

    async def _act(self, _: str, ids: list[str]) -> None:
        await act(settle_incidents, ids[0][:20])

    async def _all_seen(self) -> None:
        await act(settle_incidents)

    async def _follow(self, _: list[Any]) -> None:
        await self.table.load()


def columns() -> list[Column]:
    """The code first: it is what somebody reads out."""
    return [
        Column("code", t("Code"), "strong"),
        Column("state", t("State"), "mark"),
        Column("message", t("What went wrong")),
        Column("place", t("Where"), "quiet"),
        Column("kind", t("In")),
        Column("count", t("Times"), "number"),
        Column("last", t("Last"), "quiet"),
        Column("first", t("First"), "quiet", shown=False),
    ]


def filters() -> list[Filter]:
    return [
        Filter("state", t("State"), {"": t("All"), "new": t("New")}),
        Filter("kind", t("In"), {"": t("All")} | {kind: t(word) for kind, word in KINDS.items()}),
    ]


def row(one: IncidentView) -> dict[str, Any]:
    """One kind as the table shows it."""
    return {
        "id": one.code,
        "code": one.code,
        "state": mark_cell("none", t("Seen")) if one.seen_at else mark_cell("warn", t("New")),
        "message": one.message,
        "place": one.place,
        "kind": t(KINDS[one.kind]),
        "count": show_number(one.count),
        "last": when(one.last_at),
        "first": when(one.first_at),
        "acts": [] if one.seen_at else ["seen"],
    }
