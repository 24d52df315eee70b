"""The order in which services are offered."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import bindparam, select, update

from storage.table import columns_of
from studio.catalog import facts, refusals
from studio.catalog.models import ServiceEntry
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action

TABLE = columns_of(ServiceEntry)
SERVICE = TABLE.c
PLACE = update(TABLE).where(SERVICE.id == bindparam("of")).values(position=bindparam("place"))


@action("catalog.service.order")
def order_services(work: Work, ids: Sequence[UUID]) -> list[UUID]:
    """Let these stand in this order among themselves, on the places they have now; gives how they stood before.

    Their version stays: whoever is editing one of them loses nothing by it.
    """
    if len(set(ids)) < len(ids):
        raise refusals.OrderIsUnclear("ids")
    were = {row.id: row.position for row in work.connection.execute(select(SERVICE.id, SERVICE.position))}
    if not set(ids) <= set(were):
        raise refusals.ServiceIsUnknown
    places = sorted(were[one] for one in ids)
    moved = [(one, place) for one, place in zip(ids, places, strict=True) if were[one] != place]
    for one, place in moved:
        work.note("service", one, {"position": were[one]}, {"position": place})
    if moved:
        work.connection.execute(PLACE, [{"of": one, "place": place} for one, place in moved])
        work.emit(facts.ServicesOrdered(len(moved)))
    return sorted(ids, key=lambda one: were[one])


@order_services.undone_by
def _as_before(work: Work, past: Past) -> None:
    moved = sorted(past.of("service"), key=lambda change: int(change["before"]["position"]))
    order_services(work, [UUID(change["id"]) for change in moved])
