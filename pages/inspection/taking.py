"""Taking the records of a period along: what goes in, the bar while it is made, and what was taken before."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from nicegui import ui
from nicegui.element import Element

from components.app.button import button
from components.app.moments import show_date, show_number, when
from components.app.perform import act
from components.app.text import text
from components.form import check_field
from pages.inspection.progress import Progress, progress_of
from pages.privacy.parts import row, table, titled
from studio.inspection.actions import ask_bundle
from studio.inspection.queries import BundleLine
from studio.kernel.text import t

OFTEN = 0.2
SHOWN = 10


class Taking:
    """The part of the screen below the records."""

    def __init__(self, in_full: bool, days: Callable[[], tuple[date | None, date | None]]) -> None:
        """`days` are those that are typed when somebody presses."""
        self.in_full, self.days, self.asked = in_full, days, UUID(int=0)

    def draw(self) -> None:
        titled(
            t("Take it along"),
            t("All lists and records of these days as one file, signed with the studio's key."),
        )
        self.full = None
        if self.in_full:
            self.full = check_field(t("With the papers as they were signed: health answers, contact and signatures"))
            text(t("Hand it to nobody but the office that asks for it, as its law says."), "small quiet", "p")
        else:
            text(t("Without health answers, contact and signatures: each consent is told by its digest."), "", "p")
        with ui.element("div").classes("line"):
            self.press = button(t("Make the file"), self._make, kind="primary", icon="download")
            button(
                t("Tool that verifies it"), lambda: ui.download.from_url("/inspection/verify_bundle.py"), icon="shield"
            )
        with ui.element("div").classes("inspection-run") as self.run:
            with ui.element("div").classes("meter").props("role=progressbar aria-valuemin=0 aria-valuemax=100") as bar:
                self.bar = ui.element("i")
            bar.props["aria-label"] = t("The file is made")
            self.meter = bar
            self.words = text("", "second small", "p").props("role=status")
        self.run.set_visibility(False)

    async def _make(self) -> None:
        made = await act(ask_bundle, *self.days(), bool(self.full and self.full.value))
        if made is None:
            return
        self.asked = made.id
        self.press.set_enabled(False)
        self._show(Progress())
        self.run.set_visibility(True)
        with self.run:
            self.moving = ui.timer(OFTEN, self._follow)
        ui.download.from_url(f"/inspection/bundle/{made.id}")

    def _follow(self) -> None:
        progress = progress_of(self.asked)
        self._show(progress)
        if progress.state in ("made", "broken"):
            self.moving.cancel()
            self.press.set_enabled(True)

    def _show(self, progress: Progress) -> None:
        self.bar.style(f"width: {progress.share}%")
        self.meter.props["aria-valuenow"] = str(progress.share)
        self.words.set_text(_said(progress))


def _said(progress: Progress) -> str:
    if progress.state == "made":
        return t("The file is made. Your browser has it.")
    if progress.state == "broken":
        return t("It was broken off. What was saved of it does not verify: make it again.")
    if progress.state == "waiting":
        return t("It begins …")
    of = show_number(progress.total)
    return t("{done} of {total} records", done=show_number(progress.done), total=of)


def draw_bundles(lines: tuple[BundleLine, ...]) -> None:
    """What left the house; by digest and key anybody can tell whether a file is one of these."""
    if not lines:
        return
    titled(t("What was taken along"), t("Compare key and digest with what the tool says about a file."))
    with table(t("Days"), t("What"), t("By"), t("When"), t("Files"), t("Digest of the list, and the key")):
        for line in lines[:SHOWN]:
            days = f"{show_date(line.first_day)} – {show_date(line.last_day)}"
            what = t("With the papers in full") if line.in_full else t("Without health answers")
            state = show_number(line.files) if line.finished_at else t("not finished")
            with row(days, what, line.by_name, when(line.at), state):
                _digests(line)


def _digests(line: BundleLine) -> Element:
    with ui.element("td") as cell:
        for told in filter(None, (line.manifest, line.key)):
            text(grouped(told), "code small digest", "div")
    return cell


def grouped(fingerprint: str) -> str:
    """In groups one can read aloud."""
    return " ".join(fingerprint[at : at + 4].upper() for at in range(0, len(fingerprint), 4))
