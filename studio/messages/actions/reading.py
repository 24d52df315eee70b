"""What a person does with alerts: read them, put them off, take them up again."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import select

from studio.kernel.actor import Actor
from studio.kernel.refusal import Denied, Missing
from studio.kernel.work import Work, action
from studio.messages.facts import AlertsMarked, AlertsWoke
from studio.messages.models import Alert, AlertReading
from studio.messages.queries.alerts import unread_ids
from studio.messages.routes import kinds_for
from studio.messages.rules.snooze import snooze_until

SEE = "messages.alert.see"


@action("messages.alert.read", needs=SEE)
def read_alert(work: Work, alert_id: UUID) -> None:
    """I know of it; it counts no more on my bell."""
    _mark(work, [alert_id], read_at=work.now)
    work.emit(AlertsMarked(_me(work.actor), "read"))


@action("messages.alert.read_all", needs=SEE)
def read_all_alerts(work: Work) -> int:
    """I know of all that are open and not put off. Gives how many were new."""
    ids = unread_ids(work.connection, work.house, work.actor)
    if ids:
        _mark(work, ids, read_at=work.now)
        work.emit(AlertsMarked(_me(work.actor), "read"))
    return len(ids)


@action("messages.alert.snooze", needs=SEE)
def snooze_alert(work: Work, alert_id: UUID, choice: str) -> datetime:
    """Not now: `hour`, `tomorrow` or `week`. Then it is news again."""
    until = snooze_until(choice, work.now, work.house.settings["studio.zone"])
    _mark(work, [alert_id], snoozed_until=until)
    work.emit(AlertsMarked(_me(work.actor), "snoozed"))
    return until


@action("messages.alert.unsnooze", needs=SEE)
def unsnooze_alert(work: Work, alert_id: UUID) -> None:
    """Take it up again, as news."""
    _mark(work, [alert_id])
    work.emit(AlertsMarked(_me(work.actor), "woken"))


@action("messages.alert.wake")
def wake_alerts(work: Work) -> int:
    """What was put off until now is news again. Gives how many came back."""
    late = AlertReading.snoozed_until <= work.now  # type: ignore[operator]  # SQLModel types columns as values
    back = work.session.exec(select(AlertReading).where(late)).all()
    for reading in back:
        reading.snoozed_until = None
    if back:
        work.emit(AlertsWoke(len(back)))
    return len(back)


def _mark(
    work: Work, ids: list[UUID], *, read_at: datetime | None = None, snoozed_until: datetime | None = None
) -> None:
    """One row a person and alert. Alerts that are not mine do not exist for me."""
    me = _me(work.actor)
    kinds = kinds_for(work.house, work.connection, work.actor.role)
    for alert_id in ids:
        alert = work.session.get(Alert, alert_id)
        if alert is None or alert.kind not in kinds:
            raise Missing
        known = work.session.exec(
            select(AlertReading).where(AlertReading.user_id == me, AlertReading.alert_id == alert_id)
        ).first()
        reading = known or work.add(AlertReading(alert_id=alert_id, user_id=me))
        reading.read_at, reading.snoozed_until = read_at, snoozed_until


def _me(actor: Actor) -> UUID:
    if actor.kind != "person" or actor.id is None:
        raise Denied
    return actor.id
