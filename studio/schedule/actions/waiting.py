"""The waitlist: who waits for a gap, who was offered one, who took it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from studio.clients.models import Client
from studio.kernel.work import Work, action
from studio.schedule import facts, refusals
from studio.schedule.actions.artist import present_artist
from studio.schedule.models import Booking, WaitEntry
from studio.schedule.planning import offered
from studio.schedule.rules import cleaning as by
from studio.schedule.rules.waiting import OPEN
from studio.schedule.rules.when import when_of
from studio.schedule.rules.wishes import clean_wish
from studio.schedule.taking import made

EDIT = "schedule.waitlist.edit"


@action("schedule.waitlist.add", needs=EDIT)
def add_to_waitlist(work: Work, client_id: UUID, details: Mapping[str, Any]) -> WaitEntry:
    """Let a client wait for a gap. `details` are `rules.wishes.FIELDS`; a service says how long it must be."""
    client = work.get(Client, client_id)
    if client.archived_at is not None:
        raise refusals.ClientIsGone(name=client.name)
    entry = work.add(WaitEntry(client_id=client_id, **_cleaned(work, details)))
    work.emit(facts.WaitBegan(client_id, entry.id))
    return entry


@action("schedule.waitlist.edit")
def edit_waiter(work: Work, entry_id: UUID, details: Mapping[str, Any], seen_version: int | None = None) -> WaitEntry:
    """Change what somebody waits for."""
    entry = _open(work, entry_id, seen_version)
    for name, value in _cleaned(work, details, entry).items():
        setattr(entry, name, value)
    return _told(work, entry)


@action("schedule.waitlist.offer", needs=EDIT)
def offer_gap(
    work: Work, entry_id: UUID, artist_id: UUID, starts_at: datetime, minutes: int | None = None, hours: int = 24
) -> WaitEntry:
    """Offer a gap: it stands beside the entry for so many hours, and is nobody's until they take it."""
    entry = _open(work, entry_id)
    artist = present_artist(work, artist_id)
    length = by.whole(5, 1440)(minutes) or entry.minutes
    when = when_of({"starts_at": starts_at}, work.house.settings["studio.zone"], work.now, length)
    entry.offer = {"artist_id": str(artist.id), "starts_at": when.starts_at.isoformat(), "minutes": length}
    entry.offered_at, entry.state = work.now, "offered"
    entry.offered_until = work.now + timedelta(hours=by.count(1, 24 * 14)(hours))
    return _told(work, entry)


@action("schedule.waitlist.withdraw", needs=EDIT)
def withdraw_offer(work: Work, entry_id: UUID) -> WaitEntry:
    """They do not want it, or it is gone: they wait on."""
    entry = _open(work, entry_id)
    entry.state, entry.offer, entry.offered_at, entry.offered_until = "waiting", None, None, None
    return _told(work, entry)


@action("schedule.waitlist.take", needs=EDIT)
def take_gap(work: Work, entry_id: UUID, details: Mapping[str, Any] | None = None) -> Booking:
    """Make a booking of what they wait for: of the gap they were offered, or as `details` say."""
    entry = _open(work, entry_id)
    told = {**_offered(work, entry, bool(details)), **(details or {})}
    wanted: dict[str, Any] = {"kind": entry.kind, "client_id": entry.client_id, "artist_id": entry.artist_id}
    wanted |= {"services": [entry.service_id]} if entry.service_id else {}
    if "ends_at" not in told:
        told.setdefault("minutes", entry.minutes)
    booking = made(work, {**wanted, **told})
    entry.state, entry.booking_id, entry.ended_at = "taken", booking.id, work.now
    work.emit(facts.WaitEnded(entry.client_id, entry.id, taken=True))
    return booking


@action("schedule.waitlist.remove", needs=EDIT)
def remove_waiter(work: Work, entry_id: UUID) -> WaitEntry:
    """They wait no longer."""
    entry = _open(work, entry_id)
    entry.state, entry.ended_at = "removed", work.now
    work.emit(facts.WaitEnded(entry.client_id, entry.id, taken=False))
    return entry


def _cleaned(work: Work, details: Mapping[str, Any], entry: WaitEntry | None = None) -> dict[str, Any]:
    values = clean_wish(details, new=entry is None)
    service_id = values.get("service_id")
    if values.get("artist_id"):
        present_artist(work, values["artist_id"])
    if service_id is not None:
        line = offered(work, [{"service_id": service_id, "price": None}], values.get("artist_id"))[0]
        values["minutes"] = values.get("minutes") or line["minutes"]
    if entry is None and not values.get("minutes"):
        values["minutes"] = 60
    return values


def _offered(work: Work, entry: WaitEntry, elsewhere: bool) -> dict[str, Any]:
    if entry.offer is None or elsewhere:
        if not elsewhere:
            raise refusals.OfferIsGone
        return {}
    if entry.offered_until is not None and work.now > entry.offered_until:
        raise refusals.OfferIsGone
    start = datetime.fromisoformat(entry.offer["starts_at"])
    return {"artist_id": UUID(entry.offer["artist_id"]), "starts_at": start, "minutes": entry.offer["minutes"]}


def _open(work: Work, entry_id: UUID, seen_version: int | None = None) -> WaitEntry:
    entry = work.get(WaitEntry, entry_id, seen_version)
    if entry.state not in OPEN:
        raise refusals.WaiterIsUnknown
    return entry


def _told(work: Work, entry: WaitEntry) -> WaitEntry:
    work.emit(facts.WaitChanged(entry.client_id, entry.id, entry.state))
    return entry
