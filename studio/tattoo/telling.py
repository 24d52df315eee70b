"""What pieces say beside their bookings: which session it is, that the skin still heals, that a design waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import count
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.catalog.models import ServiceEntry
from studio.extension.lights import Visit
from studio.extension.planned import Planned
from studio.kernel.house import House
from studio.kernel.refusal import Refusal
from studio.kernel.text import t
from studio.tattoo.drawing import PIECE, designs_of
from studio.tattoo.reading import BOOKING, KIND, sessions_of
from studio.tattoo.refusals import StillHealing
from studio.tattoo.rules.reckoning import LIVE, first_day, nearest
from studio.tattoo.rules.steps import SESSIONS
from studio.tattoo.usual import healing_days

SERVICE = columns_of(ServiceEntry).c
_ROW = (BOOKING.id, BOOKING.subject_id, BOOKING.kind, BOOKING.status, BOOKING.starts_at)


def booking_lines(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Booking → the title of its piece and which of its sessions it is, in two statements."""
    wanted = select(BOOKING.subject_id).where(BOOKING.id.in_(ids), BOOKING.subject_kind == KIND)
    pieces = select(PIECE.id, PIECE.title, PIECE.planned_sessions).where(PIECE.id.in_(wanted))
    titles = {row.id: row for row in connection.execute(pieces)}
    if not titles:
        return {}
    found = select(*_ROW).where(BOOKING.subject_id.in_(list(titles)), BOOKING.subject_kind == KIND)
    rows = connection.execute(found.order_by(BOOKING.starts_at, BOOKING.id)).all()
    told: dict[UUID, str] = {}
    for piece_id, piece in titles.items():
        theirs = [row for row in rows if row.subject_id == piece_id]
        counted = [row.id for row in theirs if row.kind in SESSIONS and row.status in LIVE]
        number, whole = dict(zip(counted, count(1), strict=False)), max(piece.planned_sessions, len(counted))
        told |= {row.id: _line(piece.title, row.kind, number.get(row.id), whole) for row in theirs}
    return {one: told[one] for one in ids if one in told}


def still_healing(connection: Connection, house: House, planned: Planned) -> Sequence[Refusal]:
    """A session too close to another one of the same piece."""
    if planned.kind not in (*SESSIONS, "touch_up"):
        return ()
    tables = PIECE.id.table.outerjoin(SERVICE.id.table, SERVICE.id == PIECE.service_id)
    found = select(PIECE.code, PIECE.healing_days, SERVICE.healing_days.label("usual")).select_from(tables)
    row = connection.execute(found.where(PIECE.id == planned.subject_id)).first()
    if row is None:
        return ()
    days = healing_days(house.settings, row.healing_days, row.usual)
    all_of_it = sessions_of(connection, [planned.subject_id], house.clock.now()).get(planned.subject_id, [])
    others = [one for one in all_of_it if one.id != planned.booking_id and one.kind != "consult"]
    others = [one for one in others if one.status in LIVE]
    close = nearest((one.day for one in others), planned.day)
    if close is None or abs((close - planned.day).days) >= days:
        return ()
    free = first_day(others, days, planned.day)
    return (StillHealing("starts_at", code=row.code, days=days, other=str(close), from_day=str(free)),)


def deposit_asked(connection: Connection, piece_id: UUID) -> str:
    """A deposit for the whole piece leaves none for its sessions; what is asked once is not asked at the next one."""
    due = connection.execute(select(PIECE.deposit_due).where(PIECE.id == piece_id)).scalar()
    if due is not None:
        return "whole"
    about = (BOOKING.subject_id == piece_id, BOOKING.subject_kind == KIND, BOOKING.status.in_(LIVE))
    asked = select(BOOKING.id).where(*about, BOOKING.deposit_state.in_(("due", "recorded"))).limit(1)
    return "once" if connection.execute(asked).first() else ""


def design_gate(connection: Connection, house: House, visit: Visit) -> str:
    """A session of a piece waits for the client's yes to its latest design, where there is one."""
    about = select(BOOKING.subject_id).where(BOOKING.id == visit.booking_id, BOOKING.subject_kind == KIND)
    piece_id = connection.execute(about).scalar() if visit.kind in SESSIONS else None
    designs = designs_of(connection, [piece_id]).get(piece_id, []) if piece_id else []
    if not designs or designs[0].approved:
        return ""
    latest = designs[0]
    if latest.wants_spelling or latest.wants_letters:
        return t("The lettering “{lettering}” has not been checked letter by letter.", lettering=latest.lettering)
    return t("The client has not approved version {no} of the design.", no=latest.no)


def _line(title: str, kind: str, number: int | None, whole: int) -> str:
    if kind == "consult":
        return t("{title}, consultation", title=title)
    if kind == "touch_up":
        return t("{title}, touch-up", title=title)
    return title if number is None else t("{title}, session {n} of {m}", title=title, n=number, m=whole)
