"""Stations: set up, changed, put in order, archived, restored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from storage.folding import fold
from storage.table import columns_of
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.schedule import facts, refusals
from studio.schedule.filing import archive, make_findable, numbered, reorder, write
from studio.schedule.models import Station
from studio.schedule.rules.details import STATION, clean_station


@action("schedule.station.add", needs="schedule.station.edit")
def add_station(work: Work, details: Mapping[str, Any]) -> Station:
    """Set a station up; the name is enough."""
    values = clean_station(details)
    place = numbered(work, columns_of(Station))
    station = work.add(Station(name_key=fold(values["name"]), **place, **values))
    work.emit(facts.StationAdded(station.id))
    make_findable(work, station)
    return station


@action("schedule.station.edit")
def edit_station(work: Work, station_id: UUID, details: Mapping[str, Any], seen_version: int | None = None) -> Station:
    """Change the named fields; refused as stale when somebody saved since `seen_version`."""
    station = present_station(work, station_id, seen_version)
    changed = write(work, station, clean_station(details, {"name": station.name}))
    if changed:
        work.emit(facts.StationChanged(station.id, changed))
    return station


@action("schedule.station.archive", needs="schedule.station.edit")
def archive_station(work: Work, station_id: UUID) -> Station:
    """Take a station off the calendar; what happened there stays. Refused while there are bookings ahead."""
    return _move(work, station_id, away=True)


@action("schedule.station.restore", needs="schedule.station.edit")
def restore_station(work: Work, station_id: UUID) -> Station:
    """Bring an archived station back."""
    return _move(work, station_id, away=False)


@action("schedule.station.order", needs="schedule.station.edit")
def order_stations(work: Work, ids: Sequence[UUID]) -> int:
    """Let stations stand in this order among themselves; gives how many moved."""
    moved = reorder(work, columns_of(Station), list(ids))
    if moved:
        work.emit(facts.Reordered(moved))
    return moved


@add_station.undone_by
def _take_out(work: Work, past: Past) -> None:
    archive_station(work, past.subject_id)


@edit_station.undone_by
def _as_before(work: Work, past: Past) -> None:
    before = {name: value for name, value in past.before("station").items() if name in STATION}
    edit_station(work, past.subject_id, before)


@archive_station.undone_by
def _bring_back(work: Work, past: Past) -> None:
    restore_station(work, past.subject_id)


@restore_station.undone_by
def _put_away(work: Work, past: Past) -> None:
    archive_station(work, past.subject_id)


def present_station(work: Work, station_id: UUID, seen_version: int | None = None) -> Station:
    """The station, unless archived or changed since it was seen."""
    station = work.get(Station, station_id, seen_version)
    if station.archived_at is not None:
        raise refusals.StationIsArchived(name=station.name)
    return station


def _move(work: Work, station_id: UUID, *, away: bool) -> Station:
    station = work.get(Station, station_id)
    if archive(work, station, away=away):
        work.emit(facts.StationMoved(station.id, away))
    return station
