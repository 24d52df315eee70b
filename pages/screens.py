"""Mounts every declared screen: rights first, then the drawing, in the language of whoever looks."""

from __future__ import annotations

import asyncio
import functools
import inspect
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from fastapi import Request, Response
from nicegui import app, ui

from components.app.button import button
from components.app.drawings import drawing
from components.app.feedback import incident
from components.app.frame import frame, frame_here, head
from components.app.who import current_actor, page_language
from components.files import arriving
from pages.rendering import message, spoken
from studio.extension.registry import Registry, may, registry
from studio.extension.screens import Screen
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import Denied, Refusal
from studio.kernel.text import answer_for_screens, speaking, t

RECONNECT = 60.0
"""Seconds a page waits for a sleeping tablet before it is let go: what was typed is still there after."""


def mount_screens(registry: Registry) -> None:
    """Register every screen with NiceGUI. Call once, before the server starts."""
    answer_for_screens(page_language)
    for screen in registry.all_screens():
        ui.page(screen.path, reconnect_timeout=RECONNECT, response_timeout=10)(guarded(screen))
    arriving.mount(app)
    app.add_exception_handler(404, nowhere)


def guarded(screen: Screen) -> Callable[..., Any]:
    """The screen's drawing behind its permission; a refusal is drawn as a page that says so."""

    @functools.wraps(screen.draw)
    async def draw(*args: Any, **values: Any) -> None:
        try:
            let_in(screen)
            await tell_rooms(current_actor(), ui.context.client.request.url.path)
            drawn = screen.draw(*args, **values)
            if inspect.isawaitable(drawn):
                await drawn
        except Refusal as refusal:
            ui.context.client.status_code = refusal.status
            say(refusal)
        except Exception as error:  # noqa: BLE001  the one place where a broken screen becomes a code and a log line
            ui.context.client.status_code = 500
            broke(error)

    return draw


def let_in(screen: Screen) -> None:
    """Raises Denied for whoever lacks the screen's permission."""
    if not may(current_actor(), screen.needs, house().rights):
        raise Denied


async def tell_rooms(actor: Actor, address: str) -> None:
    """Rooms that want to know who opens what hear it before anything is drawn."""
    for area in registry().areas.values():
        if area.opened is not None:
            await asyncio.to_thread(area.opened, actor, address)


def say(refusal: Refusal) -> None:
    """A whole page for a refusal: what stands in the way, and the way back."""
    with frame(t("Not here")):
        head(t("Not here"), refusal.text())
        with ui.element("div").classes("body stack loose"):
            drawing("chair", 96)
            with ui.element("div").classes("line"):
                button(t("Back to Today"), to="/")


def broke(error: Exception) -> None:
    """A screen that could not be drawn: a page that says so, unless part of it stands, and the code."""
    if frame_here() is None:
        with suppress(Exception):  # where even the frame is what broke, the code alone is told
            apologize()
    incident(error)


def apologize() -> None:
    """In the place of the screen: what to do now."""
    with frame(t("This screen could not be drawn")):
        head(t("This screen could not be drawn"), t("The others go on working. What was saved is saved."))
        with ui.element("div").classes("body stack loose"):
            drawing("chair", 96)
            with ui.element("div").classes("line"):
                button(t("Try again"), kind="primary", to=ui.context.client.request.url.path)
                button(t("Back to Today"), to="/")


async def nowhere(request: Request, _: Exception) -> Response:
    """Whoever mistyped an address is told so, and led back."""
    with speaking(spoken("", request.headers.get("accept-language", ""), "en")):
        return message(
            t("Not here"), t("There is no page at this address."), status=404, to="/", to_label=t("Back to Today")
        )
