"""The consent room inside a client's profile: the act in its head, signed consents beside the answers."""

from __future__ import annotations

from nicegui import ui

from components.app.button import button
from components.app.gathering import Gathering
from components.app.live import in_turn, live
from components.app.marks import status_mark
from components.app.moments import when
from components.app.perform import look
from components.app.text import text
from components.app.who import current_actor
from pages.consent.following import Following
from pages.consent.send_to_tablet import ask_to_sign
from studio.clients.queries import ClientCard
from studio.consent.facts import CeremonyOpened, PacketFact
from studio.consent.queries import PacketRow, open_ceremonies, packets_of_client, titles_of_client
from studio.extension.registry import may
from studio.kernel.house import house
from studio.kernel.text import LANGUAGES, t

SEE_OPEN, SIZE = "consent.ceremony.see", 25


def draw_act(card: ClientCard) -> None:
    """The button in the head of a client on file."""
    if card.archived_at is None:
        button(t("Consent"), lambda: ask_to_sign(card), icon="tablet", key="c")


async def draw_packets(card: ClientCard) -> None:
    """What is being signed now, then every signed consent, newest first."""
    await Packets(card).draw()


class Packets:
    """The part of one open profile; it follows what happens to this client."""

    def __init__(self, card: ClientCard) -> None:
        self.card = card

    async def draw(self) -> None:
        self.place, self.shown = ui.element("div").classes("stack"), SIZE
        mine = lambda fact: fact.client_id == self.card.id  # noqa: E731
        live((CeremonyOpened, PacketFact), Gathering(lambda _: self._load()), when=mine)
        await self._load()

    @in_turn
    async def _load(self) -> None:
        packets = await look(packets_of_client, self.card.id)
        titles = await look(titles_of_client, self.card.id) if packets else {}
        running = []
        if may(current_actor(), SEE_OPEN, house().rights):
            running = [row for row in await look(open_ceremonies, self.card.id) if row.stage != "expired"]
        self.place.clear()
        with self.place:
            for row in running:
                await Following(row.id).draw()
            if not packets and not running:
                text(t("Nothing signed yet."), "second", "p")
            if packets:
                with ui.element("ul").classes("ruled"):
                    for packet in packets[: self.shown]:
                        draw_packet(packet, titles.get(packet.id, packet.template))
            if len(packets) > self.shown:
                button(t("Show older"), self._older, icon="down")

    async def _older(self) -> None:
        self.shown += SIZE
        await self._load()


def draw_packet(row: PacketRow, title: str) -> None:
    """One line: state, date, which text."""
    with ui.element("li").classes("packet-row"):
        with ui.element("div").classes("grow stack tight"):
            text(f"{row.code} · {when(row.signed_at)}", "medium")
            tongue = LANGUAGES.get(row.language, row.language)
            text(f"{title}, {t('edition {n}', n=row.edition)}, {tongue}", "small second")
            if row.withdrawn_reason:
                text(row.withdrawn_reason, "small second prose")
        status_mark("none", t("Withdrawn")) if row.withdrawn_at else status_mark("ok", t("Signed"))
        opens = button(t("Open"), to=f"/consent/{row.code}")
        opens.props["aria-label"] = t("Open {code}", code=row.code)
