"""The address of the poster at the door: how it is made, and whether one is the present one."""

from __future__ import annotations

import hashlib
import hmac

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.clients.models import Counter
from studio.kernel.house import House

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Nothing that is mistaken for something else when it is typed from paper."""
COUNTED = "poster"
COUNTER = columns_of(Counter).c


def poster_key(place: House, connection: Connection) -> str:
    """What the address of the present poster carries; the first one carries nothing, and is the easiest to type."""
    renewed = connection.execute(select(COUNTER.value).where(COUNTER.name == COUNTED)).scalar()
    if not renewed:
        return ""
    drawn = hmac.new(place.derive("poster"), str(renewed).encode(), hashlib.sha256).digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in drawn[:6])


def poster_path(place: House) -> str:
    """Where the poster leads."""
    with place.db.reading() as connection:
        key = poster_key(place, connection)
    return f"/join?p={key}" if key else "/join"


def poster_hangs(place: House, key: str) -> bool:
    """Whether the poster is on, and this is in its address."""
    if not place.settings["clients.poster.open"]:
        return False
    with place.db.reading() as connection:
        return same(key, poster_key(place, connection))


def same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), known.encode())
