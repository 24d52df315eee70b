"""One service: added, changed, archived, restored."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from studio.catalog import facts
from studio.catalog.filing import STORED, change, cleaned, move, present, put_in
from studio.catalog.models import ServiceEntry
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action


@action("catalog.service.add", needs="catalog.service.edit")
def add_service(work: Work, details: Mapping[str, Any]) -> ServiceEntry:
    """Put a service into the catalogue: name, kind and minutes are enough. `details` are `rules.details.FIELDS`."""
    entry = put_in(work, cleaned(work, details))
    work.emit(facts.ServiceAdded(entry.id))
    return entry


@action("catalog.service.edit")
def edit_service(work: Work, service_id: UUID, details: Mapping[str, Any], seen_version: int) -> ServiceEntry:
    """Change the named fields; refused as stale when somebody saved since `seen_version`."""
    entry = present(work, service_id, seen_version)
    _write(work, entry, cleaned(work, details, entry))
    return entry


@action("catalog.service.archive")
def archive_service(work: Work, service_id: UUID) -> ServiceEntry:
    """Take a service out of the catalogue; what was booked as it stays. Doing it twice changes nothing."""
    entry = work.get(ServiceEntry, service_id)
    if move(work, entry, archive=True):
        work.emit(facts.ServiceArchived(entry.id))
    return entry


@action("catalog.service.restore", needs="catalog.service.archive")
def restore_service(work: Work, service_id: UUID) -> ServiceEntry:
    """Bring an archived service back; undoes `archive_service`."""
    entry = work.get(ServiceEntry, service_id)
    if move(work, entry, archive=False):
        work.emit(facts.ServiceRestored(entry.id))
    return entry


@add_service.undone_by
def _take_out(work: Work, past: Past) -> None:
    archive_service(work, past.subject_id)


@edit_service.undone_by
def _as_before(work: Work, past: Past) -> None:
    before = {field: value for field, value in past.before("service").items() if field in STORED}
    _write(work, present(work, past.subject_id), before)


@archive_service.undone_by
def _bring_back(work: Work, past: Past) -> None:
    restore_service(work, past.subject_id)


@restore_service.undone_by
def _put_away(work: Work, past: Past) -> None:
    archive_service(work, past.subject_id)


def _write(work: Work, entry: ServiceEntry, values: Mapping[str, Any]) -> None:
    changed = change(work, entry, values)
    if changed:
        work.emit(facts.ServiceChanged(entry.id, changed))
