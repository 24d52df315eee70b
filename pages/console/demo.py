"""`run.py demo`: an empty folder becomes a believable studio."""

from __future__ import annotations

import random
import secrets
from typing import Any

from studio.extension.area import DemoPlan
from studio.extension.registry import Registry
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.staff.actions import add_user, fill_account, set_up_studio
from studio.staff.queries import studio_is_empty
from studio.staff.refusals import AlreadySetUp

PEOPLE = (
    ("owner", "Mara Lindqvist", "mara@linework.example"),
    ("manager", "Tomás Rey", "tomas@linework.example"),
    ("artist", "Ines Duarte", "ines@linework.example"),
    ("reception", "Noor Haddad", "noor@linework.example"),
)
STUDIO = {
    "studio.name": "Needle & Thread",
    "studio.country": "GB",
    "studio.currency": "GBP",
    "studio.locale": "en-GB",
    "studio.zone": "Europe/London",
}


def fill(house: House, registry: Registry, *, clients: int, years: int, seed: int) -> list[str]:
    """Fill the studio; gives one line `ROLE EMAIL PASSWORD` a person. Raises AlreadySetUp when it is not empty."""
    if not studio_is_empty():
        raise AlreadySetUp
    made: dict[str, Any] = {}
    lines = []
    for role, name, email in PEOPLE:
        password = f"{secrets.token_hex(2)}-{secrets.token_hex(2)}-{secrets.token_hex(2)}"
        made[role] = _person(role, fill_account(name=name, email=email, password=password))
        lines.append(f"{role} {email} {password}")
    plan = DemoPlan(clients=clients, years=years, random=random.Random(seed), people=made)  # noqa: S311  made-up people, no secrets
    for area in registry.areas.values():
        if area.demo is not None:
            area.demo(house, plan)
    return lines


def _person(role: str, account: dict[str, str]) -> Any:
    if role == "owner":
        return perform(CONSOLE, set_up_studio, settings=dict(STUDIO), **account)
    return perform(CONSOLE, add_user, role=role, **account)
