"""Who is to be asked how it heals, and since when nobody needs to be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from storage.table import columns_of
from studio.clients.facts import ClientArchived
from studio.clients.family import family_of, head_of
from studio.clients.models import Client
from studio.kernel.subject import Subject
from studio.kernel.work import Work
from studio.messages.actions.raising import raise_alert, settle_alert, settle_others
from studio.messages.models import Alert
from studio.photos.facts import PictureKept
from studio.photos.models import Photo
from studio.schedule.alerting import HEALING, HEALING_MORE
from studio.schedule.facts import BookingStepped
from studio.schedule.models import Booking, HealingCheck
from studio.schedule.rules import healing as by_rules
from studio.schedule.rules.localtime import day_of

BOOKING, CLIENT, CHECK = columns_of(Booking).c, columns_of(Client).c, columns_of(HealingCheck).c
ALERT, PHOTO = columns_of(Alert).c, columns_of(Photo).c
HEAD = func.coalesce(CLIENT.merged_into, CLIENT.id)
AT_ONCE = 8
"""So many clients are named, those due for the longest first; the rest are counted until their turn."""
HERE = ("checked_in", "in_progress", "done")


def ask_and_settle(work: Work) -> None:
    """Raise what is due once, and settle what was asked, photographed, seen at a visit, or is no longer a session."""
    due = sorted(_due(work), key=lambda one: one[4])
    first, more = due[:AT_ONCE], len(due[AT_ONCE:])
    settle_others(work, HEALING, {key for key, *_ in first})
    for key, client_id, code, day, _ in first:
        raise_alert(work, HEALING, subject=Subject("client", client_id), key=key, n=day, code=code)
    if more:
        raise_alert(work, HEALING_MORE, n=more)
    else:
        settle_alert(work, HEALING_MORE)


def settle_for_booking(work: Work, fact: BookingStepped) -> None:
    """A booking took a step: it may be no session any more, or its client be here."""
    client_id = work.connection.execute(select(BOOKING.client_id).where(BOOKING.id == fact.booking_id)).scalar()
    if client_id is not None:
        settle_for(work, client_id)


def settle_for_client(work: Work, fact: PictureKept | ClientArchived) -> None:
    """A picture of theirs came, or their file went."""
    settle_for(work, fact.client_id)


def settle_for(work: Work, client_id: UUID) -> None:
    head = head_of(work.connection, client_id)
    theirs = ALERT.subject_id == head
    standing = select(ALERT.id).where(ALERT.settled_at.is_(None), ALERT.kind == HEALING, theirs).limit(1)
    if work.connection.execute(standing).first():
        due = _due(work, BOOKING.client_id.in_(family_of(head)))
        settle_others(work, HEALING, {key for key, *_ in due}, theirs)


WITHIN = (
    (BookingStepped, settle_for_booking),
    (PictureKept, settle_for_client),
    (ClientArchived, settle_for_client),
)


def _due(work: Work, *which: ColumnElement[bool]) -> Iterator[tuple[str, UUID, str, int, date]]:
    """Key of the alert, client, code of the session, day and since when: for the last session of each client alone."""
    days, zone = by_rules.days_of(work.house.settings), work.house.settings["studio.zone"]
    today = day_of(work.now, zone)
    last: dict[UUID, Any] = {row.head: row for row in _sessions(work, work.now - by_rules.reach(days), *which)}
    answered, seen = _answered(work, last), _seen(work, last)
    for head, row in last.items():
        held = day_of(row.finished_at or row.ends_at, zone)
        day = by_rules.due(days, (today - held).days)
        since = held + timedelta(days=day or 0)
        if day is None or answered.get(row.id, -1) >= day:
            continue
        if all(one < since for one in (day_of(row.visit, zone), *seen.get(head, ()))):
            yield f"{row.id}:{day}", head, row.code, day, since


def _sessions(work: Work, since: datetime, *which: ColumnElement[bool]) -> list[Any]:
    """Sessions that are done, the last of each client at the end, beside the last time the client was here."""
    other = BOOKING.id.table.alias("other").c
    visit = (
        select(func.max(other.starts_at))
        .where(other.client_id == BOOKING.client_id, other.status.in_(HERE))
        .scalar_subquery()
    )
    found = (
        select(BOOKING.id, BOOKING.code, BOOKING.ends_at, BOOKING.finished_at, HEAD.label("head"), visit.label("visit"))
        .join(CLIENT.id.table, CLIENT.id == BOOKING.client_id)
        .where(BOOKING.status == "done", BOOKING.kind.in_(by_rules.HEALS), BOOKING.starts_at > since)
        .where(CLIENT.archived_at.is_(None) | CLIENT.merged_into.is_not(None), *which)
    )
    return list(work.connection.execute(found.order_by(BOOKING.starts_at)))


def _answered(work: Work, last: dict[UUID, Any]) -> dict[UUID, int]:
    """Booking → the latest day it was asked about."""
    ids = [row.id for row in last.values()]
    found = select(CHECK.booking_id, func.max(CHECK.day)).where(CHECK.booking_id.in_(ids)).group_by(CHECK.booking_id)
    return {row[0]: row[1] for row in work.connection.execute(found)}


def _seen(work: Work, last: dict[UUID, Any]) -> dict[UUID, list[Any]]:
    """Client → the day of their latest picture of how it heals."""
    found = (
        select(HEAD, func.max(PHOTO.taken_on))
        .join(PHOTO.client_id.table, PHOTO.client_id == CLIENT.id)
        .where(HEAD.in_(list(last)), PHOTO.kind == "healing", PHOTO.removed_at.is_(None))
        .group_by(HEAD)
    )
    return {head: [day] for head, day in work.connection.execute(found)}
