"""Raising and settling: joins whatever act is open, so that what happened and its alert stand or fall together."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement
from sqlmodel import col, select

from studio.extension.registry import Undeclared, registry
from studio.kernel.subject import Subject
from studio.kernel.work import Work
from studio.messages.actions.telling import tell_by_mail
from studio.messages.facts import AlertRaised, AlertRefreshed, AlertSettled
from studio.messages.models import Alert

URGENCIES = ("info", "warn", "urgent")


def raise_alert(
    work: Work, kind: str, *, subject: Subject | None = None, key: str = "", urgency: str = "", **params: Any
) -> Alert:
    """Say that something should be known. The same kind and key still open is refreshed, never doubled.

    Needs no right of its own: whoever caused the news need not be somebody who may read it.
    """
    declared = registry().alerts.get(kind)
    if declared is None:
        raise Undeclared(f"alert {kind}")
    key = key or (str(subject) if subject else "")
    standing = standing_alert(work, kind, key)
    if standing is not None:
        return _refresh(work, standing, urgency or declared.urgency, params)
    alert = work.add(
        Alert(
            kind=kind,
            key=key,
            subject_kind=subject.kind if subject else "",
            subject_id=subject.id if subject else None,
            params=params,
            urgency=urgency or declared.urgency,
            raised_at=work.now,
        )
    )
    work.emit(AlertRaised(alert.id, kind))
    tell_by_mail(work, declared, alert)
    return alert


def settle_alert(work: Work, kind: str, key: str = "") -> bool:
    """It is over: the alert leaves everybody's list of open ones. False when there was none."""
    standing = standing_alert(work, kind, key)
    if standing is None:
        return False
    standing.settled_at = work.now
    work.emit(AlertSettled(standing.id, kind))
    return True


def settle_quiet(work: Work, kind: str, since: datetime) -> int:
    """Settle what has not been raised again since then. Gives how many."""
    quiet = work.session.exec(
        select(Alert).where(col(Alert.settled_at).is_(None), Alert.kind == kind, Alert.updated_at < since)
    ).all()
    for alert in quiet:
        settle_alert(work, kind, alert.key)
    return len(quiet)


def settle_others(work: Work, kind: str, keys: Collection[str], *which: ColumnElement[bool]) -> None:
    """Settle all open ones of a kind, or those `which` says, but for those with these keys."""
    known = select(Alert.key).where(col(Alert.settled_at).is_(None), Alert.kind == kind, *which)
    for key in set(work.session.exec(known)).difference(keys):
        settle_alert(work, kind, key)


def standing_alert(work: Work, kind: str, key: str = "") -> Alert | None:
    """The open alert of that kind and key."""
    return work.session.exec(
        select(Alert).where(col(Alert.settled_at).is_(None), Alert.kind == kind, Alert.key == key)
    ).first()


def _refresh(work: Work, alert: Alert, urgency: str, params: dict[str, Any]) -> Alert:
    """Newest figures; what somebody read stays read."""
    if (alert.params, alert.urgency) != (params, urgency):
        alert.params, alert.urgency = params, urgency
        work.emit(AlertRefreshed(alert.id, alert.kind))
    return alert
