"""Artists: taken in, changed, put in order, archived, restored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from storage.folding import fold
from storage.table import columns_of
from studio.kernel.money import Money
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.schedule import facts, refusals
from studio.schedule.filing import account_is_free, archive, make_findable, numbered, reorder, write
from studio.schedule.models import Artist
from studio.schedule.rules.details import artist_fields, clean_artist

STORED = frozenset({*artist_fields("GB", "GBP"), "currency"})


@action("schedule.artist.add", needs="schedule.artist.edit")
def add_artist(work: Work, details: Mapping[str, Any]) -> Artist:
    """Take an artist in; the name is enough. `details` are `rules.details.artist_fields`."""
    values = _cleaned(work, details)
    account_is_free(work, values.get("user_id"))
    place = numbered(work, columns_of(Artist))
    pigment = {"colour": (place["number"] - 1) % 6 + 1}
    artist = work.add(Artist(name_key=fold(values["name"]), **(place | pigment | values)))
    work.emit(facts.ArtistAdded(artist.id))
    make_findable(work, artist)
    return artist


@action("schedule.artist.edit")
def edit_artist(work: Work, artist_id: UUID, details: Mapping[str, Any], seen_version: int | None = None) -> Artist:
    """Change the named fields; refused as stale when somebody saved since `seen_version`."""
    artist = present_artist(work, artist_id, seen_version)
    before = {name: getattr(artist, name) for name in STORED}
    _write(work, artist, _cleaned(work, details, before))
    return artist


@action("schedule.artist.archive")
def archive_artist(work: Work, artist_id: UUID) -> Artist:
    """Let an artist leave the calendar; what they did stays. Refused while they have bookings ahead."""
    return _move(work, artist_id, away=True)


@action("schedule.artist.restore", needs="schedule.artist.archive")
def restore_artist(work: Work, artist_id: UUID) -> Artist:
    """Bring an archived artist back."""
    return _move(work, artist_id, away=False)


@action("schedule.artist.order", needs="schedule.artist.edit")
def order_artists(work: Work, ids: Sequence[UUID]) -> int:
    """Let artists stand in this order among themselves; gives how many moved."""
    moved = reorder(work, columns_of(Artist), list(ids))
    if moved:
        work.emit(facts.Reordered(moved))
    return moved


@add_artist.undone_by
def _take_out(work: Work, past: Past) -> None:
    archive_artist(work, past.subject_id)


@edit_artist.undone_by
def _as_before(work: Work, past: Past) -> None:
    before = {name: value for name, value in past.before("artist").items() if name in STORED}
    if before.get("user_id"):
        before["user_id"] = UUID(before["user_id"])
    currency = before.pop("currency", "") or work.house.settings["studio.currency"]
    if before.get("rent") is not None:
        before["rent"] = Money(before["rent"], currency)
    edit_artist(work, past.subject_id, before)


@archive_artist.undone_by
def _bring_back(work: Work, past: Past) -> None:
    restore_artist(work, past.subject_id)


@restore_artist.undone_by
def _put_away(work: Work, past: Past) -> None:
    archive_artist(work, past.subject_id)


def _cleaned(work: Work, details: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    said = work.house.settings
    return clean_artist(details, said["studio.country"], said["studio.currency"], before)


def present_artist(work: Work, artist_id: UUID, seen_version: int | None = None) -> Artist:
    """The artist, unless archived or changed since they were seen."""
    artist = work.get(Artist, artist_id, seen_version)
    if artist.archived_at is not None:
        raise refusals.ArtistIsArchived(name=artist.name)
    return artist


def _write(work: Work, artist: Artist, values: Mapping[str, Any]) -> None:
    account_is_free(work, values.get("user_id"), artist.id)
    changed = write(work, artist, values)
    if changed:
        work.emit(facts.ArtistChanged(artist.id, changed))


def _move(work: Work, artist_id: UUID, *, away: bool) -> Artist:
    artist = work.get(Artist, artist_id)
    if archive(work, artist, away=away):
        work.emit(facts.ArtistMoved(artist.id, away))
    return artist
