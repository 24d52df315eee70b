"""The timer that looks at the calendar: sessions nobody closed, bookings not confirmed, certificates about to end, how
it heals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select

from storage.table import columns_of
from studio.kernel.subject import Subject
from studio.kernel.work import Work, action
from studio.messages.actions.raising import raise_alert, settle_alert, settle_others
from studio.schedule.alerting import EXPIRED, EXPIRING, PENDING, UNCONFIRMED
from studio.schedule.healing import ask_and_settle
from studio.schedule.models import Artist, Booking, Certificate
from studio.schedule.rules.localtime import day_of
from studio.schedule.rules.steps import OPEN

BOOKING, PAPER, ARTIST = columns_of(Booking).c, columns_of(Certificate).c, columns_of(Artist).c
FORGOTTEN = timedelta(days=90)
"""What was left open for longer, nobody is going to close."""
PAST = timedelta(hours=1)
"""How long after its end a session may stay open."""


@action("schedule.watch")
def watch_schedule(work: Work) -> None:
    """Raise what should be known, settle what is over."""
    days = timedelta(hours=work.house.settings["schedule.confirm_hours"])
    session = BOOKING.kind != "block"
    lately = BOOKING.starts_at.between(work.now - FORGOTTEN, work.now)
    _count(work, PENDING, session, BOOKING.status.in_(OPEN), lately, BOOKING.ends_at < work.now - PAST)
    soon = BOOKING.starts_at.between(work.now, work.now + days)
    _count(work, UNCONFIRMED, session, BOOKING.status == "planned", soon)
    _certificates(work)
    ask_and_settle(work)


def _count(work: Work, kind: str, *wanted: ColumnElement[bool]) -> None:
    found = select(func.count()).select_from(BOOKING.id.table).where(*wanted)
    n = int(work.connection.execute(found).scalar_one())
    if n:
        raise_alert(work, kind, n=n)
    else:
        settle_alert(work, kind)


def _certificates(work: Work) -> None:
    """Told while they stand: what is gone, or whose artist is archived, is settled."""
    today = day_of(work.now, work.house.settings["studio.zone"])
    told: dict[str, set[str]] = {EXPIRING: set(), EXPIRED: set()}
    for row in _ending(work, today + timedelta(days=work.house.settings["schedule.certificate_days"])):
        left, key, about = (row.expires_on - today).days, str(row.id), Subject("artist", row.artist_id)
        told[EXPIRING if left >= 0 else EXPIRED].add(key)
        if left >= 0:
            raise_alert(work, EXPIRING, subject=about, key=key, n=left)
        else:
            raise_alert(work, EXPIRED, subject=about, key=key, urgency="urgent" if row.blocks_booking else "")
    for kind, keys in told.items():
        settle_others(work, kind, keys)


def _ending(work: Work, until: Any) -> Sequence[Any]:
    found = (
        select(PAPER.id, PAPER.artist_id, PAPER.expires_on, PAPER.blocks_booking)
        .join(ARTIST.id.table, ARTIST.id == PAPER.artist_id)
        .where(PAPER.ended_at.is_(None), PAPER.expires_on <= until, ARTIST.archived_at.is_(None))
    )
    return work.connection.execute(found).all()
