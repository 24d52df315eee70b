"""What was kept long enough: looked at, and ended while a bar shows how far it is."""

from __future__ import annotations

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer, stands
from components.app.feedback import confirm, toast
from components.app.meter import Meter
from components.app.moments import show_date, show_number
from components.app.perform import act, look
from components.app.text import text
from pages.privacy.parts import row, table
from studio.kernel.text import nt, t
from studio.privacy.actions import end_records
from studio.privacy.progress import Progress
from studio.privacy.queries import DueLine, over_lines

OFTEN = 0.3


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
        with ui.element("div").classes("acts"):
            button(t("Close"), dialog.close)
    dialog.props["aria-label"] = line.title
    await answer(dialog)


async def end_them(lines: list[DueLine]) -> None:
    """Ask once."""
    total = sum(line.count for line in lines)
    body = t("They cannot be brought back. Numbers, days and digests of signed papers stay.")
    title = nt("End {n} record?", "End {n} records?", total)
    if await confirm(title, body, t("End these records"), stop=True):
        await end_while_shown()


async def end_while_shown() -> None:
    """A bar until it is over; whatever came of it, the screen is free again."""
    progress = Progress()
    with ui.dialog().props("persistent") as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Records are ended"), "", "h2")
        meter = Meter(t("Records are ended"))
        timer = ui.timer(OFTEN, lambda: meter.show(progress.done, progress.total, said(progress)))
    dialog.props["aria-label"] = t("Records are ended")
    with stands(dialog):
        done = await act(end_records, progress)
        timer.cancel()
    if done:
        toast(t("What was over is gone."))


def said(progress: Progress) -> str:
    """How far it is, in words."""
    if progress.total and progress.done >= progress.total:
        return t("The last traces are removed from files and free space.")
    return t("{done} of {total}", done=show_number(progress.done), total=show_number(progress.total))
