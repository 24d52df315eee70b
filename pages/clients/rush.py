"""When everybody comes at once: so many forms a minute are handed out and taken in; the others are asked to wait."""

from __future__ import annotations

from enum import Enum

from fastapi import Request

from pages.server.throttle import Throttle
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import N_

LOOPBACK = ("127.", "::1")


class Kind(Enum):
    """What is counted, with the settings that say how often: for one phone, and for all."""

    POSTER = ("clients.poster.per_address", "clients.poster.per_minute")
    FORMS = ("", "clients.inbox.per_minute")


class ManyAtOnce(Refusal):
    status = 429
    retry_after = 10
    sentence = N_("Many people are sending their form just now. Yours is kept here; it is sent again in a moment.")


async def too_many_now(request: Request, kind: Kind) -> int:
    """Seconds to wait, or 0. One computer behind all of them, such as a proxy or this one, has no limit of its own."""
    throttle, (one, everybody) = _throttle(request), kind.value
    who = request.client.host if request.client else ""
    waits = 0
    if one and who and not who.startswith(LOOPBACK):
        waits = await throttle.wait(kind.name, who, house().settings[one])
    return waits or await throttle.wait(kind.name, "everybody", house().settings[everybody])


def _throttle(request: Request) -> Throttle:
    """One for the whole plain app."""
    known = getattr(request.app.state, "rush", None)
    if known is None:
        known = request.app.state.rush = Throttle()
    return known
