"""First steps: rooms declare them, the owner's home ticks them off as they happen, and puts them away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from studio.clients.actions import create_client
from studio.consent.facts import PacketKept
from studio.extension.registry import Registry, Undeclared, registry, use_registry
from studio.extension.screens import FirstStep, Screen, Screens
from studio.kernel.facts import Fact
from studio.kernel.house import House
from studio.kernel.permissions import DeclaredTwice, Rights
from studio.kernel.settings import Settings
from studio.kernel.work import Read, ask, perform, query
from studio.schedule.queries.first import artists_work_here, booked_before
from studio.upkeep.actions import change_setting, reset_setting
from tests.conftest import rooms
from tests.factories.people import signed_in
from tests.factories.schedule import booked, needle
from tests.pages.desks import Open, buttons, press


def set_to(key: str, value: object) -> None:
    perform(signed_in("owner"), change_setting, key, value)


async def test_a_step_is_ticked_off_as_it_happens_anywhere(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"))
    await user.should_see("Put the first client on file")
    await user.should_see("By hand here, or with the code a guest scans.")
    perform(signed_in("reception"), create_client, {"name": "Ana Pereira"})
    await user.should_not_see("By hand here, or with the code a guest scans.")
    await user.should_see("Put the first client on file")
    set_to("lan.enabled", True)
    await user.should_not_see("So that guests can register on their own phone, over the studio's Wi-Fi.")
    perform(signed_in("owner"), reset_setting, "lan.enabled")
    await user.should_see("So that guests can register on their own phone, over the studio's Wi-Fi.")


async def test_they_are_put_away_and_brought_back(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    one, two = await open_at(owner), await open_at(signed_in("owner"))
    await one.should_see("Put away")
    press(one, "Put away")
    for desk in (one, two):
        await desk.should_not_see("First steps")
        await desk.should_see("Show the first steps")
    press(one, "Show the first steps")
    await two.should_see("First steps")


async def test_only_the_next_ones_stand_open_and_all_can_be_shown(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"))
    await user.should_see("Put away")
    await user.should_not_see("Choose the studio's colour")
    press(user, next(name for name in buttons(user) if name.startswith("Show all")))
    await user.should_see("Choose the studio's colour")


@pytest.mark.parametrize("role", ["manager", "artist", "reception", "viewer"])
async def test_they_are_the_owners(studio: House, open_at: Open, role: str) -> None:
    user = await open_at(signed_in(role))
    await user.should_see("Last changed")
    await user.should_not_see("First steps")


@query("upkeep.settings.reach")
def never(read: Read) -> bool:
    """A step that is never done."""
    return False


STEP = FirstStep(
    "trial.step",
    "Water the fern",
    "It is thirsty.",
    "Water it",
    "/trial",
    1,
    "upkeep.settings.reach",
    never,
    (PacketKept,),
)


def with_step(step: FirstStep) -> Registry:
    """All rooms, and one more that declares this step."""
    trial = Screens("trial", screens=(Screen("/trial", lambda: None, None, "Trial"),), first_steps=(step,))
    return Registry(rooms().areas.values(), [*registry().screens.values(), trial])


async def test_what_a_room_declares_appears(studio: House, open_at: Open) -> None:
    before = registry()
    use_registry(with_step(STEP))
    try:
        user = await open_at(signed_in("owner"))
        await user.should_see("Water the fern")
    finally:
        use_registry(before)


@pytest.mark.parametrize("step", [replace(STEP, to="/nowhere"), replace(STEP, needs="trial.fern.water")])
def test_a_step_that_leads_nowhere_or_needs_what_nobody_declared_stops_the_start(
    studio: House, step: FirstStep
) -> None:
    with pytest.raises(Undeclared, match=r"trial\.step"):
        with_step(step)._check_first_steps(studio)


def test_a_key_is_claimed_once() -> None:
    twice = Screens("again", first_steps=(STEP, STEP))
    with pytest.raises(DeclaredTwice):
        Registry((), [twice]).declare(Rights(_nothing), Settings(_nothing))


def test_every_step_says_when_to_ask_again() -> None:
    import run

    steps = run.rooms().all_first_steps()
    assert len(steps) > 10
    assert all(step.follows and all(issubclass(fact, Fact) for fact in step.follows) for step in steps)


def _nothing() -> object:
    raise AssertionError("nothing is read here")


async def test_the_calendar_has_its_steps(studio: House) -> None:
    owner = signed_in("owner")
    assert (ask(owner, artists_work_here), ask(owner, booked_before)) == (False, False)
    artist = needle(owner)
    assert (ask(owner, artists_work_here), ask(owner, booked_before)) == (True, False)
    booked(owner, artist.id)
    assert ask(owner, booked_before)
