"""What can be said of artists, their days and certificates, stations and closures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from studio.clients.rules.cleaning import clean_email
from studio.clients.rules.phones import clean_phone
from studio.schedule import refusals, words
from studio.schedule.rules import cleaning as by

NAME, LINE, NOTE = 120, 200, 4000
PIGMENTS = 6


def artist_fields(country: str) -> Mapping[str, by.Clean]:
    """Of an artist; phones are read by the studio's country."""
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


def clean_artist(raw: Mapping[str, Any], country: str, before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The fields as they may be stored; a guest needs a stay, nobody else keeps one."""
    kept = by.cleaned(raw if before else {"name": "", **raw}, artist_fields(country))
    whole = {"contract": "employee", "guest_from": None, "guest_until": None, **(before or {}), **kept}
    if whole["contract"] != "guest":
        return kept | {"guest_from": None, "guest_until": None}
    if whole["guest_from"] is None or whole["guest_until"] is None:
        raise refusals.StayIsNeeded("guest_from")
    by.in_order(whole["guest_from"], whole["guest_until"])
    return kept


def clean_absence(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Days away, or days with other hours, which then have to be said."""
    raw = {"kind": "off", "from_on": None, **raw}
    kept = by.cleaned({**raw, "until_on": raw.get("until_on") or raw["from_on"]}, ABSENCE)
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
    kept = by.cleaned({**raw, "until_on": raw.get("until_on") or raw["from_on"]}, CLOSURE)
    by.in_order(kept["from_on"], kept["until_on"])
    return kept


def clean_station(raw: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """One station; only the name is needed."""
    return by.cleaned(raw if before else {"name": "", **raw}, STATION)
