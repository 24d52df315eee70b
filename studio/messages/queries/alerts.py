"""Alerts as one person sees them: only kinds that go to their role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, case, func, or_, select

from storage.table import columns_of
from studio.extension.registry import may, registry
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import Missing
from studio.kernel.subject import Subject
from studio.kernel.work import Read, query
from studio.messages.models import Alert, AlertReading
from studio.messages.routes import decided, goes, kinds_for
from studio.messages.words import address, names, told

SEE = "messages.alert.see"
STATES = ("open", "snoozed", "settled")
LARGEST_PAGE = 200
FEW = 3
"""More conditions at once than this push the screen away; the bell has them all."""

_alert = columns_of(Alert).c
_reading = columns_of(AlertReading).c
_weight = case((_alert.urgency == "urgent", 0), (_alert.urgency == "warn", 1), else_=2)


@dataclass(frozen=True, slots=True)
class AlertView:
    """One alert, told to its reader."""

    id: UUID
    kind: str
    urgency: str
    sentence: str
    to: str
    raised_at: datetime
    settled_at: datetime | None
    read_at: datetime | None
    snoozed_until: datetime | None


@query(SEE)
def my_alerts(read: Read, *, state: str = "open", page: int = 1, size: int = 25) -> tuple[list[AlertView], int]:
    """A page of mine, the newest first, and how many there are. `state` is open, snoozed or settled."""
    size = min(size, LARGEST_PAGE)
    kinds = kinds_for(read.house, read.connection, read.actor.role)
    wanted = (_alert.kind.in_(kinds), _in_state(state, read.house.clock.now()))
    total = read.connection.execute(_mine(read.actor, func.count()).where(*wanted)).scalar_one()
    order = (_alert.settled_at.desc(),) if state == "settled" else (_weight, _alert.raised_at.desc(), _alert.id)
    found = _mine(read.actor, *_ROW).where(*wanted).order_by(*order).limit(size).offset((page - 1) * size)
    return _told(read, read.connection.execute(found).mappings().all()), total


@query(SEE)
def lasting_alerts(read: Read) -> list[AlertView]:
    """Conditions that go to me and are not over, read or not; one that I put off stays away until then."""
    lasting = [name for name, kind in registry().alerts.items() if kind.lasts]
    kinds = [one for one in kinds_for(read.house, read.connection, read.actor.role) if one in lasting]
    if not kinds:
        return []
    wanted = (_alert.kind.in_(kinds), _in_state("open", read.house.clock.now()))
    found = _mine(read.actor, *_ROW).where(*wanted).order_by(_weight, _alert.raised_at.desc(), _alert.id).limit(FEW)
    return _told(read, read.connection.execute(found).mappings().all())


@query(SEE)
def alert_of_mine(read: Read, alert_id: UUID) -> AlertView:
    """One alert that goes to me."""
    kinds = kinds_for(read.house, read.connection, read.actor.role)
    row = read.connection.execute(_mine(read.actor, *_ROW).where(_alert.id == alert_id, _alert.kind.in_(kinds)))
    found = _told(read, row.mappings().all())
    if not found:
        raise Missing
    return found[0]


@query(SEE)
def count_alerts(read: Read) -> int:
    """The figure on my bell: open, not read, not put off."""
    return len(unread_ids(read.connection, read.house, read.actor))


@query(SEE)
def ways_of(read: Read, kind: str) -> tuple[str, ...]:
    """By which ways a kind of alert reaches me here: `app`, `desktop`, both or none."""
    declared = registry().alerts.get(kind)
    if declared is None:
        return ()
    changed = decided(read.connection)
    return tuple(way for way in ("app", "desktop") if goes(read.house, declared, read.actor.role, way, changed))


def unread_ids(connection: Connection, house: House, actor: Actor) -> list[UUID]:
    """What is news to this person now."""
    kinds = kinds_for(house, connection, actor.role)
    news = _mine(actor, _alert.id).where(
        _alert.kind.in_(kinds), _reading.read_at.is_(None), _in_state("open", house.clock.now())
    )
    return list(connection.execute(news).scalars())


_ROW = (
    _alert.id,
    _alert.kind,
    _alert.urgency,
    _alert.params,
    _alert.subject_kind,
    _alert.subject_id,
    _alert.raised_at,
    _alert.settled_at,
    _reading.read_at,
    _reading.snoozed_until,
)


def _mine(actor: Actor, *columns: Any) -> Select[Any]:
    mine = and_(_reading.alert_id == _alert.id, _reading.user_id == actor.id)
    return select(*columns).select_from(columns_of(Alert).outerjoin(columns_of(AlertReading), mine))


def _in_state(state: str, now: datetime) -> Any:
    if state == "settled":
        return _alert.settled_at.is_not(None)
    if state == "snoozed":
        return and_(_alert.settled_at.is_(None), _reading.snoozed_until > now)
    return and_(_alert.settled_at.is_(None), or_(_reading.snoozed_until.is_(None), _reading.snoozed_until <= now))


def _told(read: Read, rows: Sequence[Any]) -> list[AlertView]:
    subjects = {row["id"]: Subject(row["subject_kind"], row["subject_id"]) for row in rows if row["subject_id"]}
    known = names(read.house, read.connection, subjects.values())
    return [
        AlertView(
            row["id"],
            row["kind"],
            row["urgency"],
            told(row["kind"], row["params"], known.get(subjects[row["id"]], "") if row["id"] in subjects else ""),
            _openable(read, address(row["kind"], row["params"], row["subject_id"])),
            row["raised_at"],
            row["settled_at"],
            row["read_at"],
            row["snoozed_until"],
        )
        for row in rows
    ]


def _openable(read: Read, to: str) -> str:
    """The address, unless it is a screen this person may not open."""
    path = to.split("?")[0].split("#")[0]
    screen = next((one for one in registry().all_screens() if one.path == path), None)
    return to if screen is None or may(read.actor, screen.needs, read.house.rights) else ""
