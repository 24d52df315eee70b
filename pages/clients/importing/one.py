"""The screen of one import: wherever it is, this is where it is seen, also after the page was closed."""

from __future__ import annotations

from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.feedback import confirm
from components.app.frame import frame, head
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from pages.clients.importing.mapping import Mapping
from pages.clients.importing.preview import Preview
from pages.clients.importing.progress import Progress
from pages.clients.importing.result import Result
from studio.clients.importing import running
from studio.clients.importing.actions import drop_import
from studio.clients.importing.queries import ImportView, imported_before, one_import
from studio.clients.importing.refusals import ImportIsUnknown
from studio.kernel.presence import unattended
from studio.kernel.refusal import Refusal
from studio.kernel.text import t

PACE = 0.5
STEPS = {"read": 0, "checking": 1, "checked": 1, "running": 2, "done": 3, "undone": 3}


async def draw(number: str) -> None:
    """The screen `/clients/import/{number}`."""
    with frame(t("Import clients"), active="/clients", under=[(t("Import clients"), "/clients/import")]):
        try:
            sheet = Sheet(await look(one_import, _id_of(number)))
        except Refusal as refusal:
            head(t("Import clients"), refusal.text())
            return
        await sheet.draw()
    ui.timer(PACE, sheet.follow)


class Sheet:
    """Head and steps stay; what is below them follows where the import is."""

    def __init__(self, view: ImportView) -> None:
        self.view = view
        self.progress: Progress | None = None
        self.working = running.is_under_way(view.id)

    @ui.refreshable_method
    async def draw(self) -> None:
        view, self.progress = self.view, None
        with head(view.file_name, t("Brought by {who}", who=view.by_name)).end:
            if not self.working and view.state not in ("done", "undone"):
                button(t("Let go of this file"), self._drop, kind="bare", icon="trash")
        with ui.element("div").classes("body import stack wide"):
            _steps(STEPS.get(view.state, 0))
            await self._part()

    async def follow(self) -> None:
        """What has changed since; drawn anew only where something else is to be seen."""
        if self.view.state not in ("checking", "running") and not self.working:
            return
        with unattended():  # it follows by itself: that is nobody's use of the page
            view, working = await look(one_import, self.view.id), running.is_under_way(self.view.id)
        same = (view.state, working) == (self.view.state, self.working)
        self.view, self.working = view, working
        if same and self.progress:
            self.progress.show(view)
        else:
            await self.draw.refresh()

    async def again(self) -> None:
        """Somebody did something here: draw where it is now."""
        self.view, self.working = await look(one_import, self.view.id), running.is_under_way(self.view.id)
        await self.draw.refresh()

    async def _part(self) -> None:
        view = self.view
        if view.state in ("checking", "running"):
            self.progress = Progress(view, self.working, self.again)
            self.progress.draw()
        elif view.state == "read":
            Mapping(view, self.again).draw()
        elif view.state == "checked":
            await Preview(view, self.again, await look(imported_before, view.file_hash)).draw()
        else:
            await Result(view, self.again).draw()

    async def _drop(self) -> None:
        title = t("Let go of {name}?", name=self.view.file_name)
        if not await confirm(title, t("Nobody was put on file from it."), t("Let go of this file"), stop=True):
            return
        if await act(drop_import, self.view.id):
            running.begin_tidying(current_actor(), self.view.id)
            ui.navigate.to("/clients/import")


def _steps(now: int) -> None:
    with ui.element("ol").classes("import-steps"):
        for at, word in enumerate((t("Columns"), t("Preview"), t("Import"), t("On file"))):
            step = text(f"{at + 1}. {word}", "", "li")
            if at == now:
                step.props["aria-current"] = "step"


def _id_of(number: str) -> UUID:
    try:
        return UUID(number)
    except ValueError:
        raise ImportIsUnknown from None
