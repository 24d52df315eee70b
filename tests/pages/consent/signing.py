"""A phone, a desk window and a tablet on the plain pages of the consent room."""

from __future__ import annotations

import re
from html import unescape
from json import loads
from typing import Any

import httpx

from pages.consent import ceremony, pairing
from pages.plain import plain_app
from studio.consent.actions import open_ceremony
from studio.consent.queries import ceremony_for_guest, ceremony_of_token
from studio.extension.registry import Registry
from studio.extension.screens import Screens
from studio.kernel.actor import Actor
from studio.kernel.work import ask, perform
from tests.factories.consents import adult, filled
from tests.factories.people import signed_in
from tests.pages.visiting import visitor

DATA = re.compile(r'data-(\w+)=(?:"([^"]*)"|\'([^\']*)\'|([^\s>]+))')


def browser(actor: Actor | None = None, language: str = "en") -> httpx.AsyncClient:
    """Somebody's browser on the studio's network; `actor` is the tablet the gate knows it as."""
    shown = Screens("consent", plain=(ceremony.router, pairing.router))
    return visitor(language, "lan", plain_app(Registry((), (shown,))), actor)


def sent(**how: Any) -> tuple[str, Any]:
    """A token as the desk gets it, and the ceremony."""
    how.setdefault("place", "phone")
    return perform(signed_in("artist"), open_ceremony, adult().id, **how)


def told(page: str) -> dict[str, str]:
    """What the page tells its script."""
    form = re.search(r"<form class=rite[^>]*>", page)
    assert form is not None
    return {name: unescape(one or two or three) for name, one, two, three in DATA.findall(form[0])}


def says(page: str) -> dict[str, Any]:
    """The sentences the script may show."""
    return dict(loads(told(page)["say"]))


def given(token: str, page: str, **other: Any) -> dict[str, Any]:
    """What the script sends when everything was read, answered, initialled and signed."""
    state = ceremony_of_token(token)
    assert state is not None
    sheet = ask(state.actor(), ceremony_for_guest, language=told(page)["language"])
    data = told(page)
    return {**filled(sheet), "payload_id": data["id"], "digest": data["digest"], "form_token": data["token"], **other}


async def send(guest: httpx.AsyncClient, token: str, payload: object) -> httpx.Response:
    """As the script sends it."""
    return await guest.post(f"/c/{token}", json=payload, headers={"accept": "application/json"})
