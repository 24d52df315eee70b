"""The portfolio on an artist's page: looked at, narrowed by tag, put into order by dragging or by the keyboard."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.drawings import drawing
from components.app.feedback import toast
from components.app.live import in_turn
from components.app.perform import act, look
from components.app.text import text
from components.form import choice_field
from components.gallery import Act, Gallery, Picture
from pages.photos.showing import title
from pages.schedule import portfolio_adding as adding
from studio.kernel.text import nt, t
from studio.photos import facts as photos
from studio.schedule.portfolio.actions import order_portfolio, remove_works, restore_works
from studio.schedule.portfolio.facts import PortfolioChanged
from studio.schedule.portfolio.queries import ArtistPortfolio, ShownWork, portfolio_of
from studio.schedule.queries import Artist

CHANGES = (PortfolioChanged, photos.PublicityChanged, photos.PictureEdited, photos.PicturesDeleted)


class PortfolioTab:
    """What an artist shows; for the artist and whoever runs the studio also what can be done with it."""

    one: Artist
    place: ui.element
    grid: Gallery | None = None
    tag = ""

    async def draw(self, one: Artist) -> None:
        """The side as it is now."""
        self.one = one
        self.place = ui.element("div").classes("body stack loose")
        await self.follow()

    @in_turn
    async def follow(self) -> None:
        """Read again; the pictures change in place, so that what is open large stays open."""
        found = await look(portfolio_of, self.one.id)
        self.tag = self.tag if self.tag in found.tags else ""
        shape = (found.mine, bool(found.works), found.tags)
        if self.grid is None or self.grid.is_deleted or shape != self.shape:
            self.shape = shape
            self.place.clear()
            with self.place:
                self._draw(found)
        self._show(found)

    shape: tuple[bool, bool, tuple[str, ...]] = (False, False, ())

    def _draw(self, found: ArtistPortfolio) -> None:
        self.grid = None
        if not found.works:
            self._empty(found)
            return
        with ui.element("div").classes("line wrap apart"):
            self.said = text("", "small second")
            if found.mine:
                with ui.element("div").classes("line wrap"):
                    self._adds()
        if found.tags:
            with ui.element("div").classes("photo-filters"):
                tags = {"": t("All"), **{one: one for one in found.tags}}
                choice_field(t("Tag"), tags, self.tag, on_change=self._narrow)
        if found.mine and len(found.works) > 1:
            text(t("Drag a picture by its grip to move it, or press Alt and an arrow key on it."), "small quiet", "p")
        order = self._order if found.mine else None
        self.grid = Gallery(_acts(), self.do, label=t("Portfolio of {name}", name=self.one.name), on_order=order)

    def _empty(self, found: ArtistPortfolio) -> None:
        with ui.element("div").classes("empty"):
            drawing("lens")
            text(t("Nothing in the portfolio yet"), "", "h2")
            text(t("Drawings of one's own stand here, and photos of work that clients let be shown."), "", "p")
            if found.mine:
                with ui.element("div").classes("line wrap center"):
                    self._adds()

    def _adds(self) -> None:
        button(t("Choose from photos"), partial(adding.choose, self.one), icon="photo")
        button(t("Add drawings"), partial(adding.add, self.one.id), kind="primary", icon="plus")

    def _show(self, found: ArtistPortfolio) -> None:
        if self.grid is None:
            return
        shown = [one for one in found.works if not self.tag or self.tag in one.tags]
        self.works = {str(one.id): one for one in shown}
        self.said.set_text(nt("{n} picture", "{n} pictures", len(shown)))
        self.grid.show([_picture(one, mine=found.mine) for one in shown])

    async def do(self, name: str, ids: list[str]) -> None:
        """What somebody pressed in the gallery."""
        chosen = [UUID(one) for one in ids]
        if name == "edit":
            if self.grid:
                self.grid.go_back()
            await adding.edit(self.works[ids[0]])
        elif name == "front":
            await self._order([*ids, *(one for one in self.works if one not in ids)])
        elif name == "remove":
            await self._remove(chosen)

    async def _remove(self, chosen: list[UUID]) -> None:
        if await act(remove_works, chosen):
            words = nt("{n} picture is out of the portfolio.", "{n} pictures are out of the portfolio.", len(chosen))
            toast(words, partial(act, restore_works, chosen))

    async def _order(self, ids: list[str]) -> None:
        """As somebody has put them; those that are not in sight keep their places."""
        before = [UUID(one) for one in self.works]
        if await act(order_portfolio, self.one.id, [UUID(one) for one in ids]):
            toast(t("The order is changed."), partial(act, order_portfolio, self.one.id, before))

    async def _narrow(self, event: Any) -> None:
        self.tag = str(event.value or "")
        await self.follow()


def _picture(one: ShownWork, *, mine: bool) -> Picture:
    """Nothing of it names a client."""
    words = title(one.kind, one.day) if one.photo_id else one.title or t("Drawing")
    acts = ("front", "remove") if one.photo_id else ("edit", "front", "remove")
    address = f"/artists/work/{one.id}"
    return Picture(
        str(one.id), f"{address}/small.jpg", f"{address}/large.jpg", words,
        one.place if one.photo_id else ", ".join(one.tags), "", (", ".join(one.tags),) if one.photo_id else (),
        "", acts if mine else (),
    )  # fmt: skip


def _acts() -> list[Act]:
    return [
        Act("edit", t("Change the words"), "edit"),
        Act("front", t("Put first"), "up", many=True),
        Act("remove", t("Take out"), "close", many=True),
    ]
