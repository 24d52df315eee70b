"""Pictures of identity documents on screen: taken while a signing waits for its witness, looked at afterwards."""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request, Response
from nicegui import run, ui

from components.app.button import button
from components.app.feedback import confirm, toast
from components.app.marks import status_mark
from components.app.moments import when
from components.app.perform import act, look
from components.app.text import text
from components.files import FileField, Handed
from pages.asking import id_in
from studio.consent.actions import keep_identity_picture, remove_identity_picture, view_identity_picture
from studio.consent.identity_pictures import TAKEN, read_picture
from studio.consent.queries import PictureRow, identity_pictures
from studio.kernel.actor import Actor
from studio.kernel.refusal import SignedOut
from studio.kernel.text import t
from studio.kernel.work import perform

SIDE = 2000
router = APIRouter()


@router.get("/consent/identity/{picture_id}/document.jpg", include_in_schema=False)
def picture(request: Request, picture_id: str) -> Response:
    """The picture itself; who looked is written down."""
    actor = request.scope.get("linework.actor")
    if not isinstance(actor, Actor):
        raise SignedOut
    shown = perform(actor, view_identity_picture, id_in(picture_id))
    return Response(shown, media_type="image/jpeg", headers={"Cache-Control": "no-store"})


def photo_field(ceremony_id: UUID, whose: str) -> None:
    """A picture is for those who want one: the field opens when it is asked for."""
    place = ui.element("div").classes("stack tight").props("role=status")

    async def take(handed: Handed) -> None:
        jpeg = await run.io_bound(read_picture, handed.read())
        if jpeg is None:
            return
        if await act(keep_identity_picture, ceremony_id, whose, jpeg):
            place.clear()
            with place:
                status_mark("ok", t("The picture is kept, encrypted."))

    def open_field() -> None:
        place.clear()
        with place:
            label = t("Picture of the document, if the studio keeps one")
            FileField(take, label=label, allowed=TAKEN, side=SIDE)
            text(t("Encrypted, shown to few, and removed when the rules in force say so."), "small quiet", "p")

    with place, ui.element("div"):
        button(t("Add a picture of the document"), open_field, icon="camera")


class Pictures:
    """The pictures of one signing, on the page of its packet."""

    def __init__(self, ceremony_id: UUID) -> None:
        self.ceremony_id = ceremony_id

    async def draw(self) -> None:
        """Each with a look at it, or the day it went."""
        self.place = ui.element("div").classes("stack tight")
        await self._load()

    async def _load(self) -> None:
        found = await look(identity_pictures, self.ceremony_id)
        self.place.clear()
        with self.place:
            for row in found:
                self._one(row)

    def _one(self, row: PictureRow) -> None:
        whose = t("Picture of the guardian's ID") if row.whose == "guardian" else t("Picture of the ID")
        with ui.element("div").classes("line wrap"):
            text(whose, "grow")
            if row.removed_at:
                text(t("removed {when}", when=when(row.removed_at)), "second small")
                return
            made = button(t("Look at it"), to=f"/consent/identity/{row.id}/document.jpg", icon="eye")
            made.props["target"] = "_blank"
            button(t("Remove"), lambda: self._remove(row), kind="bare")

    async def _remove(self, row: PictureRow) -> None:
        body = t("The consent itself stays as it is, with the digest of the picture.")
        if not await confirm(t("Remove this picture?"), body, t("Remove"), stop=True):
            return
        await act(remove_identity_picture, row.id)
        toast(t("The picture is gone."))
        await self._load()
