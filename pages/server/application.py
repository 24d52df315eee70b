"""The whole application of this process: plain app and NiceGUI behind one gate."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from fastapi import FastAPI
from nicegui import ui

from components.app import theme
from pages import furnishing, leaving
from pages.csrf import form_token
from pages.gate import Gate, Knowledge
from pages.plain import plain_app
from pages.screens import RECONNECT, mount_screens
from pages.server.frames import listen_carefully
from studio.extension.registry import Registry
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.text import nearest
from studio.staff.queries import actor_of_bearer, actor_of_session, device_of_token, studio_is_empty
from studio.upkeep.doorways import doorways
from studio.upkeep.network import ENTER


class Application:
    """Built once per process, after the house is open."""

    def __init__(self, house: House, registry: Registry) -> None:
        self.house = house
        self._screens = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
        theme.dress()
        mount_screens(registry)
        furnishing.start()
        ui.run_with(
            self._screens,
            **theme.manner(),
            reconnect_timeout=RECONNECT,
            storage_secret=None,
            show_welcome_message=False,
        )
        listen_to_the_socket()
        listen_carefully()
        empty, setting = Once(studio_is_empty), house.settings.__getitem__
        knows = Knowledge(
            actor_of_session, actor_of_bearer, empty, setting, self._tablet, _seal, self._enters, self._arrived
        )
        self.gate = Gate(plain_app(registry), self._screens, knows)

    def _tablet(self, cookie: str) -> Actor | None:
        """A tablet speaks the studio's language until it shows somebody's signing."""
        return device_of_token(cookie, language=nearest(self.house.settings["studio.locale"]))

    def _enters(self, actor: Actor) -> bool:
        return self.house.rights.scope(actor, ENTER) is not None

    def _arrived(self, encrypted: bool) -> None:
        doorways.arrived(self.house, encrypted=encrypted)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Gate]:
        """NiceGUI started, and ended sign-ins losing their open pages."""
        async with self._screens.router.lifespan_context(self._screens):
            stop = leaving.start(self.house, self.gate.drop)
            try:
                yield self.gate
            finally:
                stop()


class Once:
    """Asks until the answer is no: a studio that was set up never is empty again."""

    def __init__(self, ask: Callable[[], bool]) -> None:
        self._ask = ask
        self._empty = True

    def __call__(self) -> bool:
        self._empty = self._empty and self._ask()
        return self._empty


def listen_to_the_socket() -> None:
    """What its libraries complain of goes to our log, which blacks out what people sent, and nowhere else."""
    for name in ("engineio.server", "socketio.server"):
        logging.getLogger(name).handlers.clear()


def _seal(cookie: str) -> str:
    return form_token("session", cookie)
