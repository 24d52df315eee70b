"""Letters of a test studio, and what became of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from studio.kernel.actor import timer
from studio.kernel.house import House
from studio.kernel.work import Work, action, ask, perform
from studio.messages.actions import queue_mail, raise_alert
from studio.messages.models import Letter
from studio.messages.queries import LetterView, list_letters, my_alerts
from tests.factories.people import signed_in

ANA = "ana@example.com"


@action("test.letter.write", needs="messages.letter.send")
def write(work: Work, to: str, template: str, values: dict[str, Any]) -> Letter:
    return queue_mail(work, template, to, "en", **values)


@action("test.letter.alert", needs="messages.letter.send")
def warn(work: Work) -> None:
    raise_alert(work, "upkeep.disk.full", free="1.0")


def written(to: str = ANA, template: str = "reset", **values: Any) -> Letter:
    filled = {"name": "Ana", "code": "4711-0815", "minutes": 15} if template == "reset" else {}
    return perform(timer("test"), write, to, template, filled | values)


def letters(state: str = "") -> list[LetterView]:
    return ask(signed_in(), list_letters, state=state)[0]


def alerts() -> list[str]:
    return [one.kind for one in ask(signed_in(), my_alerts)[0]]


def later(house: House, by: timedelta) -> None:
    now = house.clock.now() + by
    house.clock.read = lambda: now
