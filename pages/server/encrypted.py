"""What the plain door to the network still serves once the owner wants tablets and staff to use the encrypted one."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from pages.server.answers import Answer, go
from pages.server.door import Door
from pages.server.guests import OpenRoute
from pages.server.visit import Visit

Setting = Callable[[str], int]
INSTALL = "/install"


def is_for_phones_alone(door: Door, setting: Setting) -> bool:
    """Whether this door shows guests' phones their pages and knows neither tablets nor staff.

    What the owner wants decides, not whether the encrypted door could open: nobody falls back to plain unasked.
    """
    return door.zone == "lan" and not door.tls and not door.outside and bool(setting("lan.tls"))


def admits_staff(door: Door, setting: Setting) -> bool:
    """Whether people of the studio can be signed in at this door."""
    if door.zone == "desk":
        return True
    return (door.staff or bool(setting("lan.staff"))) and not is_for_phones_alone(door, setting)


def lead_to_encrypted(visit: Visit, route: OpenRoute | None, setting: Setting) -> Answer | None:
    """The page that explains the way, for tablets and staff who came to the plain door; None for everybody else."""
    if not is_for_phones_alone(visit.door, setting) or not visit.is_page:
        return None
    if visit.segment == "pair":
        return go(INSTALL)
    if visit.segment == "kiosk" and visit.cookie(visit.door.tablet_cookie):
        return go(f"{INSTALL}?next=/kiosk")
    if route is None and setting("lan.staff") and visit.segment != "api":
        return go(f"{INSTALL}?next={quote(visit.full_path)}")
    return None
