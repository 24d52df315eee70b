"""All that may be shown in public, by artist, place and tag; taken out as files without anybody's name."""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections.abc import Sequence
from functools import partial
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from nicegui import ui

from components.app.button import button
from components.app.drawings import drawing
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.moments import now_here
from components.app.perform import act, look
from components.app.text import text
from components.app.who import current_actor
from components.form import choice_field
from components.gallery import Act, Gallery
from pages.photos import publicity
from pages.photos.showing import of_portfolio
from pages.photos.withdrawn import CHANGES as WITHDRAWN
from pages.photos.withdrawn import draw_waiting
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import nt, t
from studio.photos import facts
from studio.photos.actions import export_photos
from studio.photos.details import KINDS
from studio.photos.queries import Portfolio, PortfolioChoices, portfolio, portfolio_choices, whose

SIZE = 48
RIGHTS = {"file": "photos.photo.see", "save": "photos.portfolio.export", "hide": "photos.publicity.mark"}
CHANGES = (facts.PublicityChanged, facts.PictureEdited, facts.PictureRemoved, *WITHDRAWN)


async def draw(artist: str = "", place: str = "", tag: str = "", kind: str = "", page: str = "1") -> None:
    """The screen `/photos`; what is wanted of it stands in the address."""
    with frame(t("Photos"), active="/photos"):
        wanted = {"artist": artist[:40], "place": place[:100], "tag": tag[:100], "kind": kind[:20]}
        wall = Wall(wanted, int(page) if page.isdecimal() and len(page) < 7 else 1)
        head(t("Photos"), t("What may be shown in public, without anybody's name."))
        with ui.element("div").classes("body stack loose") as wall.place:
            live(CHANGES, do=Gathering(wall.follow))
            await wall.draw()


class Wall:
    """The portfolio on one page."""

    place: ui.element
    grid: Gallery

    def __init__(self, wanted: dict[str, str], page: int) -> None:
        self.wanted, self.page, self.actor = wanted, page, current_actor()
        self.turn = asyncio.Lock()

    async def follow(self, _: list[Any]) -> None:
        """Something was marked, or may not be shown any more."""
        await self.draw()

    async def draw(self) -> None:
        async with self.turn:
            choices = await look(portfolio_choices)
            offered = self._offered(choices)
            self.wanted = {name: value if value in offered[name][1] else "" for name, value in self.wanted.items()}
            found = await self._find()
            if found.total and not found.items:
                self.page = 1
                found = await self._find()
            self.place.clear()
            with self.place:
                self._draw(found, choices)

    async def want(self, name: str, value: Any) -> None:
        """Narrow it, or no more."""
        self.wanted[name], self.page = str(value or ""), 1
        await self._again()

    async def leaf(self, by: int) -> None:
        """Another page."""
        self.page += by
        await self._again()

    async def do(self, name: str, ids: list[str]) -> None:
        """What somebody pressed in the gallery."""
        chosen = [UUID(one) for one in ids]
        if name == "file":
            code = await look(whose, chosen[0])
            ui.navigate.to(f"/clients/{code}?tab=photos")
        elif name == "save":
            await save(chosen)
        elif name == "hide":
            await publicity.hide(chosen)

    async def _find(self) -> Portfolio:
        artist = UUID(self.wanted["artist"]) if self.wanted["artist"] else None
        rest = {name: self.wanted[name] for name in ("place", "tag", "kind")}
        return await look(portfolio, artist=artist, page=self.page, size=SIZE, **rest)

    async def _again(self) -> None:
        told = {name: value for name, value in self.wanted.items() if value}
        told |= {"page": str(self.page)} if self.page > 1 else {}
        address = "/photos" + (f"?{urlencode(told)}" if told else "")
        ui.run_javascript(f"history.replaceState(history.state, '', {address!r})")
        await self.draw()

    def _draw(self, found: Portfolio, choices: PortfolioChoices) -> None:
        draw_waiting(self.actor)
        if not found.total and not any(self.wanted.values()):
            with ui.element("div").classes("empty"):
                drawing("lens")
                text(t("Nothing to show yet"), "", "h2")
                text(t("Mark photos on a client's file as fit to be shown, once the client has agreed."), "", "p")
            return
        self._filters(choices)
        text(nt("{n} photo", "{n} photos", found.total), "small second")
        if not found.items:
            text(t("None fits. Ask for less."), "second", "p")
            return
        self.grid = Gallery(self._acts(), self.do, label=t("Photos that may be shown"))
        names = [name for name, right in RIGHTS.items() if may(self.actor, right, house().rights)]
        self.grid.show([of_portfolio(photo, names) for photo in found.items])
        self._leaves(found)

    def _offered(self, choices: PortfolioChoices) -> dict[str, tuple[str, dict[str, str]]]:
        """Filter → its label and what it offers; an address that names anything else asks for all."""
        return {
            "artist": (t("Artist"), {str(one): name for one, name in choices.artists.items()}),
            "place": (t("Where on the body"), {one: one for one in choices.places}),
            "tag": (t("Tag"), {one: one for one in choices.tags}),
            "kind": (t("What it shows"), {key: t(word) for key, word in KINDS.items()}),
        }

    def _filters(self, choices: PortfolioChoices) -> None:
        with ui.element("div").classes("photo-filters"):
            for name, (label, options) in self._offered(choices).items():
                wanted = partial(self._wanted, name)
                choice_field(label, {"": t("All"), **options}, self.wanted[name], on_change=wanted)

    async def _wanted(self, name: str, event: Any) -> None:
        await self.want(name, event.value)

    def _leaves(self, found: Portfolio) -> None:
        last = -(-found.total // found.size)
        if last < 2:
            return
        with ui.element("nav").classes("line center").props(f'aria-label="{t("Pages")}"'):
            if found.page > 1:
                button(t("Back"), partial(self.leaf, -1), icon="left")
            text(t("Page {n} of {total}", n=found.page, total=last), "small second")
            if found.page < last:
                button(t("Further"), partial(self.leaf, 1), icon="right")

    def _acts(self) -> list[Act]:
        return [
            Act("save", t("Save without names"), "download", many=True),
            Act("hide", t("Take out of public"), "lock", many=True),
            Act("file", t("Open the file"), "person"),
        ]


async def save(chosen: list[UUID]) -> None:
    """One as a JPEG, several as a ZIP; that they left is written down."""
    found = await act(export_photos, chosen)
    if not found:
        return
    name = f"{t('Photos')} {now_here():%Y-%m-%d}"
    if len(found) == 1:
        ui.download.content(found[0], f"{name}.jpg", "image/jpeg")
    else:
        ui.download.content(await asyncio.to_thread(packed, found), f"{name}.zip", "application/zip")


def packed(pictures: Sequence[bytes]) -> bytes:
    """Numbered and nothing else; JPEGs do not get smaller by packing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as box:
        for number, picture in enumerate(pictures, start=1):
            box.writestr(f"photo-{number:03d}.jpg", picture)
    return out.getvalue()
