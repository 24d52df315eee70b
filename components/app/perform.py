"""The one runner: screens act and read through it, on a worker thread, and hear refusals kindly."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

from components.app.feedback import incident, refuse
from components.app.who import current_actor
from studio.kernel import work
from studio.kernel.refusal import Refusal
from studio.kernel.text import language, speaking

P = ParamSpec("P")
R = TypeVar("R")


class Complaints(Protocol):
    """Whatever can show a refusal beside the fields it is about."""

    def complain(self, refusal: Refusal) -> None: ...


async def act(verb: work.Action[P, R], /, *args: P.args, **values: P.kwargs) -> R | None:
    """Perform a verb as the person at this page; None when it was refused, which has then been said."""
    return await attempt(verb, None, *args, **values)


async def attempt(verb: work.Action[P, R], form: Complaints | None, /, *args: P.args, **values: P.kwargs) -> R | None:
    """Like `act`, but a refusal goes to the form's fields."""
    actor = current_actor()
    try:
        return await _aside(lambda: work.perform(actor, verb, *args, **values))
    except Refusal as refusal:
        form.complain(refusal) if form else refuse(refusal)
    except Exception as error:  # noqa: BLE001  the one place where anything unexpected becomes an incident
        incident(error)
    return None


async def look(query: work.Query[P, R], /, *args: P.args, **values: P.kwargs) -> R:
    """Read something for this page. Refusals go up: the page decides what to show instead."""
    actor = current_actor()
    return await _aside(lambda: work.ask(actor, query, *args, **values))


async def _aside(call: Callable[[], R]) -> R:
    tongue = language()

    def run_speaking() -> R:
        with speaking(tongue):
            return call()

    return await asyncio.to_thread(run_speaking)
