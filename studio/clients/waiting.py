"""Forms that wait: the desk is told when one waits too long or the inbox is full, and no more once that is over."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func
from sqlmodel import col, select

from studio.clients.door import FULL
from studio.clients.models import Registration
from studio.kernel.facts import Fact
from studio.kernel.work import Work, action
from studio.messages.actions.raising import raise_alert, settle_alert

ROOM_AGAIN = 0.9
"""Below this share of the places the inbox is no longer called full."""
KIND = "clients.registration.waiting"
WAITING = select(func.count()).where(col(Registration.state) == "waiting")


@action("clients.registration.watch")
def watch_waiting(work: Work) -> int:
    """Tell of forms that wait longer than the studio wants. Gives how many do."""
    minutes = work.house.settings["clients.inbox.minutes"]
    late = select(func.count()).where(
        col(Registration.state) == "waiting",
        col(Registration.submitted_at) <= work.now - timedelta(minutes=minutes),
    )
    n = work.session.exec(late).one()
    if n:
        raise_alert(work, KIND, n=n, minutes=minutes)
    else:
        settle_alert(work, KIND)
    return n


def look_after(work: Work, _: Fact) -> None:
    """Listens within: what was decided waits no more. Whoever decided it has no timer's right."""
    work.session.flush()
    watch_waiting.run(work)
    if forms_waiting(work) < room_for(work) * ROOM_AGAIN:
        settle_alert(work, FULL)


def forms_waiting(work: Work) -> int:
    """How many forms wait, as this very act leaves it."""
    return int(work.connection.execute(WAITING).scalar_one())


def room_for(work: Work) -> int:
    """How many may wait at once."""
    return int(work.house.settings["clients.inbox.limit"])


def tell_when_full(work: Work, waiting: int) -> None:
    """Joins the act that took the last place."""
    if waiting >= room_for(work):
        raise_alert(work, FULL, n=waiting)
