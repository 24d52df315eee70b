"""What can be said of artists, their days and certificates, stations and closures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from studio.catalog.rules.cleaning import amount
from studio.clients.rules.cleaning import clean_email
from studio.clients.rules.phones import clean_phone
from studio.schedule import refusals, words
from studio.schedule.rules import cleaning as by

NAME, LINE, NOTE = 120, 200, 4000
TERMS: Mapping[str, frozenset[str]] = {
    "guest_from": frozenset({"guest"}),
    "guest_until": frozenset({"guest"}),
    "share": frozenset({"split", "guest"}),
    "rent": frozenset({"booth_rent", "guest"}),
    "rent_per": frozenset({"booth_rent", "guest"}),
}
"""What is only said of some contracts; of the others it is forgotten."""
PIGMENTS = 6


def artist_fields(country: str, currency: str) -> Mapping[str, by.Clean]:
    """Of an artist; phones are read by the studio's country, the rent is in its currency."""
    return {
        "name": by.text(NAME, needed=True),
        "user_id": by.some_id,
        "phone": lambda value: clean_phone(value, country) if value else "",
        "email": clean_email,
        "about": by.text(NOTE, lines=True),
        "colour": by.count(1, PIGMENTS),
        "styles": by.words(),
        "languages": by.words(),
        "contract": by.choice(words.CONTRACTS),
        "share": by.whole(1, 100),
        "rent": lambda value: amount(value, currency),
        "rent_per": lambda value: by.choice(words.RENT_PER)(value or "week"),
        "guest_from": by.clean_date,
        "guest_until": by.clean_date,
        "hours": by.hours,
        "note": by.text(NOTE, lines=True),
        "active": by.yes,
    }


STATION: Mapping[str, by.Clean] = {
    "name": by.text(NAME, needed=True),
    "kind": by.choice(words.STATIONS),
    "equipment": by.text(NOTE, lines=True),
    "active": by.yes,
}
ABSENCE: Mapping[str, by.Clean] = {
    "kind": by.choice(words.ABSENCES),
    "from_on": by.day,
    "until_on": by.day,
    "hours": by.parts,
    "note": by.text(LINE),
}
CERTIFICATE: Mapping[str, by.Clean] = {
    "kind": by.choice(words.CERTIFICATES),
    "state": by.choice(words.VACCINATION),
    "number": by.text(LINE),
    "issuer": by.text(LINE),
    "issued_on": by.clean_date,
    "expires_on": by.clean_date,
    "blocks_booking": by.yes,
    "note": by.text(NOTE, lines=True),
}
CLOSURE: Mapping[str, by.Clean] = {"from_on": by.day, "until_on": by.day, "reason": by.text(LINE, needed=True)}


def clean_artist(
    raw: Mapping[str, Any], country: str, currency: str, before: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """The fields as they may be stored; a guest needs a stay, and no contract keeps the terms of another."""
    kept = by.cleaned(raw if before else {"name": "", **raw}, artist_fields(country, currency))
    whole = {"contract": "employee", "guest_from": None, "guest_until": None, "rent": None, **(before or {}), **kept}
    forgotten = {name: None for name, contracts in TERMS.items() if whole["contract"] not in contracts}
    if whole["contract"] == "guest":
        _stay(whole["guest_from"], whole["guest_until"])
    if whole["rent"] is None or "rent" in forgotten:
        return kept | forgotten | {"currency": "", "rent_per": ""}
    held = currency if "rent" in kept else whole["currency"]
    return kept | forgotten | {"currency": held, "rent_per": whole.get("rent_per") or "week"}


def _stay(first: date | None, last: date | None) -> None:
    if first is None or last is None:
        raise refusals.StayIsNeeded("guest_until" if first else "guest_from")
    by.in_order(first, last, field="guest_until")


def clean_absence(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Days away, or days with other hours, which then have to be said."""
    raw = {"kind": "off", "from_on": None, **raw}
    kept = by.cleaned(_last_day(raw), ABSENCE)
    by.in_order(kept["from_on"], kept["until_on"])
    if kept["kind"] == "extra" and not kept.get("hours"):
        raise refusals.ExtraHoursAreNeeded("hours")
    return kept if kept["kind"] == "extra" else {**kept, "hours": []}


def clean_certificate(raw: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """One certificate; only a vaccination has a state."""
    kept = by.cleaned(raw if before else {"kind": "", **raw}, CERTIFICATE)
    whole = {"issued_on": None, "expires_on": None, **(before or {}), **kept}
    if whole["issued_on"] and whole["expires_on"] and whole["expires_on"] < whole["issued_on"]:
        raise refusals.DaysAreReversed("expires_on")
    return kept if whole["kind"] == "hepatitis_b" else {**kept, "state": ""}


def clean_closure(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Days on which the studio is shut, and why."""
    raw = {"from_on": None, "reason": "", **raw}
    kept = by.cleaned(_last_day(raw), CLOSURE)
    by.in_order(kept["from_on"], kept["until_on"])
    return kept


def _last_day(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Without a last day it is the first alone; where that is missing too, only the first is asked for."""
    told = {**raw, "until_on": raw.get("until_on") or raw["from_on"]}
    return told if told["until_on"] else {name: value for name, value in told.items() if name != "until_on"}


def clean_station(raw: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """One station; only the name is needed."""
    return by.cleaned(raw if before else {"name": "", **raw}, STATION)
