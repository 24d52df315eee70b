"""The pictures on a client's file: looked at, compared, added, marked for the public, removed."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Any
from uuid import UUID
from weakref import WeakKeyDictionary

from nicegui import Client, ui

from components.app.button import button
from components.app.drawings import drawing
from components.app.feedback import toast
from components.app.gathering import Gathering
from components.app.live import live
from components.app.marks import status_mark
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.gallery import Act, Gallery
from pages.photos import adding, publicity
from pages.photos.showing import of_client
from studio.clients.queries import ClientCard
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import N_, nt, t
from studio.photos import facts
from studio.photos.actions import remove_photo, restore_photo, view_photos
from studio.photos.queries import Gallery as Kept
from studio.photos.queries import PhotoView, gallery
from studio.photos.queries.gallery import LARGEST_PAGE

CHANGES = (
    facts.PictureKept,
    facts.PictureEdited,
    facts.PictureRemoved,
    facts.PictureRestored,
    facts.PicturesDeleted,
    facts.PublicityChanged,
    facts.PicturesHidden,
    facts.PicturesBack,
)
RIGHTS = {"edit": "photos.photo.keep", "remove": "photos.photo.remove", "show": "photos.publicity.mark"}
NEXT = N_("Let them sign the photo release (Consent, above), or note it under Health & consent.")
_looked: WeakKeyDictionary[Client, set[UUID]] = WeakKeyDictionary()
"""Whose pictures an open page has shown already: that somebody looked is written down once a page."""


async def draw(card: ClientCard) -> None:
    """The section on the client's tab of photos."""
    await ClientPhotos(card).draw()


class ClientPhotos:
    """One client's pictures on one page."""

    grid: Gallery
    more: ui.button
    kept: Kept

    def __init__(self, card: ClientCard) -> None:
        self.card, self.actor = card, current_actor()
        self.drawing, self.size = asyncio.Lock(), LARGEST_PAGE

    async def draw(self) -> None:
        family = {self.card.id}
        with ui.element("section").classes("stack loose client-photos") as self.place:
            live(CHANGES, do=Gathering(self.follow), when=lambda fact: fact.client_id in family | self.theirs())
            async with self.drawing:
                await self._draw()

    async def follow(self, _: list[Any]) -> None:
        """Somebody changed the pictures or what may be done with them."""
        async with self.drawing:
            await self._draw()

    def theirs(self) -> set[UUID]:
        """The files the pictures lie in: the client's, and those merged into it."""
        return {photo.client_id for photo in self.kept.photos} if hasattr(self, "kept") else set()

    def may(self, right: str) -> bool:
        return self.card.archived_at is None and may(self.actor, right, house().rights)

    async def do(self, name: str, ids: list[str]) -> None:
        """What somebody pressed in the gallery."""
        chosen = [UUID(one) for one in ids]
        if name == "edit":
            self.grid.go_back()
            await adding.edit(next(photo for photo in self.kept.photos if photo.id == chosen[0]))
        elif name == "remove":
            await self._remove(chosen[0])
        elif name == "show":
            await publicity.show(chosen)
        elif name == "hide":
            await publicity.hide(chosen)

    async def _older(self) -> None:
        """More of them; the oldest stand last."""
        self.size += LARGEST_PAGE
        await self.follow([])

    async def _remove(self, photo_id: UUID) -> None:
        if await act(remove_photo, photo_id):
            days = house().settings["photos.removed.days"]
            said = nt("The photo is removed. It can be brought back for {n} day.",
                      "The photo is removed. It can be brought back for {n} days.", days)  # fmt: skip
            toast(said, partial(act, restore_photo, photo_id))

    async def _read(self) -> Kept | None:
        seen = _looked.setdefault(ui.context.client, set())
        if self.card.id in seen:
            return await look(gallery, self.card.id, size=self.size)
        kept = await act(view_photos, self.card.id)
        seen.add(self.card.id)
        return kept

    async def _draw(self) -> None:
        kept = await self._read()
        if kept is None or self.place.is_deleted:
            return
        before = [photo.id for photo in self.kept.photos] if hasattr(self, "kept") else []
        same = (
            hasattr(self, "grid") and bool(before) and bool(kept.photos) and self._foot(self.kept) == self._foot(kept)
        )
        self.kept = kept
        if not same:
            self.place.clear()
            with self.place:
                self._draw_all()
        if kept.photos:
            self.grid.show([of_client(photo, self._acts(photo)) for photo in kept.photos])
            self.more.set_visibility(kept.total > len(kept.photos))

    def _foot(self, kept: Kept) -> tuple[Any, ...]:
        return kept.may_keep, kept.may_show, kept.hidden

    def _draw_all(self) -> None:
        with ui.element("header").classes("profile-sec"):
            text(t("Photos"), "", "h2")
            if self.kept.may_keep and self.may("photos.photo.keep"):
                button(t("Add photos"), lambda: adding.add(self.card.id), icon="plus", kind="primary")
        self._notes()
        if self.kept.photos:
            self.grid = Gallery(self._all_acts(), self.do, label=t("Photos of {name}", name=self.card.name))
            self.more = button(t("Show older"), self._older, icon="down")
        elif self.kept.may_keep:
            with ui.element("div").classes("empty"):
                drawing("lens")
                text(t("No photos yet"), "", "h2")
                text(t("References, the finished work, and how it heals: two can be looked at side by side."), "", "p")

    def _notes(self) -> None:
        """What the client agreed to, where it stands in the way of something."""
        name = self.card.name
        if not self.kept.may_keep:
            self._band(t("{name} has not agreed to photos for the file, so none are kept.", name=name), t(NEXT))
        elif not self.kept.may_show and self.kept.photos:
            self._band(t("None of these may be shown: {name} has not agreed to photos in public.", name=name), t(NEXT))
        if self.kept.hidden:
            n = self.kept.hidden
            words = nt("{n} photo is hidden since the consent was withdrawn.",
                       "{n} photos are hidden since the consent was withdrawn.", n)  # fmt: skip
            with ui.element("div").classes("band stop photos-band"):
                status_mark("stop", words).classes("long grow")
                button(t("Decide what becomes of them"), to="/photos/withdrawn")

    def _band(self, said: str, further: str) -> None:
        with ui.element("div").classes("band warn"):
            status_mark("warn", said).classes("long strong")
            text(further, "small second")

    def _acts(self, photo: PhotoView) -> list[str]:
        acts = [name for name in ("edit", "remove") if self.may(RIGHTS[name])]
        if self.may(RIGHTS["show"]) and (photo.shown_from or self.kept.may_show):
            acts.append("hide" if photo.shown_from else "show")
        return acts

    def _all_acts(self) -> list[Act]:
        return [
            Act("show", t("May be shown"), "eye", many=True),
            Act("hide", t("Take out of public"), "lock", many=True),
            Act("edit", t("Change"), "edit"),
            Act("remove", t("Remove"), "trash"),
        ]
