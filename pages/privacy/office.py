"""The screen `/privacy`: what is due, how long things are kept, who is held back, what was asked and done."""

from __future__ import annotations

from functools import partial

from nicegui import ui
from nicegui.element import Element

from components.app.button import button, icon_button
from components.app.feedback import confirm
from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import show_date, show_moment
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from pages.privacy.breach import ask_views
from pages.privacy.over import end_them, show_over
from pages.privacy.parts import row, table, titled
from pages.privacy.times import draw_fading, draw_times
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import N_, t
from studio.privacy.actions import change_keeping, end_records, lift_hold, take_views_out
from studio.privacy.facts import PrivacyFact
from studio.privacy.queries import (
    DueLine,
    HoldLine,
    RequestLine,
    due_lines,
    fading_lines,
    holds,
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
        (asked, _), fading = await look(requests), await look(fading_lines)
        self.body.clear()
        with self.body:
            self._due([line for line in due if line.count or line.held])
            self._holds(held)
            self._requests(asked)
            draw_times(times, changes=self.changes)
            draw_fading(fading)

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
                        icon_button("eye", t("Show {what}", what=line.title), partial(show_over, line))
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


async def lift(line: HoldLine) -> None:
    body = t("The rules count again for {name}.", name=line.name)
    if await confirm(t("Lift this hold?"), body, t("Lift the hold")):
        await act(lift_hold, line.id)
