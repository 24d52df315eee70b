"""What is over ends for good: a clock that is set back later brings nothing to life again."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import and_, delete, event, or_, update
from sqlmodel import col, select

from storage.table import columns_of
from studio.kernel.work import Work
from studio.staff.facts import SignInsEnded
from studio.staff.models import GuestToken, SignIn, SignInCode
from studio.upkeep.facts import DatabasePutBack

_token = columns_of(GuestToken)
_code = columns_of(SignInCode)


def end_what_is_over(work: Work) -> None:
    """Sign-ins, codes and QR codes whose time has come, by the latest the clock has ever shown; it is settled then."""
    over = work.house.clock.reached()
    work.connection.execute(delete(_token).where(_token.c.used_at.is_(None), _token.c.expires_at <= over))
    spent = update(_code).where(_code.c.used_at.is_(None), _code.c.expires_at <= over)
    work.connection.execute(spent.values(used_at=work.now))
    idle = over - timedelta(minutes=work.house.settings["staff.idle_minutes"])
    unused = and_(col(SignIn.kind) == "browser", col(SignIn.seen_at) < idle, col(SignIn.locked_at).is_(None))
    left = select(SignIn).where(col(SignIn.ended_at).is_(None), or_(unused, col(SignIn.expires_at) <= over))
    for session in work.session.exec(left).all():
        session.ended_at = work.now
        work.emit(SignInsEnded(session.user_id, (session.id,)))
    event.listen(work.session, "after_commit", lambda _: work.house.clock.settle(), once=True)


def catch_up(work: Work) -> None:
    """Before something new is handed out: it is to last by the clock as it stands, and what was before is over."""
    if work.house.clock.is_set_back():
        end_what_is_over(work)


def end_everything(work: Work, _: DatabasePutBack) -> None:
    """Listens within: what was ended, spent or revoked since that database was made would count again."""
    work.connection.execute(delete(_token).where(_token.c.used_at.is_(None)))
    work.connection.execute(update(_code).where(_code.c.used_at.is_(None)).values(used_at=work.now))
    living = work.session.exec(select(SignIn).where(col(SignIn.ended_at).is_(None))).all()
    for session in living:
        session.ended_at = work.now
        work.emit(SignInsEnded(session.user_id, (session.id,)))
