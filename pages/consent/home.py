"""Who is signing just now: a lane on Today, in the list of consents, and nowhere while nobody is."""

from __future__ import annotations

import contextlib
from typing import Any

from nicegui import ui

from components.app.gathering import Gathering
from components.app.live import live
from components.app.moments import show_time, show_wait
from components.app.perform import look
from components.lane import Card, Lane
from pages.consent.following import KINDS, place_words, stage_words
from studio.consent.facts import CeremonyFact, PacketKept
from studio.consent.queries import CeremonyRow, count_open_ceremonies, open_ceremonies
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.staff.facts import GuestArrived

SEE = "consent.ceremony.see"


def draw() -> None:
    """The card on the home page."""
    OpenLane().draw()


class OpenLane:
    """Signings that still want something; gone when there are none."""

    def draw(self) -> None:
        self.lane = Lane(t("Signing"), drawing="swallow", empty=t("Nobody is signing"))
        self.lane.classes("lane-signing").set_visibility(False)
        with self.lane:
            ui.timer(0.05, self.load, once=True)
        live((CeremonyFact, PacketKept), Gathering(self._follow))
        live(GuestArrived, Gathering(self._follow), when=lambda fact: fact.purpose == "ceremony")

    async def load(self) -> None:
        """What stands at this moment."""
        with contextlib.suppress(Refusal):  # a sign-in that has ended: the page is on its way out
            rows = [row for row in await look(open_ceremonies) if row.stage != "expired"]
            total = await look(count_open_ceremonies)
            self.lane.show([card(row) for row in rows], total=total)
            self.lane.set_visibility(bool(rows))

    async def _follow(self, _: list[Any]) -> None:
        await self.load()


def card(row: CeremonyRow) -> Card:
    """A signing, as a card."""
    since = row.signed_at or row.opened_at
    return Card(
        id=str(row.id),
        to=f"/consent/signing/{row.id}",
        title=row.client_name,
        lead=show_time(since),
        note=show_wait(since),
        line=" · ".join(filter(None, (place_words(row), row.about))),
        marks=((KINDS[row.stage], stage_words(row)),),
        act=t("Check ID and sign") if row.stage == "signed" else t("Open"),
    )
