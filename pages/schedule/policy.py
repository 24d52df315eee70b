"""Deposits and cancelling: the rules in force in the words clients sign, and what is asked in advance."""

from __future__ import annotations

from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.perform import attempt, look
from components.app.text import text
from components.form import Form, NumberField
from pages.schedule.deposits import Deposits
from studio.kernel.text import t
from studio.schedule.actions import set_policy
from studio.schedule.facts import PolicyChanged
from studio.schedule.queries import policy
from studio.schedule.rules.policy import Policy
from studio.schedule.rules.terms import terms_text

HERE, SEE = "/settings/deposits", "schedule.policy.edit"


async def draw() -> None:
    """The screen `/settings/deposits`."""
    title = t("Deposits and cancelling")
    with frame(title, active="/settings"):
        head(title, t("Bookings keep the rules they were made under; new ones get those in force."))
        with ui.element("div").classes("body stack loose"):
            rules, deposits = Rules(), Deposits()
            live(PolicyChanged, lambda _: deposits.load())
            await rules.load()
            await deposits.load()


class Rules:
    """The edition in force, to be changed into the next."""

    def __init__(self) -> None:
        self.place = ui.element("section").classes("panel stack loose narrow")

    @in_turn
    async def load(self) -> None:
        now = await look(policy)
        self.place.clear()
        with self.place:
            self._fill(now)

    def _fill(self, now: Policy) -> None:
        with ui.element("div").classes("line apart wrap"):
            text(t("Moving and cancelling"), "", "h2")
            if now.number:
                status_mark("ok", t("Rules no {n}", n=now.number))
            else:
                status_mark("wait", t("Not set yet: clients sign none"))

        async def save(values: dict[str, Any]) -> Any:
            done = await attempt(set_policy, form, **values)
            if done is not None:
                toast(t("Rules no {n} are in force.", n=done.number))
                await self.load()
            return done

        with Form(save) as form:
            with ui.element("div").classes("three"):
                form.field(
                    "notice_hours", NumberField(t("Free until"), now.notice_hours, unit=t("h before"), required=True)
                )
                form.field("free_moves", NumberField(t("Moves without loss"), now.free_moves, required=True))
                form.field(
                    "late_minutes",
                    NumberField(t("Missed when later than"), now.late_minutes, unit=t("min"), required=True),
                )
            text(t("Clients initial this with their consent:"), "second small", "p")
            text(terms_text(now), "prose", "p")
            form.acts(t("Put into force"))


def draw_section() -> None:
    """The way here from the settings."""
    with ui.element("section").classes("settings-group").props("id=deposits-and-cancelling"):
        text(t("Deposits and cancelling"), "", "h2")
        with ui.element("div").classes("setting"):
            with ui.element("div").classes("setting-words"):
                text(t("Deposits by kind and artist, and the rules for moving and cancelling."), "second small", "div")
            with ui.element("div").classes("setting-control"):
                button(t("Read or change"), to=HERE)
