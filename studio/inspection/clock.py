"""Visits end by themselves when their time has come."""

from __future__ import annotations

from sqlmodel import col, select

from studio.inspection.facts import VisitEnded
from studio.inspection.models import Visit
from studio.kernel.subject import Subject
from studio.kernel.work import Work, action
from studio.messages.actions import settle_alert
from studio.staff.for_a_while import end_access
from studio.staff.models import User

ALERT = "inspection.visit.open"


@action("inspection.visit.close")
def close_visits(work: Work) -> None:
    """Those whose time has come, by the latest the clock has ever shown; also where somebody was suspended."""
    over = work.house.clock.reached()
    found = select(Visit, User).where(col(Visit.ended_at).is_(None), User.id == Visit.user_id)
    for visit, user in work.session.exec(found).all():
        if visit.until <= over or not user.active:
            close(work, visit, "")
            end_access(work, visit.user_id)


def close(work: Work, visit: Visit, by: str) -> None:
    """Note that it is over; `by` is empty where it ended by itself."""
    visit.ended_at, visit.ended_by_name = work.now, by
    work.emit(VisitEnded(visit.user_id, visit.id))
    settle_alert(work, ALERT, str(Subject("user", visit.user_id)))
