"""The poster at the door: switched on, printed, and given another address."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from fastapi import APIRouter, Request, Response
from nicegui import run, ui

from components.app import theme
from components.app.button import Kind, button
from components.app.feedback import confirm, toast
from components.app.frame import frame, head
from components.app.live import live
from components.app.marks import status_mark
from components.app.perform import act
from components.app.text import text
from components.app.who import current_actor
from components.qr import qr
from pages.upkeep.setting_row import SettingRow
from studio.clients.actions import renew_poster
from studio.clients.door import POSTER
from studio.clients.facts import PosterRenewed
from studio.clients.poster import poster_path
from studio.documents.drawing.poster import Poster, Saying, draw_poster
from studio.documents.letterhead import letterhead
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.refusal import Denied, SignedOut
from studio.kernel.text import LANGUAGES, nearest, speaking, t
from studio.upkeep.facts import SettingChanged
from studio.upkeep.lan import lan_enabled, phone_url

SHOWN = ("clients.poster.open", "clients.poster.line", "clients.poster.per_minute", "clients.poster.per_address")
router = APIRouter()

theme.also(Path(__file__).parent / "poster.css")


async def draw() -> None:
    """The screen `/inbox/poster`."""
    await PosterPage().draw()


class PosterPage:
    """What the poster says, beside what can be set about it."""

    def __init__(self) -> None:
        self.rows: dict[str, SettingRow] = {}
        self.address = ""

    async def draw(self) -> None:
        await self._find()
        with frame(t("Poster at the door"), active="/inbox"):
            note = t("Whoever scans it gets a form of their own. It hangs at the door, on the counter, in the window.")
            head(t("Poster at the door"), note)
            with ui.element("div").classes("poster-desk"):
                with ui.element("section").classes("stack loose").props(f'aria-label="{t("Poster at the door")}"'):
                    self._state()
                    self._settings()
                    self._acts()
                with ui.element("div").classes("poster-place"):
                    self._sheet()
        live(SettingChanged, self._follow, when=lambda fact: fact.key.startswith(("clients.poster.", "lan.")))
        live(PosterRenewed, self._renewed)

    @ui.refreshable_method
    def _state(self) -> None:
        if not lan_enabled():
            status_mark("warn", t("Phones cannot reach this computer yet.")).classes("long")
            button(t("Let phones in"), to="/settings#phones")
        elif house().settings[SHOWN[0]]:
            status_mark("ok", t("On: the poster hands out forms.")).classes("long")
        else:
            status_mark("none", t("Off: the poster leads nowhere.")).classes("long")

    def _settings(self) -> None:
        with ui.element("div").classes("settings-group poster-settings"):
            for key in SHOWN:
                declared = house().settings.declaration(key)
                if declared is not None:
                    self.rows[key] = SettingRow(declared, may=may(current_actor(), POSTER, house().rights))

    def _acts(self) -> None:
        with ui.element("div").classes("line wrap"):
            for size in ("A4", "A5"):
                look: Kind = "primary" if size == "A4" else "plain"
                to = f"/inbox/poster.pdf?paper={size}"
                printed = button(t("Print on {paper}", paper=size), icon="print", to=to, kind=look)
                printed.props("target=_blank")
        text(t("When this computer gets another address in the network, print it again."), "small second", "p")
        with ui.element("div").classes("line wrap"):
            button(t("Give it a new address"), self._renew, kind="bare", icon="refresh")

    @ui.refreshable_method
    def _sheet(self) -> None:
        """As it comes out of the printer, nearly."""
        sayings = all_sayings()
        with ui.element("div").classes("poster-sheet").props(f'role=img aria-label="{t("How the poster looks")}"'):
            text(house().settings["studio.name"], "poster-studio", "div")
            text(sayings[0].title, "poster-title", "div")
            qr(self.address, size=200, label=t("QR code of the poster"))
            text(short(self.address), "small second", "div")
            for number, saying in enumerate(sayings):
                if number:
                    text(saying.title, "strong", "div")
                text(saying.line, "small second poster-said", "div")
            text(house().settings["clients.poster.line"], "poster-line medium", "div")

    async def _renew(self) -> None:
        body = t("Every poster printed so far leads nowhere from then on. Forms already begun are not touched.")
        sure = await confirm(t("Give the poster a new address?"), body, t("Give it a new address"), stop=True)
        if not sure:
            return
        if await act(renew_poster) is not None:
            toast(t("The poster has a new address. Print it again."))

    async def _renewed(self, _: PosterRenewed) -> None:
        await self._find()
        self._sheet.refresh()

    async def _find(self) -> None:
        self.address = await run.io_bound(address) or ""

    async def _follow(self, fact: SettingChanged) -> None:
        if fact.key in self.rows:
            self.rows[fact.key].show()
        await self._find()
        self._state.refresh()
        self._sheet.refresh()


@router.get("/inbox/poster.pdf", include_in_schema=False)
def poster_to_print(request: Request, paper: Literal["A4", "A5"] = "A4") -> Response:
    """One page; opens in the viewer, ready to print."""
    actor = request.scope.get("linework.actor")
    if actor is None:
        raise SignedOut
    if not may(actor, POSTER, house().rights):
        raise Denied
    shown = {"Content-Disposition": f'inline; filename="poster-{paper}.pdf"'}
    return Response(draw_poster(poster_of_today(paper)), media_type="application/pdf", headers=shown)


def poster_of_today(paper: str) -> Poster:
    """What is printed now."""
    place = house()
    settings, url = place.settings, address()
    foot = settings["clients.poster.line"]
    return Poster(letterhead(place), url, short(url), tuple(all_sayings()), foot, place.clock.now(), paper)


def all_sayings() -> list[Saying]:
    """Every language there is, the studio's own first."""
    own = nearest(house().settings["studio.locale"])
    said = []
    for tag in sorted(LANGUAGES, key=lambda one: one != own):
        with speaking(tag):
            way, other = t("In the studio's Wi-Fi, scan this with your camera."), t("No phone? Ask at the desk.")
            said.append(Saying(tag, t("Welcome! Register here"), f"{way}\n{other}"))
    return said


def address() -> str:
    """What the code carries."""
    return phone_url(poster_path(house()))


def short(url: str) -> str:
    """Fit to be typed."""
    return url.removeprefix("http://")
