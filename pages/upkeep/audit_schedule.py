"""The schedule in the audit: what its rows and fields are called, and their values in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.app.moments import reading_locale
from studio.kernel.house import house
from studio.kernel.money import Money
from studio.kernel.text import N_, t
from studio.schedule import words
from studio.schedule.rules.steps import STATUSES

TABLES: Mapping[str, str] = {
    "booking": N_("Booking"),
    "booking_service": N_("Service of a booking"),
    "booking_timer": N_("Time in the chair"),
    "booking_override": N_("Exception"),
    "booking_policy": N_("Rules for moving and cancelling"),
    "healing_check": N_("How it heals"),
    "deposit_rule": N_("Deposit rule"),
    "calendar_feed": N_("Address for calendar apps"),
    "artist": N_("Artist"),
    "artist_absence": N_("Absence"),
    "artist_certificate": N_("Certificate of an artist"),
    "portfolio_work": N_("Picture in a portfolio"),
    "station": N_("Station"),
    "closure": N_("Closed days"),
    "wait_entry": N_("Place on the waitlist"),
}
BOOKED: Mapping[str, str] = {
    "kind": N_("Kind"),
    "status": N_("State"),
    "title": N_("Title"),
    "starts_at": N_("Begins"),
    "ends_at": N_("Ends"),
    "buffer_before": N_("Minutes of set-up"),
    "buffer_after": N_("Minutes of cleaning"),
    "note": N_("Note"),
    "price": N_("Price"),
    "deposit_due": N_("Deposit"),
    "deposit_state": N_("State of the deposit"),
    "moves": N_("Times moved"),
    "confirmed_at": N_("Confirmed"),
    "checked_in_at": N_("Checked in"),
    "started_at": N_("Started"),
    "stopped_at": N_("Stopped"),
    "finished_at": N_("Finished"),
    "ended_by": N_("Called off by"),
    "ended_at": N_("Ended"),
    "ended_reason": N_("Reason"),
    "outcome": N_("What became of the deposit"),
    "may_overlap": N_("May overlap"),
    "answer": N_("Answer"),
    "day": N_("Day"),
    "name": N_("Name"),
    "minutes": N_("Minutes"),
    "reason": N_("Reason"),
    "by_name": N_("By"),
    "notice_hours": N_("Hours of notice"),
    "free_moves": N_("Free moves"),
    "late_minutes": N_("Minutes late that count as not coming"),
    "percent": N_("Percent"),
    "amount": N_("Amount"),
}
PEOPLE: Mapping[str, str] = {
    "name": N_("Name"),
    "phone": N_("Phone"),
    "email": N_("E-mail"),
    "about": N_("About"),
    "styles": N_("Styles"),
    "languages": N_("Languages"),
    "contract": N_("Contract"),
    "share": N_("Share of the takings, percent"),
    "rent": N_("Rent"),
    "rent_per": N_("Rent for each"),
    "guest_from": N_("Guest from"),
    "guest_until": N_("Guest until"),
    "hours": N_("Hours"),
    "note": N_("Note"),
    "kind": N_("Kind"),
    "state": N_("State"),
    "number": N_("Number"),
    "issuer": N_("Issued by"),
    "issued_on": N_("Issued on"),
    "expires_on": N_("Valid until"),
    "blocks_booking": N_("No bookings without it"),
    "equipment": N_("Equipment"),
    "active": N_("In use"),
    "from_on": N_("From"),
    "until_on": N_("Until"),
    "reason": N_("Reason"),
    "style": N_("Style"),
    "minutes": N_("Minutes"),
    "offered_at": N_("Offered"),
    "offered_until": N_("Offered until"),
    "ended_at": N_("Ended"),
    "archived_at": N_("Archived"),
    "title": N_("Title"),
    "tags": N_("Tags"),
    "removed_at": N_("Removed"),
    "with_names": N_("With the names of clients"),
    "by_name": N_("By"),
}
OF_PEOPLE = ("artist", "artist_absence", "artist_certificate", "station", "closure", "wait_entry", "calendar_feed",
             "portfolio_work")  # fmt: skip
FIELDS_OF: Mapping[str, Mapping[str, str]] = {name: PEOPLE if name in OF_PEOPLE else BOOKED for name in TABLES}
AMOUNTS = ("price", "deposit_due", "amount", "rent")
KEYS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("booking", "kind"): words.KINDS,
    ("booking", "status"): STATUSES,
    ("booking", "deposit_state"): words.DEPOSIT_STATES,
    ("booking", "ended_by"): words.CALLED_OFF_BY,
    ("booking", "outcome"): words.OUTCOMES,
    ("healing_check", "answer"): words.HEALING,
    ("artist", "contract"): words.CONTRACTS,
    ("artist", "rent_per"): words.RENT_PER,
    ("artist_absence", "kind"): words.ABSENCES,
    ("artist_certificate", "kind"): words.CERTIFICATES,
    ("artist_certificate", "state"): words.VACCINATION,
    ("station", "kind"): words.STATIONS,
    ("wait_entry", "kind"): words.KINDS,
    ("wait_entry", "state"): words.WAITING,
}
"""(table, column) → its keys in words."""


def schedule_text(table: str, name: str, value: Any, row: Mapping[str, Any]) -> str | None:
    """One value of this row; nothing where it reads like any other."""
    if name in AMOUNTS and isinstance(value, int):
        return Money(value, row.get("currency") or house().settings["studio.currency"]).text(reading_locale())
    word = KEYS.get((table, name), {}).get(value) if isinstance(value, str) else None
    return t(word) if word else None
