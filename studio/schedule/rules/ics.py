"""Bookings as calendar apps read them: iCalendar (RFC 5545), in UTC, so that no app has to know our zones."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

STATES = {"planned": "TENTATIVE", "cancelled": "CANCELLED", "no_show": "CANCELLED"}
LONGEST_LINE = 75


@dataclass(frozen=True, slots=True)
class Event:
    """One booking as a calendar app shows it."""

    uid: str
    version: int
    starts_at: datetime
    ends_at: datetime
    changed_at: datetime
    status: str
    title: str
    place: str = ""
    about: str = ""
    busy: bool = True


def calendar(name: str, events: Iterable[Event]) -> str:
    """The whole calendar, lines folded, ready to be sent."""
    return "".join(_folded(line) for line in _lines(name, events))


def _lines(name: str, events: Iterable[Event]) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Linework//Schedule//EN", "CALSCALE:GREGORIAN")
    yield from ("METHOD:PUBLISH", f"X-WR-CALNAME:{_text(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT15M")
    for event in events:
        yield from _event(event)
    yield "END:VCALENDAR"


def _event(event: Event) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{_text(event.uid)}", f"SEQUENCE:{event.version - 1}")
    yield from (f"DTSTAMP:{_moment(event.changed_at)}", f"LAST-MODIFIED:{_moment(event.changed_at)}")
    yield from (f"DTSTART:{_moment(event.starts_at)}", f"DTEND:{_moment(event.ends_at)}")
    yield from (f"SUMMARY:{_text(event.title)}", f"STATUS:{STATES.get(event.status, 'CONFIRMED')}")
    yield f"TRANSP:{'OPAQUE' if event.busy else 'TRANSPARENT'}"
    for name, said in (("LOCATION", event.place), ("DESCRIPTION", event.about)):
        if said:
            yield f"{name}:{_text(said)}"
    yield "END:VEVENT"


def _moment(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(said: str) -> str:
    """What people wrote, with the signs that mean something to the format marked as signs."""
    marked = said.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return "\\n".join("".join(filter(_shows, line)) for line in marked.splitlines())


def _shows(letter: str) -> bool:
    """Control characters end a calendar in some apps."""
    return unicodedata.category(letter) not in ("Cc", "Cs")


def _folded(line: str) -> str:
    """No more than 75 bytes a line, cut between letters; what goes on begins with a blank."""
    out, row = [], b""
    for letter in line:
        told = letter.encode()
        if len(row) + len(told) > LONGEST_LINE:
            out.append(row)
            row = b" "
        row += told
    return b"\r\n".join([*out, row]).decode() + "\r\n"
