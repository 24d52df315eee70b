"""Photos of people: their address, and where a new one is handed in."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Request, Response
from nicegui import run, ui

from components.app.button import button
from components.app.feedback import toast
from components.app.perform import act
from components.app.text import text
from components.files import FileField, Handed
from studio.clients.pictures import PORTRAIT, SIDE, read_portrait
from studio.kernel.actor import Actor
from studio.kernel.refusal import SignedOut
from studio.kernel.text import t
from studio.kernel.work import ask
from studio.staff.actions import remove_face, set_face
from studio.staff.queries import UserView, face_of

router = APIRouter()
KEPT = {"Cache-Control": "private, max-age=31536000, immutable"}


@router.get("/staff/{user_id}/photo", include_in_schema=False)
def photo(request: Request, user_id: UUID, size: Literal["s", "l"] = "s") -> Response:
    """The photo. Its address names the content, so a browser may keep it as far as the gate allows."""
    actor = request.scope.get("linework.actor")
    if not isinstance(actor, Actor):
        raise SignedOut
    return Response(ask(actor, face_of, user_id, size), media_type="image/jpeg", headers=KEPT)


def face_address(one: UserView, size: str = "s") -> str:
    """Where the photo is found, under an address that changes with it; empty when there is none."""
    kept = one.photo if size == "l" else one.photo_small
    return f"/staff/{one.id}/photo?size={size}&v={kept[:12]}" if kept else ""


def face_part(one: UserView) -> None:
    """The place for a photo, and the way to be without one."""

    async def take(handed: Handed) -> None:
        portrait = await run.io_bound(read_portrait, handed.read())
        if portrait is None:
            return
        if await act(set_face, one.id, portrait):
            toast(t("The photo of {name} is kept.", name=one.name))

    async def remove() -> None:
        if await act(remove_face, one.id):
            toast(t("The photo of {name} is removed.", name=one.name))

    with ui.element("details").classes("face-part"):
        text(t("Photo"), "medium", "summary")
        FileField(take, label=t("Drop a photo here, or paste it"), allowed=PORTRAIT, side=SIDE, facing="user")
        if one.photo:
            button(t("Remove the photo"), remove, icon="trash", kind="bare")
