"""Adding pictures to a client's file: several at once, with what they share; and changing the words beside one."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from nicegui import run, ui

from components.app.button import button
from components.app.dialogs import answer
from components.app.feedback import refuse, toast
from components.app.perform import act, attempt, look
from components.app.text import text
from components.app.who import current_actor
from components.files import FileField, Handed
from components.form import Form
from pages.photos.fields import cleaned, draw_fields
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t
from studio.photos.actions import add_photo, edit_photo, remove_photo
from studio.photos.models import Photo
from studio.photos.pictures import SIDE, TAKEN, Drawn, read_photo
from studio.photos.queries import PhotoView, beside
from studio.photos.refusals import PhotoIsMissing


async def add(client_id: UUID) -> None:
    """Ask for pictures and what they show, then keep each."""
    known, me = await look(beside), current_actor().id
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose photo-sheet"):
        text(t("Add photos"), "", "h2")

        async def save(values: dict[str, Any]) -> bool | None:
            if not files.value:
                refusal = PhotoIsMissing()
                files.complain(refusal.text())
                return None
            kept = await _keep(form, client_id, files.value, cleaned(values))
            if kept is None:
                return None
            _say(kept)
            dialog.submit(True)
            return True

        with Form(save) as form:
            files = FileField(label=t("Drop photos here, or paste them"), allowed=TAKEN, several=True, side=SIDE)
            text(t("They are drawn anew here: place, camera and whatever else hides in them is gone."), "small quiet")
            draw_fields(form, known, None, me if me in known.artists else None)
            with form.acts(t("Keep the photos")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Add photos")
    await answer(dialog)


async def edit(photo: PhotoView) -> None:
    """Change what is written beside one picture."""
    known = await look(beside)
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose photo-sheet"):
        text(t("Change what is written beside it"), "", "h2")

        async def save(values: dict[str, Any]) -> bool | None:
            if await attempt(edit_photo, form, photo.id, cleaned(values), photo.version) is None:
                return None
            toast(t("The photo is changed."))
            dialog.submit(True)
            return True

        with Form(save) as form:
            draw_fields(form, known, photo, photo.artist_id)
            with form.acts(t("Save changes")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Change what is written beside it")
    await answer(dialog)


async def _keep(form: Form, client_id: UUID, files: tuple[Handed, ...], values: dict[str, Any]) -> list[Photo] | None:
    kept: list[Photo] = []
    for handed in files:
        drawn = await _drawn(handed)
        if drawn is None:
            return kept or None
        photo = await attempt(add_photo, form, client_id, drawn, values)
        if photo is None:
            return kept or None
        kept.append(photo)
    return kept


async def _drawn(handed: Handed) -> Drawn | None:
    try:
        return await run.io_bound(lambda: read_photo(handed.read()))
    except Refusal as refusal:
        refuse(refusal)
        return None


def _say(kept: list[Photo]) -> None:
    words = nt("{n} photo is on file.", "{n} photos are on file.", len(kept))
    toast(words, partial(_take_back, [photo.id for photo in kept]))


async def _take_back(ids: list[UUID]) -> None:
    for one in ids:
        await act(remove_photo, one)
