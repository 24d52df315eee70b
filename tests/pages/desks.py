"""Several desks on one studio: each somebody's own browser, on our real screens in their real frame."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from inspect import signature
from typing import Any

import httpx
from nicegui import core, ui
from nicegui.testing import User, user_simulation

import pages.catalog
import pages.clients
import pages.consent
import pages.home
import pages.inspection
import pages.jurisdiction
import pages.messages
import pages.photos
import pages.privacy
import pages.staff
import pages.upkeep
from pages import furnishing
from pages.screens import guarded
from studio.extension.registry import Registry, registry, use_registry
from studio.kernel.actor import Actor
from tests.conftest import rooms

ROOMS = (
    pages.home,
    pages.clients,
    pages.catalog,
    pages.consent,
    pages.inspection,
    pages.jurisdiction,
    pages.messages,
    pages.photos,
    pages.privacy,
    pages.staff,
    pages.upkeep,
)
Open = Callable[..., Any]


@asynccontextmanager
async def desks() -> AsyncIterator[Open]:
    """`user = await open_at(actor, "/inbox")` opens one more desk."""
    before = registry()
    shown = use_registry(Registry(rooms().areas.values(), [room.SCREENS for room in ROOMS]))
    furnishing.start()
    people: dict[str, Actor] = {}
    async with user_simulation(lambda: root(shown, people)):

        async def open_at(actor: Actor, path: str = "/") -> User:
            people[str(actor.id)] = actor
            headers = {"somebody": str(actor.id)}
            transport = httpx.ASGITransport(core.app)
            user = User(httpx.AsyncClient(transport=transport, base_url="http://test", headers=headers))
            await user.open(path)
            return user

        yield open_at
    use_registry(before)


async def root(shown: Registry, people: dict[str, Actor]) -> None:
    """What gate and router do for a real visitor."""
    request = ui.context.client.request
    actor = people[request.headers["somebody"]]
    request.scope.update({"linework.actor": actor, "linework.zone": "desk", "linework.form_token": "sealed"})
    for screen in shown.all_screens():
        pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", screen.path)
        found = re.fullmatch(pattern, request.url.path)
        if found:
            asked = {
                name: value for name, value in request.query_params.items() if name in signature(screen.draw).parameters
            }
            await guarded(screen)(**found.groupdict(), **asked)
            ui.context.client.status_code = 200  # a simulated user opens nothing else; refusals are pages too
            return
    ui.label(request.url.path)


def buttons(user: User) -> list[str]:
    """What can be pressed on the page now."""
    assert user.client
    return [button.text for button in user.client.elements.values() if isinstance(button, ui.button) and button.text]


def field(user: User, label: str) -> ui.input:
    """The field of that name, starred or not."""
    found = (one for one in user.find(ui.input).elements if one.props.get("label", "").rstrip(" *") == label)
    return next(found)


def press(user: User, words: str) -> None:
    """Press the button with exactly these words, ours or Quasar's."""
    assert user.client
    for element in user.client.elements.values():
        if element.tag not in ("q-btn", "button"):
            continue
        said = [getattr(one, "text", "") for one in (element, *element.descendants())]
        if words in said:
            for listener in list(element._event_listeners.values()):  # a button may go with its own press
                if listener.type == "click":
                    element._handle_event({"listener_id": listener.id, "args": {}})
            return
    raise AssertionError(f"no button says {words}")
