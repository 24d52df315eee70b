"""Pictures whose consent was withdrawn: the office deletes them, or says what obliges the studio to keep them."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.drawings import drawing
from components.app.feedback import confirm, toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.perform import act, attempt, look
from components.app.text import text
from components.form import Form, text_field
from components.gallery import Act, Gallery
from pages.photos.showing import of_withdrawn
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.text import nt, t
from studio.kernel.work import ask
from studio.photos import facts
from studio.photos.actions import delete_hidden, keep_hidden
from studio.photos.queries import HiddenPhoto, hidden_photos, undecided

CHANGES = (facts.PicturesHidden, facts.PicturesBack, facts.PicturesDeleted, facts.HiddenPictureKept)


def waiting(actor: Actor) -> int:
    """How many wait for a decision, for those who decide."""
    decides = house().rights.scope(actor, undecided.needs) is not None
    return ask(actor, undecided) if decides else 0


def draw_waiting(actor: Actor) -> None:
    """Above other screens of photos: that something is to be decided, and where."""
    n = waiting(actor)
    if n:
        words = nt("{n} photo is hidden since the consent was withdrawn.",
                   "{n} photos are hidden since the consent was withdrawn.", n)  # fmt: skip
        with ui.element("div").classes("band stop photos-band"):
            status_mark("stop", words).classes("long grow")
            button(t("Decide what becomes of them"), to="/photos/withdrawn")


async def draw() -> None:
    """The screen `/photos/withdrawn`."""
    with frame(t("Consent withdrawn"), active="/photos"):
        head(
            t("Consent withdrawn"),
            t("Hidden from everybody else since. Delete them, or say what obliges you to keep them."),
        )
        with ui.element("div").classes("body stack wide") as place:
            decisions = Decisions(place)
            live(CHANGES, do=Gathering(decisions.follow))
            await decisions.draw()


class Decisions:
    """What waits, and what was kept."""

    def __init__(self, place: ui.element) -> None:
        self.place = place

    async def follow(self, _: list[Any]) -> None:
        """Another consent was withdrawn, or a colleague decided."""
        await self.draw()

    @in_turn
    async def draw(self) -> None:
        found = await look(hidden_photos)
        self.place.clear()
        with self.place:
            if not found:
                with ui.element("div").classes("empty"):
                    drawing("lens")
                    text(t("Nothing to decide"), "", "h2")
                    text(t("Photos stand here when a client takes back the consent to keep them."), "", "p")
            self._part(t("To be decided"), [one for one in found if not one.kept_why])
            self._part(t("Kept although withdrawn"), [one for one in found if one.kept_why])

    def _part(self, words: str, photos: list[HiddenPhoto]) -> None:
        if not photos:
            return
        with ui.element("section").classes("stack loose"):
            text(words, "", "h2")
            acts = [
                Act("delete", t("Delete for good"), "trash", many=True),
                Act("keep", t("Keep with a reason"), "lock", many=True),
            ]
            grid = Gallery(acts, lambda name, ids: self.do(grid, name, ids), label=words)
            grid.show([of_withdrawn(one, ("delete", "keep")) for one in photos])

    async def do(self, grid: Gallery, name: str, ids: list[str]) -> None:
        """What somebody pressed."""
        grid.go_back()
        chosen = [UUID(one) for one in ids]
        await (self._delete(chosen) if name == "delete" else self._keep(chosen))

    async def _delete(self, chosen: list[UUID]) -> None:
        n = len(chosen)
        title = nt("Delete {n} photo for good?", "Delete {n} photos for good?", n)
        body = t("Nothing brings them back. That there were some stays in the journal.")
        if not await confirm(title, body, t("Delete for good"), stop=True):
            return
        gone = await act(delete_hidden, chosen)
        if gone:
            toast(nt("{n} photo is gone.", "{n} photos are gone.", n))

    async def _keep(self, chosen: list[UUID]) -> None:
        with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
            text(t("Keep with a reason"), "", "h2")
            text(t("They stay hidden. The reason is shown here and stays on record."), "second", "p")

            async def save(values: dict[str, Any]) -> bool | None:
                if await attempt(keep_hidden, form, chosen, values["why"]) is None:
                    return None
                dialog.submit(True)
                return True

            with Form(save) as form:
                form.field("why", text_field(t("What obliges the studio to keep them"), required=True)).props(
                    "autofocus"
                )
                with form.acts(t("Keep them hidden")):
                    button(t("Cancel"), partial(dialog.submit, None))
        dialog.props["aria-label"] = t("Keep with a reason")
        await answer(dialog)
