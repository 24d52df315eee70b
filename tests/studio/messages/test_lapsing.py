"""A clock that jumped and a certificate that ends are told for as long as people need it, and no longer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from studio.extension.timers import run_due
from studio.kernel.actor import CONSOLE, Actor, rule
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.messages.demo import fill_alerts
from studio.messages.queries import lasting_alerts
from studio.upkeep.actions import change_setting
from studio.upkeep.area import AREA
from studio.upkeep.certifying import certify
from studio.upkeep.health import watch_health
from tests.factories.people import signed_in

WATCH = [one for one in AREA.timers if one.action is watch_health]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def lasting(actor: Actor) -> list[str]:
    return [one.kind.rpartition(".")[2] for one in ask(actor, lasting_alerts)]


def goes(house: House, by: timedelta) -> Actor:
    """The clock moves, the timer comes round; somebody at the desk, signed in by the clock as it stands."""
    now = house.clock.read() + by
    house.clock.read = lambda: now
    run_due(house, WATCH)
    return signed_in("reception")


@pytest.mark.parametrize("back", [HOUR, 20_000 * DAY])
def test_a_clock_set_back_is_told_until_that_time_has_come_again(studio: House, back: timedelta) -> None:
    assert lasting(goes(studio, HOUR)) == []
    assert lasting(goes(studio, -back)) == ["back"]
    assert lasting(goes(studio, timedelta(minutes=1))) == ["back"]
    assert "back" not in lasting(goes(studio, back))


def test_nobody_is_told_for_ever_of_a_clock_that_was_set_back(studio: House) -> None:
    goes(studio, HOUR)
    assert lasting(goes(studio, -3 * DAY)) == ["back"]
    assert lasting(goes(studio, DAY)) == []


def test_a_clock_a_year_ahead_is_told_and_setting_it_right_ends_it(studio: House) -> None:
    goes(studio, HOUR)
    assert lasting(goes(studio, 365 * DAY)) == ["ahead"]
    assert lasting(goes(studio, HOUR)) == ["ahead"]
    assert lasting(goes(studio, -365 * DAY)) == []


def test_a_night_and_a_clock_that_sets_itself_right_are_no_news(studio: House) -> None:
    goes(studio, HOUR)
    assert lasting(goes(studio, timedelta(hours=14))) == []
    assert lasting(goes(studio, timedelta(seconds=-70))) == []


def test_a_certificate_is_told_of_in_time_and_a_new_one_ends_it(studio: House) -> None:
    owner = signed_in("owner")
    for key in ("lan.enabled", "lan.tls"):
        perform(owner, change_setting, key, True)
    perform(rule("network"), certify, ["127.0.0.1"])
    goes(studio, 180 * DAY)
    assert lasting(signed_in("owner")) == ["ahead"]
    goes(studio, 7 * DAY)
    (told,) = [one for one in ask(signed_in("owner"), lasting_alerts) if one.kind.endswith("ends")]
    assert "ends in 12 days" in told.sentence
    perform(rule("network"), certify, ["127.0.0.1"])
    goes(studio, HOUR)
    assert lasting(signed_in("owner")) == []


def test_everybody_in_a_demo_studio_is_told_so(studio: House) -> None:
    perform(CONSOLE, fill_alerts, None)
    assert [lasting(signed_in(role)) for role in ("owner", "artist", "viewer")] == [["studio"]] * 3
