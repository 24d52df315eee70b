"""Filling a portfolio: drawings taken in as files, photos chosen among those that may be shown."""

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
from components.files import FileField, Handed
from components.form import Form, tags_field, text_field
from components.gallery import Act, Gallery
from pages.photos.showing import of_portfolio
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t
from studio.photos.pictures import SIDE, TAKEN, read_photo
from studio.photos.queries import portfolio
from studio.photos.queries.portfolio import LARGEST_PAGE
from studio.schedule.portfolio.actions import add_drawing, choose_photos, describe_work, remove_works
from studio.schedule.portfolio.queries import ShownWork, portfolio_of
from studio.schedule.portfolio.refusals import DrawingIsMissing
from studio.schedule.queries import Artist


async def add(artist_id: UUID) -> None:
    """Ask for drawings and what they are, then keep each."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose photo-sheet"):
        text(t("Add drawings"), "", "h2")

        async def save(values: dict[str, Any]) -> bool | None:
            if not files.value:
                files.complain(DrawingIsMissing().text())
                return None
            kept = [made for handed in files.value if (made := await _kept(form, artist_id, handed, values))]
            if not kept:
                return None
            words = nt("{n} drawing is in the portfolio.", "{n} drawings are in the portfolio.", len(kept))
            toast(words, partial(act, remove_works, kept))
            dialog.submit(True)
            return True

        with Form(save) as form:
            files = FileField(label=t("Drop drawings here, or paste them"), allowed=TAKEN, several=True, side=SIDE)
            text(t("Only what the artist drew. Photos of clients are chosen from their files."), "small quiet", "p")
            _fields(form, "", [])
            with form.acts(t("Put into the portfolio")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Add drawings")
    await answer(dialog)


async def edit(work: ShownWork) -> None:
    """Change what stands beside one drawing."""
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose"):
        text(t("Change the words"), "", "h2")

        async def save(values: dict[str, Any]) -> bool | None:
            if await attempt(describe_work, form, work.id, values, work.version) is None:
                return None
            toast(t("Saved."))
            dialog.submit(True)
            return True

        with Form(save) as form:
            _fields(form, work.title, work.tags)
            with form.acts(t("Save changes")):
                button(t("Cancel"), dialog.close)
    dialog.props["aria-label"] = t("Change the words")
    await answer(dialog)


async def choose(one: Artist) -> None:
    """Photos that may be shown and are not in the portfolio: the artist's own first, everybody's for the others."""
    there = {work.photo_id for work in (await look(portfolio_of, one.id)).works}
    found = await look(portfolio, artist=one.user_id, size=LARGEST_PAGE)
    left = [photo for photo in found.items if photo.id not in there]
    with ui.dialog() as dialog, ui.element("div").classes("sheet stack loose portfolio-choice"):
        with ui.element("div").classes("line apart"):
            text(t("Choose from photos"), "", "h2")
            button(t("Close"), dialog.close, icon="close", kind="bare")
        text(t("Those that clients let be shown. One that is taken back leaves the portfolio at once."), "second", "p")
        if not left:
            text(t("No other photo may be shown. Mark photos on a client's file as fit to be shown."), "", "p")

        async def put(_: str, ids: list[str]) -> None:
            made = await act(choose_photos, one.id, [UUID(one) for one in ids])
            if made:
                words = nt("{n} photo is in the portfolio.", "{n} photos are in the portfolio.", len(made))
                toast(words, partial(act, remove_works, made))
                dialog.submit(True)

        grid = Gallery([Act("put", t("Put into the portfolio"), "plus", many=True)], put, label=t("Photos"))
        grid.show([of_portfolio(photo, ("put",)) for photo in left])
    dialog.props["aria-label"] = t("Choose from photos")
    await answer(dialog)


async def _kept(form: Form, artist_id: UUID, handed: Handed, values: dict[str, Any]) -> UUID | None:
    try:
        drawn = await run.io_bound(lambda: read_photo(handed.read()))
    except Refusal as refusal:
        refuse(refusal)
        return None
    if drawn is None:  # the house is closing
        return None
    made = await attempt(add_drawing, form, artist_id, drawn, values)
    return made.id if made else None


def _fields(form: Form, title: str, tags: list[str]) -> None:
    form.field("title", text_field(t("Title"), title))
    form.field("tags", tags_field(t("Tags"), tags))
