"""Parts of the network screen: lines of its lists, the fingerprint, and who came last."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from nicegui import ui
from nicegui.element import Element

from components.app.feedback import confirm, toast
from components.app.marks import status_mark
from components.app.moments import show_time
from components.app.perform import act
from components.app.text import text
from pages.upkeep.network_checks import Check
from pages.upkeep.network_pages import Served
from studio.kernel.text import t
from studio.upkeep.certificates import CertificateView
from studio.upkeep.certifying import replace_authority
from studio.upkeep.doorways import doorways

T = TypeVar("T")


class Redrawn:
    """A part that can be drawn again in its place."""

    def __init__(self, fill: Callable[[], Any], tag: str = "div", look: str = "stack") -> None:
        self._fill = fill
        self.place: Element = ui.element(tag).classes(look)
        self.draw()

    def draw(self) -> None:
        self.place.clear()
        with self.place:
            self._fill()


def draw_all(draw: Callable[[T], None], found: Callable[[], list[T]]) -> Callable[[], None]:
    """Draws each of what is found at that moment."""

    def fill() -> None:
        for one in found():
            draw(one)

    return fill


def draw_arrival() -> None:
    """Whether and when somebody on the network reached this computer."""
    arrival = doorways.arrival
    if arrival is None:
        status_mark("wait", t("No phone has come yet")).classes("long")
        return
    when = show_time(arrival.at)
    said = t("A device reached this computer at {time}, encrypted", time=when)
    plain = t("A phone reached this computer at {time}", time=when)
    status_mark("ok", said if arrival.encrypted else plain).classes("long")


def draw_served(one: Served) -> None:
    """One kind of page."""
    with ui.element("li"):
        with ui.element("div").classes("line apart wrap"):
            text(one.name, "medium")
            status_mark(one.kind, one.state)
        if one.where:
            text(one.where, "network-address second", "div")
        text(one.meaning, "second small", "div")


def draw_check(one: Check) -> None:
    """One check."""
    with ui.element("li"):
        status_mark(one.kind, one.words).classes("long")
        if one.hint:
            text(one.hint, "second small network-hint", "div")


def draw_fingerprint(authority: CertificateView) -> None:
    """Sixteen groups of four."""
    with ui.element("div").classes("network-print").props(f'aria-label="{t("Fingerprint of the certificate")}"'):
        for group in authority.grouped.split():
            text(group)


async def replace() -> None:
    """A new authority, once it is clear what that means."""
    body = t(
        "Every tablet and laptop has to install the new certificate. Do it when one was lost, or a key may be known."
    )
    if not await confirm(t("Make a new certificate authority?"), body, t("Make a new one"), stop=True):
        return
    if await act(replace_authority):
        toast(t("A new certificate authority is in use."))
