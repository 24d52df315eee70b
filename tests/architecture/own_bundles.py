"""A bundle is for whoever asked for it: begun and listed by them alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from studio.inspection.actions import ask_bundle, begin_bundle
from studio.inspection.queries import bundles
from studio.kernel.actor import Actor
from studio.kernel.refusal import Denied
from studio.kernel.work import ask, perform

DAY = date(2026, 5, 4)


def begun(me: Actor, other: Actor) -> object:
    return perform(me, begin_bundle, perform(other, ask_bundle, DAY, DAY).id)


def listed(me: Actor, other: Actor) -> object:
    asked = perform(other, ask_bundle, DAY, DAY)
    if asked.id not in {one.id for one in ask(me, bundles)}:
        raise Denied
    return None


OWN_BUNDLES: dict[str, tuple[str, list[Callable[[Actor, Actor], object]]]] = {
    "inspection.bundle.make": ("inspector", [begun, listed]),
}
