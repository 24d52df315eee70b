"""A packet's page while its document is still being drawn."""

from __future__ import annotations

from studio.consent.drawer import drawer
from studio.consent.facts import PaperKept
from studio.kernel.house import House
from tests.factories.consents import packet
from tests.factories.people import signed_in
from tests.pages.desks import Open, press
from tests.patience import until


async def test_what_verifying_told_stays_when_the_document_comes(studio: House, open_at: Open) -> None:
    kept = packet()
    drawer.settle()
    desk = await open_at(signed_in("artist"), f"/consent/{kept.code}")
    press(desk, "Verify")
    await desk.should_see("Every digit is as it was signed.")
    before = {one.id for one in desk.find("Verify").elements}
    for _ in range(2):
        studio.bus.tell([PaperKept(kept.client_id, kept.id, kept.code, "")])
    await until(lambda: not before & {one.id for one in desk.find("Verify").elements})
    await desk.should_see("Every digit is as it was signed.")
    assert len(desk.find("Verify").elements) == 1
