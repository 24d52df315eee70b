"""A visitor of the plain pages: a browser without scripts, reduced to what it sends and what it sees."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from urllib.parse import urlencode

import httpx
from fastapi import FastAPI

from pages.clients import join, poster, register
from pages.plain import plain_app
from pages.staff import setup, sign_in
from studio.clients.actions import invite_registration
from studio.extension.registry import Registry
from studio.extension.screens import Screens
from studio.kernel.actor import Actor
from studio.kernel.work import perform
from tests.factories.people import signed_in

INPUT = re.compile(r"<(?:input|option|select|button)[^>]*>")
ATTRIBUTE = re.compile(r"""([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")


def plain() -> FastAPI:
    """The plain app with the pages of this floor."""
    rooms = (
        Screens("clients", plain=(register.router, join.router, poster.router)),
        Screens("staff", plain=(*sign_in.ROUTERS, setup.router)),
    )
    return plain_app(Registry((), rooms))


def visitor(
    language: str = "en", zone: str = "desk", app: FastAPI | None = None, actor: Actor | None = None
) -> httpx.AsyncClient:
    """Somebody's browser, with cookies of its own; zone and actor are what the gate would say."""
    inner = app or plain()

    async def through_door(scope: Any, receive: Any, send: Any) -> None:
        scope["linework.zone"], scope["linework.actor"] = zone, actor
        await inner(scope, receive, send)

    transport = httpx.ASGITransport(app=through_door)
    return httpx.AsyncClient(transport=transport, base_url="http://studio:8080", headers={"accept-language": language})


def invitation() -> str:
    """The token of a QR code that reception shows."""
    return perform(signed_in("reception"), invite_registration)[0]


@dataclass
class Page:
    """A page as a person without scripts uses it: fields with their values."""

    text: str
    typed: dict[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """The text one reads."""
        return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", self.text)))

    def hidden(self) -> dict[str, str]:
        return {a["name"]: a["value"] for a in self._inputs() if a.get("type") == "hidden"}

    def value(self, name: str) -> str:
        return next((a.get("value", "") for a in self._inputs() if a.get("name") == name), "")

    def ticked(self, name: str) -> str:
        return next((a.get("value", "on") for a in self._inputs() if a.get("name") == name and "checked" in a), "")

    def filled(self, **typed: Any) -> dict[str, Any]:
        """What the browser would send: hidden fields and what was typed."""
        return {**self.hidden(), **typed}

    def _inputs(self) -> list[dict[str, str]]:
        return [
            {key: unescape(one or two or three) for key, one, two, three in ATTRIBUTE.findall(tag)}
            for tag in INPUT.findall(self.text)
        ]


async def open_page(browser: httpx.AsyncClient, address: str) -> Page:
    """The page at an address that answers."""
    answer = await browser.get(address)
    assert answer.status_code == 200, answer.text
    return Page(answer.text)


async def send(browser: httpx.AsyncClient, address: str, typed: dict[str, Any], **headers: str) -> httpx.Response:
    """Send a form the way browsers do."""
    kind = {"content-type": "application/x-www-form-urlencoded", **headers}
    return await browser.post(address, content=urlencode(typed, doseq=True), headers=kind)
