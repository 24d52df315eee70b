"""The owner's table: which alert reaches which role by which way."""

from __future__ import annotations

from nicegui import ui

from components.alerts import RouteCell, RouteRow, RouteTable
from components.app.button import button
from components.app.frame import frame, head
from components.app.live import in_turn, live
from components.app.perform import act, look
from components.app.text import text
from pages.messages.showing import mark_of
from studio.kernel.house import house
from studio.kernel.text import t
from studio.messages.actions import change_route
from studio.messages.facts import RouteChanged
from studio.messages.queries import RouteView, list_routes
from studio.messages.server import mail_server


async def draw() -> None:
    """The screen `/alerts/routes`."""
    await Routes().draw()


class Routes:
    """One open table; one role at a time."""

    def __init__(self) -> None:
        self.role, self.roles = "owner", house().rights.titles()

    async def draw(self) -> None:
        with frame(t("Who is told"), active="/alerts"):
            with head(t("Who is told"), t("Each role, each alert, each way. A change counts at once.")).end:
                button(t("All alerts"), icon="bell", to="/alerts")
            with ui.tabs().props("align=left no-caps dense outside-arrows mobile-arrows") as tabs:
                for role, title in self.roles.items():
                    ui.tab(role, title)
            tabs.on_value_change(lambda event: self._turn(str(event.value)))
            tabs.set_value(self.role)
            with ui.element("div").classes("body route-body"):
                self.table = RouteTable(ways(), self._change, label=t("Who is told"))
                if mail_server(house()) is None:
                    text(t("No letters are sent until e-mail is set up in the settings."), "second small", "p")
        live(RouteChanged, lambda _: self._show())
        await self._show()

    async def _turn(self, role: str) -> None:
        self.role = role
        await self._show()

    @in_turn
    async def _show(self) -> None:
        found = await look(list_routes, (self.role,))
        self.table.show([row(one) for one in found], self.roles[self.role])

    async def _change(self, kind: str, way: str, on: bool) -> None:
        await act(change_route, kind, self.role, way, on=on)
        await self._show()


def ways() -> dict[str, str]:
    """The columns."""
    return {"app": t("In Linework"), "mail": t("E-mail"), "desktop": t("Desktop")}


def row(one: RouteView) -> RouteRow:
    """One kind for the role that is shown."""
    kind, word = mark_of(one.urgency)
    cells = tuple(RouteCell(way.channel, way.on, way.possible) for way in one.ways)
    return RouteRow(one.kind, one.title, kind, word, cells)
