"""Desks that several people share, in the settings: marked on the browser itself, let go from anywhere."""

from __future__ import annotations

from nicegui import ui

from components.app.button import button
from components.app.feedback import confirm, toast
from components.app.icons import icon
from components.app.live import live
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import t
from studio.staff.actions import unmark_desk
from studio.staff.facts import DeskMarked, DeviceRevoked
from studio.staff.queries.desks import Desk, list_desks

SEE, MANAGE = "staff.device.see", "staff.device.manage"


def draw() -> None:
    """The section of the settings page."""
    Desks().draw()


class Desks:
    """One open list of shared desks."""

    def __init__(self) -> None:
        self.manages = may(current_actor(), MANAGE, house().rights)

    def draw(self) -> None:
        with ui.element("section").classes("settings-group").props("id=desks"):
            text(t("Desks"), "", "h2")
            with ui.element("div").classes("line apart wrap tablets-lead"):
                text(t("On a shared desk people take over from each other with a PIN."), "second small", "p")
                if self.manages:
                    button(t("Share this browser"), to="/login/desk", icon="people")
            self.place = ui.element("div").classes("stack")
        ui.timer(0.05, self._load, once=True)
        live((DeskMarked, DeviceRevoked), lambda _: self._load())

    async def _load(self) -> None:
        found = await look(list_desks)
        self.place.clear()
        with self.place:
            if not found:
                text(t("No browser is shared. Names of people show nowhere before they sign in."), "second", "p")
            with ui.element("ul").classes("ruled"):
                for desk in found:
                    with ui.element("li").classes("line loose wrap"):
                        icon("people")
                        text(desk.name, "strong grow", "div")
                        if self.manages:
                            button(t("Let go"), lambda desk=desk: let_go(desk), kind="bare")


async def let_go(desk: Desk) -> None:
    """It shows no names any more."""
    body = t("It shows no names and takes no PIN from now on. Everybody signs in there with e-mail and password.")
    asked = t("Let {name} go?", name=desk.name)
    if not await confirm(asked, body, t("Let go"), stop=True):
        return
    gone = await act(unmark_desk, desk.id)
    if gone:
        toast(t("{name} is no shared desk any more.", name=desk.name))
