"""The tablets of the studio: the waiting screen, how it takes up what was sent, and their list in the settings."""

from __future__ import annotations

import pytest
from nicegui import background_tasks, ui

from pages.consent import kiosk
from pages.consent.kiosk import Waiting
from studio.consent.facts import CeremonyTaken
from studio.consent.queries import open_ceremonies
from studio.kernel.house import House
from studio.kernel.refusal import OutOfOrder
from studio.kernel.work import Work, ask, perform
from studio.staff.actions import revoke_device
from studio.staff.facts import DevicePaired
from studio.upkeep.lan import overrides
from tests.factories.consents import adult, opened
from tests.factories.devices import id_of, paired
from tests.factories.people import signed_in
from tests.pages.clients.looking import until
from tests.pages.desks import Open, field, press


async def test_a_client_is_sent_to_the_tablet_that_waits(
    studio: House, open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overrides, "enabled", True)
    taken: list[CeremonyTaken] = []
    studio.bus.after(CeremonyTaken, taken.append)
    tablet, artist, client = paired("Front desk"), signed_in("artist"), adult()
    await (await open_at(tablet, "/kiosk")).should_see(Waiting)
    desk = await open_at(artist, f"/clients/{client.code}")
    press(desk, "Consent")
    await desk.should_see("Front desk")
    await desk.should_see("Ready")
    await desk.should_see("Let them read and sign")  # it follows what the rules say of the day
    press(desk, "Let them read and sign")
    await until(lambda: taken)
    assert [fact.device_id for fact in taken] == [id_of(tablet)]
    assert [row.place for row in ask(artist, open_ceremonies)] == ["tablet"]


async def test_a_tablet_tries_again_what_it_could_not_take_up_at_once(
    studio: House, open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overrides, "enabled", True)
    monkeypatch.setattr(kiosk, "EVERY", 0.05)
    tries: list[CeremonyTaken] = []

    def busy_at_first(work: Work, fact: CeremonyTaken) -> None:
        tries.append(fact)
        if len(tries) < 5:
            raise OutOfOrder("The studio is busy.")

    studio.bus.within(CeremonyTaken, busy_at_first)
    tablet = paired("Front desk")
    await (await open_at(tablet, "/kiosk")).should_see(Waiting)
    opened(adult(), place="tablet", device_id=id_of(tablet))
    await until(lambda: len(tries) == 5)


async def test_the_page_a_tablet_opened_last_alone_takes_up_what_is_sent(
    studio: House, open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overrides, "enabled", True)
    taken: list[CeremonyTaken] = []
    studio.bus.after(CeremonyTaken, taken.append)
    tablet = paired("Front desk")
    for _ in range(2):  # one that was left, and lives on for a while
        await (await open_at(tablet, "/kiosk")).should_see(Waiting)
    opened(adult(), place="tablet", device_id=id_of(tablet))
    await until(lambda: taken and not any("live" in task.get_name() for task in background_tasks.running_tasks))
    assert len(taken) == 1


async def test_the_code_of_one_tablet_stays_while_another_is_paired(
    studio: House, open_at: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overrides, "enabled", True)
    owner = signed_in("owner")
    desk = await open_at(owner, "/settings")
    press(desk, "Pair a tablet")
    await desk.should_see("Scan this with the tablet's camera")
    told: list[object] = []
    studio.bus.after(DevicePaired, told.append)
    paired("A colleague's")
    await until(lambda: told)
    await desk.should_see("A colleague's")
    assert next(iter(desk.find(ui.dialog).elements)).value, "it waits for its own tablet"


async def test_the_kiosk_holds_nothing_of_anybody(studio: House, open_at: Open) -> None:
    adult("Rita Sá")
    waiting = await open_at(paired("Front desk"), "/kiosk")
    await waiting.should_see(Waiting)
    await waiting.should_not_see("Rita")
    assert waiting.client
    assert len(waiting.client.elements) < 20


async def test_staff_find_no_waiting_screen(studio: House, open_at: Open) -> None:
    desk = await open_at(signed_in("owner"), "/kiosk")
    await desk.should_see("Your role does not allow this.")


async def test_settings_list_the_tablets_and_let_one_go(studio: House, open_at: Open) -> None:
    tablet, owner = paired("Front desk"), signed_in("owner")
    desk = await open_at(owner, "/settings")
    await desk.should_see("Front desk")
    perform(owner, revoke_device, id_of(tablet))
    await desk.should_see("No tablet is paired yet.")


async def test_a_tablet_is_called_something_else(studio: House, open_at: Open) -> None:
    paired("Front desk")
    desk = await open_at(signed_in("owner"), "/settings")
    await desk.should_see("Front desk")
    press(desk, "Rename")
    await desk.should_see("Rename the tablet")
    field(desk, "Name of this tablet").value = "Chair two"
    press(desk, "Save")
    await desk.should_see("Chair two")
