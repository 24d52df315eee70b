"""Alerts that name a condition stand above every screen until the condition is over."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from components.app.gathering import Gathering
from components.app.live import live
from components.app.perform import look
from components.banners import Banner, Banners
from pages.messages.showing import SEE, mark_of
from studio.extension.registry import may
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.work import ask
from studio.messages.facts import AlertFact
from studio.messages.queries import AlertView, lasting_alerts


def draw_conditions(actor: Actor) -> None:
    """In the frame that is being drawn, for whoever gets alerts."""
    if not may(actor, SEE, house().rights):
        return
    banners = Banners([], who=str(actor.id))

    async def follow(_: list[Any]) -> None:
        with suppress(Refusal):  # a sign-in that has ended: the page is on its way out
            banners.show([banner_of(one) for one in await look(lasting_alerts)])

    live(AlertFact, Gathering(follow))
    banners.show([banner_of(one) for one in ask(actor, lasting_alerts)])


def banner_of(one: AlertView) -> Banner:
    """An alert as a banner; what is urgent cannot be put aside."""
    return Banner(str(one.id), mark_of(one.urgency)[0], one.sentence, one.to)
