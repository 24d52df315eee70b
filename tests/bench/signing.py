"""One consent from the client's signature to the sealed paper, beside drawing and sealing alone."""

from __future__ import annotations

from collections.abc import Iterator

from studio.consent.actions import sign_ceremony, witness_ceremony
from studio.consent.drawer import DRAWER, drawer
from studio.consent.paper import document_of
from studio.consent.queries import ceremony_for_guest
from studio.consent.queries.packets import packet_to_draw
from studio.documents.drawing import draw
from studio.documents.sealing import seal
from studio.kernel.house import house
from studio.kernel.work import ask, perform
from tests.bench.figures import Figure, compared, in_turns
from tests.bench.studio import Studio, at_work
from tests.factories.consents import filled, opened, packet, witnessing
from tests.factories.people import signed_in

GOAL = 2
TIMES, ROUNDS = 3, 4


def signing(studio: Studio) -> Iterator[Figure]:
    """Signed, witnessed, stored, drawn, sealed and kept, at most twice what drawing and sealing cost."""
    with at_work(studio) as (place, _):
        artist = signed_in("artist")
        ready = []
        for _ in range(TIMES * ROUNDS + 3):
            guest, ceremony = opened()
            ready.append((guest, ceremony.id, filled(ask(guest, ceremony_for_guest))))
        paper = document_of(place, ask(DRAWER, packet_to_draw, packet().id))
        drawer.settle()

        def whole(_: int) -> None:
            guest, ceremony_id, payload = ready.pop()
            perform(guest, sign_ceremony, ceremony_id, payload)
            perform(artist, witness_ceremony, ceremony_id, witnessing())
            drawer.settle()

        def alone(_: int) -> None:
            seal(house(), draw(paper), "bench")

        ours, base = in_turns(whole, alone, count=TIMES, rounds=ROUNDS)
        yield compared("a consent signed, stored, drawn and sealed", ours, base, GOAL)
