"""Start-up stops, and says why, when rooms claim one name, or use what nobody declared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from studio.extension.area import Area, Timer
from studio.extension.registry import Registry, Undeclared
from studio.extension.screens import FirstStep, Screen, Screens, Slot
from studio.kernel.house import House
from studio.kernel.permissions import DeclaredTwice, Permission, Rights
from studio.kernel.settings import Setting, Settings
from studio.kernel.work import ACTIONS, Action
from tests.factories.people import signed_in

WIPE = Action("repair.bench.wipe", "repair.bench.wipe", lambda work: None)
HOURLY = Timer("repair.bench.wipe", timedelta(hours=1), WIPE)
SEE = Permission.of("repair.bench.see", "See the bench", "owner")


def nobody(*_: Any) -> None:
    """Draws nothing, reads nothing."""


def parts(name: str) -> dict[str, Area]:
    """Everything two rooms could claim, each alone in a room of this name."""
    return {
        "room": Area("repair"),
        "permission": Area(name, permissions=(SEE,)),
        "setting": Area(name, settings=(Setting("repair.width", int, 2, "Width"),)),
        "sentence": Area(name, sentences={"repair.bench.wipe": "{who} wiped the bench"}),
        "timer": Area(name, timers=(HOURLY,)),
        "kind": Area(name, kinds={"bench": "bench"}),
        "name": Area(name, names={"bench": nobody}),  # type: ignore[dict-item]
    }


@pytest.mark.parametrize("part", sorted(parts("")))
def test_two_rooms_cannot_claim_one_name(part: str) -> None:
    with pytest.raises(DeclaredTwice) as stopped:
        Registry([parts("repair")[part], parts("laser")[part]]).declare(Rights(), Settings(dict))
    assert "repair" in str(stopped.value) or "bench" in str(stopped.value)


def test_two_rooms_cannot_claim_one_address() -> None:
    shown = [Screens(name, screens=(Screen("/bench", nobody, None, "Bench"),)) for name in ("repair", "laser")]
    with pytest.raises(DeclaredTwice, match="/bench"):
        Registry(screens=shown).declare(Rights(), Settings(dict))


def test_a_slot_nobody_documented_is_refused() -> None:
    with pytest.raises(Undeclared, match=r"bench\.top"):
        Registry(screens=[Screens("repair", slots=(Slot("bench.top", nobody, 1, None),))])


def test_a_first_step_is_offered_to_whoever_may_take_it(studio: House) -> None:
    def step(key: str, needs: str, order: int) -> FirstStep:
        return FirstStep(key, "Words", "Why", "Go", "/bench", order, needs, nobody)  # type: ignore[arg-type]

    steps = (step("repair.late", "clients.client.see", 20), step("repair.early", "staff.device.manage", 10))
    offered = Registry(screens=[Screens("repair", first_steps=steps)]).first_steps_for
    assert [one.key for one in offered(signed_in("owner"), studio.rights)] == ["repair.early", "repair.late"]
    assert [one.key for one in offered(signed_in("artist"), studio.rights)] == ["repair.late"]


@pytest.fixture
def wipe() -> Iterator[None]:
    ACTIONS[WIPE.name] = WIPE
    yield
    del ACTIONS[WIPE.name]


WIPES = Permission.of("repair.bench.wipe", "Wipe the bench", "owner")
SENTENCE = {"repair.bench.wipe": "{who} wiped the bench"}


@pytest.mark.parametrize(
    ("area", "missing"),
    [
        (Area("repair", sentences=SENTENCE), "permission repair.bench.wipe"),
        (Area("repair", permissions=(WIPES,)), "audit sentence of repair.bench.wipe"),
    ],
)
def test_a_verb_without_its_right_or_its_sentence_is_refused(
    studio: House, wipe: None, area: Area, missing: str
) -> None:
    registry = Registry([area])
    registry.declare(studio.rights, studio.settings)
    with pytest.raises(Undeclared, match=missing):
        registry.furnish(studio)


def test_a_screen_behind_a_right_nobody_declared_is_refused(studio: House) -> None:
    screen = Screen("/bench", nobody, "repair.bench.see", "Bench")
    with pytest.raises(Undeclared, match=r"repair\.bench\.see"):
        Registry(screens=[Screens("repair", screens=(screen,))]).furnish(studio)
