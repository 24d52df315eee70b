"""Reads of country profiles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.jurisdiction.models import ProfileInForce
from studio.jurisdiction.reading import ProfileIsBroken, check_content
from studio.jurisdiction.refusals import ProfileIsUnknown
from studio.jurisdiction.schema import Profile
from studio.jurisdiction.shelf import COPY, SETTING, found, in_force, shipped
from studio.jurisdiction.standing import name_of
from studio.kernel.refusal import Missing
from studio.kernel.work import Read, query

SEE = "jurisdiction.profile.see"
FORCE = columns_of(ProfileInForce)


@dataclass(frozen=True, slots=True)
class ProfileLine:
    """A profile as lists show it. `broken` says why a file cannot be read, empty when it can."""

    key: str
    name: str
    country: str
    region: str
    own: bool
    based_on: str
    checked_on: date | None
    unchecked: bool
    in_force: bool
    broken: str = ""
    id: UUID | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """What counted from a moment on."""

    number: int
    key: str
    name: str
    since: datetime
    digest: str


@query(SEE)
def profiles(read: Read) -> tuple[ProfileLine, ...]:
    """All there are: shipped ones by name, the careful one first, then the studio's own."""
    chosen = read.house.settings[SETTING]
    lines = [_line(profile, chosen) for profile in shipped().profiles.values()]
    lines += [_broken(key, why, chosen) for key, why in shipped().broken.items()]
    lines.sort(key=lambda line: (bool(line.country), line.name.casefold()))
    own = read.connection.execute(select(COPY).order_by(COPY.c.name))
    return (*lines, *(_own_line(row, chosen) for row in own))


@query(SEE)
def profile_in_force(read: Read) -> Profile:
    """What counts now."""
    return in_force(read.house)


@query(SEE)
def profile(read: Read, key: str) -> Profile:
    """One profile. Raises ProfileIsUnknown."""
    one = found(read.connection, key)
    if one is None:
        raise ProfileIsUnknown
    return one


@query(SEE)
def profile_line(read: Read, key: str) -> ProfileLine:
    """One profile as lists show it. Raises ProfileIsUnknown."""
    line = next((line for line in profiles(read) if line.key == key), None)
    if line is None:
        raise ProfileIsUnknown
    return line


@query(SEE)
def shipped_profile(read: Read, key: str) -> Profile | None:
    """The shipped profile one of the studio's own was copied from, however many copies ago; None where it has none."""
    seen: set[str] = set()
    while key not in shipped().profiles and key not in seen:
        seen.add(key)
        key = read.connection.scalar(select(COPY.c.based_on).where(COPY.c.key == key)) or ""
    return shipped().profiles.get(key)


@query(SEE)
def editions(read: Read) -> tuple[Edition, ...]:
    """Everything that was ever in force, newest first."""
    columns = (FORCE.c.number, FORCE.c.key, FORCE.c.name, FORCE.c.since, FORCE.c.digest)
    return tuple(Edition(*row) for row in read.connection.execute(select(*columns).order_by(FORCE.c.number.desc())))


@query(SEE)
def edition(read: Read, number: int) -> Profile:
    """What an edition said. Raises Missing."""
    row = read.connection.execute(select(FORCE.c.content).where(FORCE.c.number == number)).first()
    if row is None:
        raise Missing
    return check_content(row.content)


@query(SEE)
def edition_at(read: Read, moment: datetime) -> Edition | None:
    """What was in force at a moment; None before anything was noted."""
    columns = (FORCE.c.number, FORCE.c.key, FORCE.c.name, FORCE.c.since, FORCE.c.digest)
    wanted = select(*columns).where(FORCE.c.since <= moment).order_by(FORCE.c.number.desc()).limit(1)
    row = read.connection.execute(wanted).first()
    return Edition(*row) if row else None


@query(SEE)
def proposed(read: Read) -> ProfileLine | None:
    """The shipped profile of the studio's country, when another one is in force that is not of that country."""
    country = read.house.settings["studio.country"]
    if in_force(read.house).country == country:
        return None
    fitting = (line for line in profiles(read) if line.country == country and not line.own and not line.broken)
    return next(fitting, None)


def _line(one: Profile, chosen: str) -> ProfileLine:
    return ProfileLine(
        one.key, name_of(one), one.country, one.region, False, "", one.checked_on, one.unchecked, one.key == chosen
    )


def _broken(key: str, why: str, chosen: str) -> ProfileLine:
    return ProfileLine(key, key, "", "", False, "", None, True, key == chosen, why)


def _own_line(row: Any, chosen: str) -> ProfileLine:
    """A copy that cannot be read any more is listed as such: a later version may ask for more."""
    broken, country, region, unchecked = "", "", "", True
    try:
        one = check_content(row.content)
        country, region, unchecked = one.country, one.region, one.unchecked
    except ProfileIsBroken as error:
        broken = str(error)
    return ProfileLine(
        row.key, row.name, country, region, True, row.based_on, row.checked_on, unchecked,
        row.key == chosen, broken, row.id, row.version,
    )  # fmt: skip


__all__ = [
    "Edition", "ProfileLine", "edition", "edition_at", "editions", "profile",
    "profile_in_force", "profile_line", "profiles", "proposed", "shipped_profile",
]  # fmt: skip
