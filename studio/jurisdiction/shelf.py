"""Where profiles are found: the files that come with Linework, and the studio's own copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import rfc8785
import structlog
from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.jurisdiction.models import ProfileCopy
from studio.jurisdiction.reading import ProfileIsBroken, check_content, plain_content, read_profile
from studio.jurisdiction.schema import Profile
from studio.kernel.house import House
from studio.kernel.text import speaking

log = structlog.get_logger(__name__)

FOLDER = Path(__file__).parent / "profiles"
SETTING = "studio.jurisdiction"
NEUTRAL = "neutral"
COPY = columns_of(ProfileCopy)


@dataclass(frozen=True)
class Shelf:
    """All shipped profiles that can be read, and what stands against those that cannot."""

    profiles: Mapping[str, Profile]
    broken: Mapping[str, str]
    digests: dict[str, str] = field(default_factory=dict)
    """Worked out once a profile: a long day of signing asks for it every time."""


@cache
def shipped(folder: Path = FOLDER) -> Shelf:
    """Every file of the folder, read once. A bad one is logged and listed; it never stops a start."""
    profiles: dict[str, Profile] = {}
    broken: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            with speaking("en"):  # read once, for readers of every language
                profiles[path.stem] = read_profile(path.read_text("utf-8"))
        except (ProfileIsBroken, OSError, UnicodeDecodeError) as error:
            broken[path.stem] = str(error)
            log.error("country profile cannot be read", file=path.name, why=str(error))  # noqa: TRY400  no traceback
    return Shelf(profiles, broken)


def found(connection: Connection, key: str) -> Profile | None:
    """The profile of this key: shipped, or the studio's own. None for an unknown or unreadable one."""
    if key in shipped().profiles:
        return shipped().profiles[key]
    row = connection.execute(select(COPY.c.content).where(COPY.c.key == key)).first()
    if row is None:
        return None
    try:
        return check_content(row.content)
    except ProfileIsBroken as broken:
        log.error("own country profile cannot be read", why=str(broken))  # noqa: TRY400  no traceback
        return None


_own: tuple[House, str, Profile] | None = None


def in_force(house: House) -> Profile:
    """What counts now. Read once and kept until a profile or the choice changes; careful where nothing can be read."""
    global _own
    key = house.settings[SETTING]
    if key in shipped().profiles:
        return shipped().profiles[key]
    held = _own
    if held is not None and held[0] is house and held[1] == key:
        return held[2]
    with house.db.reading() as connection:
        profile = found(connection, key) or careful()
    _own = (house, key, profile)
    return profile


def forget() -> None:
    """Read the studio's own profile again at the next question."""
    global _own
    _own = None


def careful() -> Profile:
    """The neutral profile; where even its file is gone, nobody under age gets anything and all is kept."""
    from studio.jurisdiction.last_resort import LAST_RESORT

    return shipped().profiles.get(NEUTRAL) or check_content(LAST_RESORT)


def digest_of(profile: Profile) -> str:
    """SHA-256 of all it says."""
    shelf = shipped()
    if shelf.profiles.get(profile.key) is not profile:
        return _digest(profile)
    if profile.key not in shelf.digests:
        shelf.digests[profile.key] = _digest(profile)
    return shelf.digests[profile.key]


def _digest(profile: Profile) -> str:
    content: Any = plain_content(profile)
    return sha256(rfc8785.dumps(content)).hexdigest()
