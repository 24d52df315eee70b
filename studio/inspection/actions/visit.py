"""Letting an inspector in until a moment, and ending it."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from studio.inspection.clock import ALERT, close
from studio.inspection.facts import VisitOpened
from studio.inspection.models import Visit
from studio.inspection.refusals import OfficeIsMissing, TimeIsTooLong, VisitIsOver
from studio.kernel.subject import Subject
from studio.kernel.work import Work, action
from studio.messages.actions import raise_alert
from studio.staff.ending import catch_up
from studio.staff.for_a_while import end_access, let_in_until

MOST_DAYS = 30
LONGEST_OFFICE = 120


@action("inspection.visit.open")
def open_visit(
    work: Work, *, name: str, office: str, email: str, hours: int, language: str = "en"
) -> tuple[Visit, str]:
    """Let an inspector look for so many hours, and a code with which they choose a password, told only here.

    It ends by itself; an earlier visit of theirs is over then. Raises what tells which field to mend.
    """
    catch_up(work)
    office = " ".join(office.split())
    if not 0 < len(office) <= LONGEST_OFFICE:
        raise OfficeIsMissing("office")
    if not 1 <= hours <= MOST_DAYS * 24:
        raise TimeIsTooLong("hours", most=MOST_DAYS)
    until = work.now + timedelta(hours=hours)
    user, code = let_in_until(work, until, name=name, email=email, role="inspector", language=language)
    for earlier in _standing(work, user.id):
        close(work, earlier, work.actor.name)
    visit = work.add(Visit(user_id=user.id, office=office, until=until, by_id=work.actor.id, by_name=work.actor.name))
    work.emit(VisitOpened(user.id, visit.id))
    raise_alert(work, ALERT, subject=Subject("user", user.id), office=office, until=_wall(work, until))
    return visit, code


@action("inspection.visit.end", needs="inspection.visit.open")
def end_visit(work: Work, visit_id: UUID) -> None:
    """They may not look any more, from this moment; what is open of theirs closes. Raises VisitIsOver."""
    visit = work.get(Visit, visit_id)
    if visit.ended_at is not None:
        raise VisitIsOver
    close(work, visit, work.actor.name)
    end_access(work, visit.user_id)


def _standing(work: Work, user_id: UUID) -> list[Visit]:
    found = select(Visit).where(Visit.user_id == user_id, col(Visit.ended_at).is_(None))
    return list(work.session.exec(found))


def _wall(work: Work, moment: datetime) -> str:
    """On the studio's wall; whoever reads it gets it as people there write it."""
    return f"{moment.astimezone(ZoneInfo(work.house.settings['studio.zone'])):%Y-%m-%d %H:%M}"
