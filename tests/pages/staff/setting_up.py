"""The wizard as a person without scripts fills it in, step by step."""

from __future__ import annotations

from typing import Any

import httpx

from pages.staff.setup.steps import KEYS
from tests.pages.visiting import open_page, send

PASSWORD = "three little swallows"
TYPED: dict[str, dict[str, Any]] = {
    "studio": {"studio_name": "North Quay Tattoo", "address": "12 Harbour Row\nDover", "contact": "+44 1304 000000"},
    "place": {"country": "BR", "currency": "", "locale": "", "zone": "", "taxes": "ISS 5"},
    "hours": {"tue": "10-13, 14-18", "sat": "11-19"},
    "payment": {"way": ["cash", "instant"], "more_ways": "Barter"},
    "network": {"lan": "yes", "tls": "yes"},
    "owner": {
        "name": "Ruth Calder",
        "email": "Ruth@NorthQuay.example",
        "password": PASSWORD,
        "password_again": PASSWORD,
    },
    "people": {"person_name": "", "person_email": "", "person_role": "artist"},
    "clients": {"import": "no"},
    "data": {"demo": "no", "services": "yes"},
}


async def fill(desk: httpx.AsyncClient, step: str, go: str = "next", **typed: Any) -> httpx.Response:
    """One step as a person fills it in."""
    page = await open_page(desk, f"/setup/{step}")
    return await send(desk, f"/setup/{step}", page.filled(**{**TYPED[step], **typed, "go": go}))


async def fill_all(desk: httpx.AsyncClient, **other: dict[str, Any]) -> httpx.Response:
    """The whole wizard; gives the last answer."""
    answer = httpx.Response(500)
    for step in KEYS:
        answer = await fill(desk, step, **other.get(step, {}))
    return answer
