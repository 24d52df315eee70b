"""Clients who are probably on file twice: the likeliest first, each with what speaks for it."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui

from components.app.button import button
from components.app.drawings import drawing
from components.app.feedback import toast
from components.app.frame import frame, head
from components.app.gathering import Gathering
from components.app.live import live
from components.app.marks import face, status_mark
from components.app.moments import here, show_date
from components.app.perform import act, look
from components.app.text import text
from pages.clients.likely import SAME
from pages.clients.showing import field_text, photo_address
from studio.clients import facts
from studio.clients.actions import doubt_apart, keep_apart
from studio.clients.queries import LikelyPair, Page, likely_pairs
from studio.clients.queries.doubles import Double
from studio.clients.rules.matching import NAME, name_points
from studio.kernel.text import nt, t

SIZE = 20
SHOWN = (facts.ClientsMerged, facts.ClientsParted, facts.ClientsKeptApart, facts.ClientsDoubted)


async def draw(page: str = "1") -> None:
    """The screen `/clients/duplicates`."""
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    pairs = Pairs(number, await look(likely_pairs, page=number, size=SIZE))
    with frame(t("On file twice?"), active="/clients"):
        head(t("On file twice?"), t("Two files that may be one person. Merging can be undone."))
        with ui.element("div").classes("body pairs"):
            pairs.draw()
    live(SHOWN, do=Gathering(pairs.follow))


class Pairs:
    """One page of pairs."""

    def __init__(self, number: int, found: Page[LikelyPair]) -> None:
        self.number, self.found = number, found

    @ui.refreshable_method
    def draw(self) -> None:
        """What there is to compare now."""
        if not self.found.items:
            with ui.element("div").classes("empty"):
                drawing("swallow")
                text(t("Nobody seems to be on file twice"), "", "h2")
                text(t("Two files are shown here when phone, e-mail or birth date and name are alike."), "", "p")
            return
        text(
            nt("{n} pair, the likeliest first", "{n} pairs, the likeliest first", self.found.total), "small quiet", "p"
        )
        for pair in self.found.items:
            self._pair(pair)
        self._turn()

    async def follow(self, _: list[Any]) -> None:
        """Somebody merged, or changed a client: compare again."""
        self.found = await look(likely_pairs, page=self.number, size=SIZE)
        self.draw.refresh()

    def _pair(self, pair: LikelyPair) -> None:
        with ui.element("section").classes("panel pair"):
            with ui.element("div").classes("pair-sides"):
                _side(pair.one)
                _side(pair.other)
            with ui.element("div").classes("line wrap apart"):
                status_mark("info" if pair.score >= 80 else "part", reasons(pair))
                with ui.element("div").classes("line"):
                    button(t("Two people"), partial(self._apart, pair), kind="bare").props["aria-label"] = t(
                        "{one} and {other} are two people", one=pair.one.name, other=pair.other.name
                    )
                    button(t("Compare and merge"), icon="merge", to=address(pair.one.code, pair.other.code))

    async def _apart(self, pair: LikelyPair) -> None:
        if await act(keep_apart, pair.one.id, pair.other.id):
            said = t("{one} and {other} are kept as two people.", one=pair.one.name, other=pair.other.name)
            toast(said, partial(act, doubt_apart, pair.one.id, pair.other.id))

    def _turn(self) -> None:
        last = -(-self.found.total // SIZE)
        if last > 1:
            with ui.element("div").classes("line apart"):
                button(t("Page before"), icon="left", to=f"/clients/duplicates?page={max(1, self.number - 1)}")
                text(t("Page {n}", n=f"{self.number} / {last}"), "small quiet")
                button(t("Next page"), icon="right", to=f"/clients/duplicates?page={min(last, self.number + 1)}")


def address(kept: str, other: str) -> str:
    """Where two files are compared."""
    return f"/clients/duplicates/{kept}/{other}"


def reasons(pair: LikelyPair) -> str:
    """Why they may be one person: “Same phone and birth date, similar name”."""
    words = [t(SAME[pair.traits])] if pair.traits else []
    if 0 < name_points(pair.one.name, pair.other.name) < NAME:
        words.append(t("similar name"))
    return ", ".join(words)


def _side(one: Double) -> None:
    with ui.element("a").classes("pair-side") as made:
        face(one.name, photo_address(one.code, one.photo_small))
        with ui.element("span").classes("grow stack tight"):
            text(one.name, "strong cut")
            contact = [field_text("phone", one.phone), one.email, field_text("birth_date", one.birth_date)]
            text(" · ".join(filter(None, contact)) or t("No contact yet."), "small second")
            text(t("{code}, since {day}", code=one.code, day=show_date(here(one.created_at).date())), "small quiet")
    made.props["href"] = f"/clients/{one.code}"
