"""All alerts of one person: open, put off, and what is over."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

from nicegui import ui

from components.alerts import DeviceNews
from components.app import theme
from components.app.button import button
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.moments import show_moment, show_wait
from components.app.perform import act, look
from components.app.who import current_actor
from components.table import Act, Column, DataTable, Empty, Filter, Page, Wanted, mark_cell
from pages.messages.bell import elsewhere
from pages.messages.showing import SNOOZES, mark_of, mark_read, put_off
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.messages.actions import read_all_alerts, unsnooze_alert
from studio.messages.facts import AlertFact
from studio.messages.queries import AlertView, my_alerts

theme.also(Path(__file__).parent / "messages.css")


async def draw() -> None:
    """The screen `/alerts`."""
    await Alerts().draw()


class Alerts:
    """One open list."""

    async def draw(self) -> None:
        rights, actor = house().rights, current_actor()
        with frame(t("Alerts"), active="/alerts"):
            with head(t("Alerts"), t("What you should know of. It leaves by itself once it is over.")).end:
                if may(actor, "messages.route.change", rights):
                    button(t("Who is told"), icon="people", to="/alerts/routes")
                if may(actor, "messages.letter.see", rights):
                    button(t("Outbox"), icon="mail", to="/outbox")
                button(t("Mark all as read"), self._read_all, icon="check")
            with ui.element("div").classes("body"):
                self.table = DataTable(
                    columns(),
                    self._load,
                    key="alerts",
                    label=t("Alerts"),
                    filters=[state_filter()],
                    acts=acts(),
                    on_act=self._act,
                    empty=Empty(
                        t("Nothing needs you"),
                        t("Forms that wait too long, a full disk, a letter that does not leave: it is told here."),
                        "compass",
                    ),
                ).classes("wrapping")
                DeviceNews()
        live(AlertFact, Gathering(self._changed), when=lambda fact: not elsewhere(fact, actor.id))
        await self.table.load()

    async def _load(self, wanted: Wanted) -> Page:
        state = wanted.filters.get("state") or "open"
        found, total = await look(my_alerts, state=state, page=wanted.page, size=wanted.size)
        return Page([row(one) for one in found], total)

    async def _act(self, name: str, ids: list[str]) -> None:
        alert_id = UUID(ids[0])
        if name == "read":
            await mark_read(alert_id)
        elif name == "wake":
            await act(unsnooze_alert, alert_id)
        else:
            await put_off(alert_id, name)

    async def _read_all(self) -> None:
        await act(read_all_alerts)

    async def _changed(self, facts: list[Any]) -> None:
        await self.table.changed(*(getattr(fact, "alert_id", "") for fact in facts))


def columns() -> list[Column]:
    """What one needs to choose."""
    return [
        Column("sentence", t("Alert"), "strong"),
        Column("urgency", t("Urgency"), "mark"),
        Column("news", t("News"), "tags"),
        Column("since", t("Since"), "quiet"),
    ]


def state_filter() -> Filter:
    """Open ones first: the others are there for those who look for them."""
    return Filter("state", t("State"), {"": t("Still open"), "snoozed": t("Put off"), "settled": t("Over")})


def acts() -> list[Act]:
    """What can be done with one."""
    return [
        Act("read", t("Mark as read"), "check"),
        *(Act(choice, t(words), "clock") for choice, words in SNOOZES.items()),
        Act("wake", t("Take it up again"), "undo"),
    ]


def row(one: AlertView) -> dict[str, Any]:
    """One alert as the table shows it."""
    return {
        "id": str(one.id),
        "to": one.to,
        "sentence": one.sentence,
        "urgency": mark_cell(*mark_of(one.urgency)),
        "news": [t("New")] if one.read_at is None and one.settled_at is None and not one.snoozed_until else [],
        "since": since(one),
        "acts": allowed(one),
    }


def since(one: AlertView) -> str:
    """When it began, comes back, or was over."""
    if one.settled_at:
        return t("over since {when}", when=show_moment(one.settled_at))
    if one.snoozed_until:
        return t("back {when}", when=show_moment(one.snoozed_until))
    return show_wait(one.raised_at)


def allowed(one: AlertView) -> list[str]:
    """What makes sense with it now."""
    if one.settled_at:
        return []
    if one.snoozed_until:
        return ["wake"]
    return [*(["read"] if one.read_at is None else []), *SNOOZES]
