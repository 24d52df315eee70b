"""Forms that wait too long in the inbox: the desk is told, and told no more once somebody looked after them."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func
from sqlmodel import col, select

from studio.clients.facts import RegistrationFact
from studio.clients.models import Registration
from studio.kernel.work import Work, action
from studio.messages.actions.raising import raise_alert, settle_alert

KIND = "clients.registration.waiting"


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


def look_after(work: Work, _: RegistrationFact) -> None:
    """Listens within: a form that was decided waits no more. Whoever decided it has no timer's right."""
    watch_waiting.run(work)
