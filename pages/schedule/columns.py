"""The calendar as it is drawn: who or what stands in columns, what is booked there, and when nobody works."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

from components.app.moments import here
from components.calendar import Booked, Closed, Place
from pages.catalog.showing import minutes_text
from pages.schedule.showing import STEPS, light_marks
from pages.schedule.wanted import Wanted
from studio.extension.lights import Light
from studio.kernel.house import house
from studio.kernel.text import nt, t
from studio.kernel.time import TimeRange
from studio.schedule.queries import Artist, Entry, Station, Working
from studio.schedule.rules.steps import AHEAD, FREE, OPEN, STATUSES
from studio.schedule.words import KINDS
from studio.upkeep.premises import DAYS, HOURS

USUAL = ("10:00", "20:00")
BRIEF, SHORT, MIDDLING = 15, 30, 60
"""Minutes up to which there is room for one small line, for one, and for three."""

A_DAY = 3
"""Bookings of a day that a month shows."""


class Words:
    """What bookings say of themselves, in the reader's language: looked up once, however many are drawn."""

    def __init__(self) -> None:
        self.kinds = {key: t(word) for key, word in KINDS.items()}
        self.steps = {key: (str(STEPS[key]), t(word)) for key, word in STATUSES.items() if key not in AHEAD}
        self.due = ("warn", t("Deposit due"))


@dataclass(frozen=True)
class Seen:
    """What was read for one look at the calendar."""

    artists: Sequence[Artist]
    stations: Sequence[Station]
    entries: Sequence[Entry]
    working: Sequence[Working] = ()
    lights: Mapping[str, Light] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    mine: UUID | None = None
    """Whose bookings may be moved, where not everybody's may."""


def places(wanted: Wanted, seen: Seen) -> list[Place]:
    """The columns, in the studio's order."""
    if wanted.by == "stations":
        counted = _count(seen.entries)
        chosen = [one for one in seen.stations if not wanted.who or one.code in wanted.who]
        return [Place(one.id.hex, one.name, _booked_text(counted[one.id.hex])) for one in chosen] or [_nothing(wanted)]
    away = {one.id for one in absent(wanted, seen)}
    chosen_artists = [one for one in seen.artists if (one.code in wanted.who if wanted.who else one.id not in away)]
    minutes = _minutes(seen.entries)
    return [
        Place(one.id.hex, one.name, _artist_note(one, minutes.get(one.id.hex, 0)), one.colour) for one in chosen_artists
    ] or [_nothing(wanted)]


def _nothing(wanted: Wanted) -> Place:
    """A column where there is none yet, which says where they come from."""
    if wanted.who:
        return Place("", t("Nobody to show"), t("The filter leaves nobody."))
    if wanted.by == "stations":
        return Place("", t("No stations yet"), t("Each station under Stations has a column here."))
    return Place("", t("No artists yet"), t("Each artist under Artists has a column here."))


def absent(wanted: Wanted, seen: Seen) -> list[Artist]:
    """Who does not work on the day in sight and has nothing booked: they need no column, unless nobody is left."""
    if wanted.view != "day" or wanted.by != "artists" or wanted.who:
        return []
    busy = {one.artist_id for one in seen.entries}
    here = {one.artist_id for one in seen.working if one.work}
    away = [one for one in seen.artists if one.id not in here and one.id.hex not in busy]
    return away if len(away) < len(seen.artists) else []


def counts(wanted: Wanted, seen: Seen) -> dict[str, str]:
    """How much is booked on each day of a month."""
    if wanted.view != "month":
        return {}
    found = Counter(one.start[:10] for one in seen.entries if one.kind != "block" and one.status not in FREE)
    return {day: _booked_text(count) for day, count in found.items()}


def booked(wanted: Wanted, seen: Seen) -> list[Booked]:
    """What stands in the columns; what has no place in any is left out."""
    artists = {one.id.hex: one for one in seen.artists}
    stations = {one.id.hex: one.name for one in seen.stations}
    shown, left = _shortened(seen.entries) if wanted.view == "month" else (seen.entries, {})
    known = next((one.id for one in places(wanted, seen)), "") if left else ""
    further = [_further(day, n, known) for day, n in left.items()]
    words = Words()
    return [_booked(one, wanted, artists.get(one.artist_id or ""), stations, seen, words) for one in shown] + further


def closed(wanted: Wanted, seen: Seen, hours: tuple[str, str]) -> list[Closed]:
    """When artists do not work, on one day."""
    if wanted.by == "stations" or wanted.view != "day":
        return []
    day = wanted.day.isoformat()
    found: list[Closed] = []
    for one in seen.working:
        spans = [_wall(span) for span in one.work]
        found += _gaps(one.artist_id.hex, spans, f"{day}T{hours[0]}", f"{day}T{hours[1]}")
    return found


def hours_of(wanted: Wanted, seen: Seen) -> tuple[str, str]:
    """From when until when the day is in sight: the opening hours, and whoever works longer."""
    opening = house().settings[HOURS]
    day = DAYS[wanted.day.weekday()]
    told = opening.get(day, []) if wanted.view == "day" else [part for parts in opening.values() for part in parts]
    spans = [(part[0], part[1]) for part in told]
    spans += [
        (start[11:], end[11:]) for one in seen.working for start, end in map(_wall, one.work) if end[11:] > start[11:]
    ]
    first, last = min((start for start, _ in spans), default=USUAL[0]), max((end for _, end in spans), default=USUAL[1])
    return f"{first[:2]}:00", last if last.endswith(":00") else f"{int(last[:2]) + 1:02}:00"


def _shortened(entries: Sequence[Entry]) -> tuple[list[Entry], dict[str, int]]:
    """The first of each day, and how many more there are on it: nobody reads a thousand bookings of a month."""
    days: dict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        days[one.start[:10]].append(one)
    shown = [one for found in days.values() for one in found[: A_DAY if len(found) > A_DAY + 1 else None]]
    return shown, {day: len(found) - A_DAY for day, found in days.items() if len(found) > A_DAY + 1}


def _further(day: str, n: int, place: str) -> Booked:
    words = t("{n} more", n=n)
    return Booked(f"more-{day}", f"{day}T23:45", f"{day}T23:59", place, words, look="more", fixed=True)


def _booked(
    one: Entry, wanted: Wanted, artist: Artist | None, stations: dict[str, str], seen: Seen, words: Words
) -> Booked:
    by_artist, mine = wanted.by == "artists", seen.mine
    kind = words.kinds.get(one.kind, one.kind)
    lines = (
        seen.lines.get(one.id) or (one.title if one.client else ""),
        kind if one.kind not in ("session", "block") else "",
        stations.get(one.station_id or "", "") if by_artist else "",
    )
    length = _length(one)
    room = " short" if length <= SHORT else " middling" if length <= MIDDLING else ""
    room += " brief" if length <= BRIEF else ""
    return Booked(
        id=one.id,
        start=one.start,
        end=one.end,
        place=(one.artist_id if by_artist else one.station_id) or "",
        title=one.client or one.title or kind,
        code=one.code,
        line=" · ".join(filter(None, lines)),
        who=artist.name if artist else stations.get(one.station_id or "", ""),
        number=artist.colour if artist else 0,
        look=f"is-{one.status} is-{one.kind}{room}{' overlaps' if one.may_overlap else ''}",
        marks=_marks(one, seen.lights.get(one.id), words),
        before=one.before,
        after=one.after,
        fixed=one.status in ("done", "cancelled", "no_show") or (mine is not None and one.artist_id != mine.hex),
    )


def _marks(one: Entry, light: Light | None, words: Words) -> tuple[tuple[str, str], ...]:
    """What should not be missed: where it stands, and what is open until it is over."""
    if one.kind == "block":
        return ()
    found = [words.steps[one.status]] if one.status in words.steps else []
    found += light_marks(light) if light else ()
    if one.deposit_state == "due" and one.status in OPEN:
        found.append(words.due)
    return tuple(found)


def _gaps(place: str, work: list[tuple[str, str]], first: str, last: str) -> list[Closed]:
    if not work:
        return [Closed(place, first, last, t("Not here"))]
    begin, end = work[0][0], work[-1][1]
    found = [Closed(place, first, begin, t("From {time}", time=begin[11:]))] if begin > first else []
    found += [Closed(place, one[1], other[0], "") for one, other in pairwise(work)]
    return [*found, Closed(place, end, last, t("Until {time}", time=end[11:]))] if end < last else found


def _wall(span: TimeRange) -> tuple[str, str]:
    return f"{here(span.start):%Y-%m-%dT%H:%M}", f"{here(span.end):%Y-%m-%dT%H:%M}"


def _artist_note(one: Artist, minutes: int) -> str:
    guest = t("guest") if one.contract == "guest" else ""
    return ", ".join(filter(None, (minutes_text(minutes) if minutes else t("free"), guest)))


def _booked_text(count: int) -> str:
    return nt("{n} booked", "{n} booked", count) if count else t("free")


def _minutes(entries: Iterable[Entry]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for one in entries:
        if one.status not in FREE and one.kind != "block":
            found[one.artist_id or ""] += _length(one)
    return found


def _count(entries: Iterable[Entry]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for one in entries:
        found[one.station_id or ""] += one.status not in FREE
    return found


def _length(one: Entry) -> int:
    start, end = one.start, one.end
    if start[:10] == end[:10]:
        return 60 * (int(end[11:13]) - int(start[11:13])) + int(end[14:16]) - int(start[14:16])
    return int((datetime.fromisoformat(one.end) - datetime.fromisoformat(one.start)) / timedelta(minutes=1))
