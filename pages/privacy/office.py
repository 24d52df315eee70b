"""The screen `/privacy`: what is due, how long things are kept, who is held back, what was asked and done."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import confirm, toast
from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import show_date, show_moment
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.form import Form, NumberField, text_field
from pages.jurisdiction.words import SINCE
from pages.privacy.breach import ask_views
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import N_, nt, t
from studio.privacy.actions import change_keeping, end_records, lift_hold, take_views_out
from studio.privacy.facts import PrivacyFact
from studio.privacy.keeping import Kept
from studio.privacy.queries import (
    DueLine,
    HoldLine,
    RequestLine,
    due_lines,
    holds,
    over_lines,
    requests,
    times_kept,
)

KINDS = {"file": N_("Person file"), "erasure": N_("Erased"), "retention": N_("Records whose time was over")}


async def draw() -> None:
    """The screen."""
    await Office().draw()


class Office:
    """One open screen."""

    body: Element

    def __init__(self) -> None:
        rights, actor = house().rights, current_actor()
        self.ends = may(actor, end_records.needs, rights)
        self.changes = may(actor, change_keeping.needs, rights)
        self.reports = may(actor, take_views_out.needs, rights)
        self.lifts = may(actor, lift_hold.needs, rights)

    async def draw(self) -> None:
        with frame(t("Privacy"), active="/privacy"):
            lead = t("How long things are kept, what is due, and what people asked about their data.")
            with head(t("Privacy"), lead).end:
                if self.reports:
                    button(t("Who saw what"), ask_views, icon="eye")
            self.body = ui.element("div").classes("body stack loose")
        live(PrivacyFact, lambda _: self._show())
        await self._show()

    @in_turn
    async def _show(self) -> None:
        due, times, held = await look(due_lines), await look(times_kept), await look(holds)
        asked, _ = await look(requests)
        self.body.clear()
        with self.body:
            self._due([line for line in due if line.count or line.held])
            self._holds(held)
            self._requests(asked)
            self._times(times)

    def _due(self, lines: list[DueLine]) -> None:
        titled(t("Kept long enough"), t("What the rules say can go now. Nothing has been touched."))
        if not lines:
            text(t("Nothing is due."), "second", "p")
            return
        with table(t("What"), t("How many"), t("Oldest"), t("Held back"), ""):
            for line in lines:
                oldest = show_date(line.oldest) if line.oldest else ""
                with row(line.title, str(line.count), oldest, str(line.held or "")), ui.element("td"):
                    if line.count:
                        button(t("Show"), partial(show_over, line), icon="eye")
        if self.ends and any(line.count for line in lines):
            with ui.element("div").classes("line"):
                button(t("End these records"), partial(end_them, lines), kind="stop", icon="trash")

    def _holds(self, held: tuple[HoldLine, ...]) -> None:
        titled(t("Held back from erasing"), t("A hold wins over every rule. It is placed on the client's page."))
        if not held:
            text(t("Nobody is held back."), "second", "p")
            return
        with table(t("Client"), t("Why"), t("Until"), t("By"), ""):
            for line in held:
                until = show_date(line.until) if line.until else t("until it is lifted")
                name = f"{line.name} · {line.code}"
                with row(name, line.reason, until, line.placed_by, to=f"/clients/{line.code}"), ui.element("td"):
                    if self.lifts:
                        button(t("Lift"), partial(lift, line))

    def _requests(self, asked: list[RequestLine]) -> None:
        titled(t("Asked and done"), "")
        if not asked:
            text(t("Nothing yet. Person files and erasing begin on the client's page."), "second", "p")
            return
        with table(t("When"), t("What"), t("Client"), t("By"), t("State")):
            for line in asked:
                who = line.by_name or t("by itself")
                with row(show_moment(line.at), t(KINDS[line.kind]), line.code, who), ui.element("td"):
                    done = line.finished_at is not None or line.kind == "file"
                    status_mark("ok" if done else "wait", t("Done") if done else t("Last traces are being removed"))

    def _times(self, times: tuple[Kept, ...]) -> None:
        titled(t("How long records are kept"), t("From the country's rules; the owner may change them, with a reason."))
        with table(t("What"), t("Kept"), t("Why"), ""):
            for one in times:
                kept = nt("{n} month", "{n} months", one.months) + f" {t(SINCE[one.since])}"
                with row(one.name, kept, one.changed_why or one.reason), ui.element("td"):
                    if self.changes:
                        button(t("Change"), partial(change_time, one), icon="edit")


async def show_over(line: DueLine) -> None:
    """The first of what would go."""
    found = await look(over_lines, line.table)
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(line.title, "", "h2")
        text(nt("{n} would go.", "{n} would go.", line.count), "second", "p")
        with table(t("Kept since"), t("Client")):
            for one in found:
                with row(show_date(one.since), " · ".join(filter(None, (one.name, one.code))) or t("nobody on file")):
                    pass
        button(t("Close"), dialog.close)
    dialog.props["aria-label"] = line.title
    await answer(dialog)


async def end_them(lines: list[DueLine]) -> None:
    """Ask once."""
    total = sum(line.count for line in lines)
    body = t("They cannot be brought back. Numbers, days and digests of signed papers stay.")
    title = nt("End {n} record?", "End {n} records?", total)
    if not await confirm(title, body, t("End these records"), stop=True):
        return
    if await act(end_records):
        toast(t("What was over is gone."))


async def lift(line: HoldLine) -> None:
    body = t("The rules count again for {name}.", name=line.name)
    if await confirm(t("Lift this hold?"), body, t("Lift the hold")):
        await act(lift_hold, line.id)


async def change_time(one: Kept) -> None:
    """Other months, with a reason; or those of the rules again."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(one.name, "", "h2")
        rule = nt("{n} month", "{n} months", one.rule)
        text(t("The country's rules say {rule}: {why}", rule=rule, why=one.reason), "second", "p")

        async def save(values: dict[str, Any]) -> bool | None:
            months = values["months"] if values["months"] is not None else -1
            done = await _changed(form, one.record, months, values["reason"])
            if done:
                dialog.submit(True)
            return done

        async def back() -> None:
            if await _changed(form, one.record, None, ""):
                dialog.submit(True)

        with Form(save) as form:
            form.field("months", NumberField(t("Months"), one.months)).props("autofocus")
            form.field("reason", text_field(t("Why"), one.changed_why, required=True))
            with form.acts(t("Keep it so long")):
                if one.changed_by:
                    button(t("As the rules say"), back)
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = one.name
    await answer(dialog)


async def _changed(form: Form, record: str, months: int | None, reason: str) -> bool | None:
    return await attempt(change_keeping, form, record, months, reason)


def titled(words: str, lead: str) -> None:
    text(words, "", "h2")
    if lead:
        text(lead, "second", "p")


def table(*titles: str) -> Element:
    with ui.element("div").classes("table-scroll"), ui.element("table").classes("t"):
        with ui.element("thead"), ui.element("tr"):
            for title in titles:
                text(title, "", "th")
        return ui.element("tbody")


def row(*cells: str, to: str = "") -> Element:
    row = ui.element("tr")
    with row:
        for at, cell in enumerate(cells):
            if to and at == 0:
                with ui.element("td"):
                    text(cell, "link", "a").props["href"] = to
            else:
                text(cell, "medium" if at == 0 else "", "td")
    return row
