"""What the rooms tell of by themselves, and that each of it is over when it is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

import pytest

from studio.clients.actions import decline_registration
from studio.clients.waiting import watch_waiting
from studio.extension.timers import run_due
from studio.kernel.actor import Actor, timer
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.messages.queries import AlertView, count_alerts, my_alerts
from studio.staff import sign_in
from studio.staff.actions import set_password
from studio.staff.housekeeping import tidy_sign_ins
from studio.staff.refusals import WrongPassword
from studio.upkeep.area import AREA as UPKEEP
from studio.upkeep.doorways import Doorway, doorways
from studio.upkeep.examiner import examine_house, examiner
from studio.upkeep.health import watch_health
from tests.factories.clients import counted_statements, sent
from tests.factories.people import HASH, id_of, signed_in

CLOCK = timer("test")


class Disk(NamedTuple):
    free: int


def told(actor: Actor) -> list[AlertView]:
    return ask(actor, my_alerts)[0]


def later(house: House, by: timedelta) -> None:
    now = house.clock.now() + by
    house.clock.read = lambda: now


def test_a_form_that_waits_too_long_is_told_until_somebody_decides(studio: House) -> None:
    first, second = sent({"name": "Gil"}), sent({"name": "Hana"})
    perform(CLOCK, watch_waiting)
    assert told(signed_in("reception")) == []
    later(studio, timedelta(minutes=16))
    desk = signed_in("reception")
    perform(CLOCK, watch_waiting)
    (alert,) = told(desk)
    assert alert.sentence == "2 forms have waited in the inbox for more than 15 minutes."
    perform(desk, decline_registration, first.id, "no")
    (alert,) = told(desk)
    assert alert.sentence == "1 form has waited in the inbox for more than 15 minutes."
    perform(desk, decline_registration, second.id, "no")
    assert told(desk) == []


def test_guesses_at_a_password_are_told_to_the_owner_and_calm_down(
    studio: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sign_in, "failures", type(sign_in.failures)())
    owner, artist = signed_in("owner"), signed_in("artist", "Ines", "ines@example.com")
    for n in range(5):
        assert told(owner) == [], n
        with pytest.raises(WrongPassword):
            sign_in.sign_in("ines@example.com", "guess", zone="desk")
    (alert,) = told(owner)
    assert "sign in as Ines" in alert.sentence
    assert told(artist) == []
    later(studio, timedelta(hours=25))
    perform(CLOCK, tidy_sign_ins)
    assert told(signed_in()) == []


def test_a_new_password_ends_the_guessing(studio: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "failures", type(sign_in.failures)())
    owner, artist = signed_in("owner"), signed_in("artist", "Ines", "ines@example.com")
    for _ in range(5):
        with pytest.raises(WrongPassword):
            sign_in.sign_in("ines@example.com", "guess", zone="desk")
    assert len(told(owner)) == 1
    perform(owner, set_password, id_of(artist), HASH)
    assert told(owner) == []


def test_nobodys_name_raises_nothing(studio: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "failures", type(sign_in.failures)())
    for _ in range(5):
        with pytest.raises(WrongPassword):
            sign_in.sign_in("my password by mistake", "x", zone="desk")
    assert told(signed_in()) == []


def test_a_disk_without_room(studio: House, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = signed_in()
    for free, sentences in ((1_400_000_000, 1), (1_300_000_000, 1), (9_000_000_000, 0)):
        room = Disk(free)
        monkeypatch.setattr("shutil.disk_usage", lambda _, room=room: room)
        perform(CLOCK, watch_health)
        assert len(told(owner)) == sentences


@pytest.fixture
def doors() -> Iterator[None]:
    yield
    doorways.doors.clear()


def test_a_door_that_cannot_open(studio: House, doors: None) -> None:
    desk = signed_in("reception")
    doorways.doors["plain"] = Doorway("busy", 8081)
    perform(CLOCK, watch_health)
    (alert,) = told(desk)
    assert "port 8081" in alert.sentence
    doorways.doors["plain"] = Doorway("open", 8081)
    perform(CLOCK, watch_health)
    assert told(desk) == []


def test_damage_is_found_told_and_over_once_it_is_mended(studio: House) -> None:
    owner = signed_in()
    name = studio.files.put(b"a photo")
    assert examine_house(studio) == ""
    path = next(path for path in studio.files.folder.rglob("*") if path.name.startswith(name[:8]))
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert "attachments" in examine_house(studio)
    (alert,) = told(owner)
    assert alert.urgency == "urgent"
    path.write_bytes(whole)
    assert examine_house(studio) == ""
    assert told(owner) == []


def test_the_timers_of_upkeep_look_by_themselves(studio: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examiner, "patience", 0.0)
    ran = run_due(studio, list(UPKEEP.timers))
    examiner.settle(30)
    assert {"upkeep.health.watch", "upkeep.health.call"} <= set(ran)


def test_the_figure_on_the_bell_costs_two_small_questions(studio: House) -> None:
    owner = signed_in()
    ask(owner, count_alerts)
    with counted_statements(studio) as statements:
        ask(owner, count_alerts)
    assert len([one for one in statements if one.startswith("SELECT")]) <= 2
