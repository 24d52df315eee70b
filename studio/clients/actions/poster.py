"""The poster at the door: whoever scans it is handed a form of their own."""

from __future__ import annotations

from datetime import datetime

from studio.clients import facts
from studio.clients.actions.registration import PURPOSE, keep_inbox_small
from studio.clients.door import POSTER
from studio.clients.filing import NEXT
from studio.clients.poster import COUNTED, poster_key, same
from studio.kernel.refusal import Missing
from studio.kernel.work import Work, action
from studio.staff.actions.tokens import new_guest_token


@action("clients.registration.join")
def join_by_poster(work: Work, key: str) -> tuple[str, datetime]:
    """A token for one registration, as `invite_registration` gives, for whoever stands before the poster.

    Raises Missing when the poster is off or has another address now, InboxIsFull when nothing more fits.
    """
    settings = work.house.settings
    if not settings["clients.poster.open"] or not same(key, poster_key(work.house, work.connection)):
        raise Missing
    keep_inbox_small(work)
    token, row = new_guest_token(work, PURPOSE, None, settings["clients.registration.minutes"])
    return token, row.expires_at


@action("clients.poster.renew", needs=POSTER)
def renew_poster(work: Work) -> str:
    """Another address for the poster; every poster printed before leads nowhere from now on."""
    work.connection.execute(NEXT, {"name": COUNTED, "step": 1})
    work.emit(facts.PosterRenewed())
    return poster_key(work.house, work.connection)
