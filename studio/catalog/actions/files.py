"""The catalogue as a file: brought in whole or not at all, and taken out."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from studio.catalog import facts, refusals
from studio.catalog.actions.service import edit_service
from studio.catalog.filing import STORED, change, move, put_in
from studio.catalog.importing import plan_lines
from studio.catalog.models import ServiceEntry
from studio.catalog.queries.lists import in_order, wanted_services
from studio.catalog.queries.one import ROW, SERVICE
from studio.catalog.sheet import Line
from studio.catalog.view import Service, service_of
from studio.kernel.undoing import CannotBeUndone, Past
from studio.kernel.work import Work, action

MOST = 2000


@action("catalog.service.import")
def import_services(work: Work, lines: Sequence[Line]) -> tuple[int, int]:
    """Add and change services as the lines say, all or none; gives how many were added and changed.

    Raises LinesWantMending when any line has a problem: the preview names them.
    """
    if len(lines) > MOST:
        raise refusals.ListIsTooLong(most=MOST)
    plans = plan_lines(work.connection, work.house, lines)
    if any(plan.problems for plan in plans):
        raise refusals.LinesWantMending
    new = [put_in(work, plan.values) for plan in plans if plan.known is None]
    edited = [plan for plan in plans if plan.known is not None and plan.changed]
    for plan in edited:
        change(work, work.get(ServiceEntry, plan.known), plan.values)
    if new or edited:
        work.emit(facts.ServicesImported(len(new), len(edited)))
    return len(new), len(edited)


@import_services.undone_by
def _as_before(work: Work, past: Past) -> None:
    work.permit(edit_service.needs)
    for told in past.of("service"):
        entry = work.get(ServiceEntry, UUID(told["id"]))
        if told["before"] is None:
            move(work, entry, archive=True)
        else:
            change(work, entry, {name: value for name, value in told["before"].items() if name in STORED})
    if not past.of("service"):
        raise CannotBeUndone
    work.emit(facts.ServicesImported(0, len(past.of("service"))))


@action("catalog.service.export")
def export_services(
    work: Work,
    ids: Sequence[UUID] | None = None,
    *,
    q: str = "",
    kind: str = "",
    state: str = "",
    sort: str = "position",
    form: str = "csv",
) -> list[Service]:
    """The services named, or all that these words and filters find; that they were taken out is written down."""
    wanted = wanted_services(q, kind, state) if ids is None else SERVICE.id.in_(list(ids)[:MOST])
    rows = work.connection.execute(select(*ROW).where(wanted).order_by(*in_order(sort))).mappings()
    found = [service_of(row) for row in rows]
    work.emit(facts.ServicesExported(len(found), form))
    return found
