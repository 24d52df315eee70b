"""Every screen of every room, told things its own scripts would never tell: nothing happens and nothing breaks."""

from __future__ import annotations

import asyncio
from typing import Any
from uuid import uuid4

from nicegui import app, ui
from nicegui.testing import User

from components.table import DataTable
from studio.extension.registry import registry
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.journal import head
from studio.kernel.work import perform
from studio.messages.demo import fill_alerts
from tests.components.test_forged import ODD
from tests.factories.clients import on_file, sent
from tests.factories.people import signed_in
from tests.pages.desks import Open

STRANGE = ("x", "", str(uuid4()), "1" * 5000)
HONEST = {"ask", "opened", "save"}
"""What is no forgery whatever it carries: reading, and saving a form as it stands."""


def forged(element: Any) -> list[Any]:
    """Acts a screen has, on ids it never showed, and acts it does not have."""
    acts = ["no such act", "all"]
    if isinstance(element, DataTable):
        acts = [one["name"] for part in ("acts", "bulk") for one in element.props[part]] + acts[:1]
    told: list[Any] = [{"name": name, "ids": [one]} for name in acts for one in STRANGE]
    return [*ODD, *STRANGE, *told, *({"name": name, "id": one} for name in acts[:1] for one in STRANGE)]


def ours(user: User) -> list[Any]:
    assert user.client
    found = [one for one in list(user.client.elements.values()) if type(one).__module__.startswith("components.")]
    return [one for one in found if not isinstance(one, ui.button)]  # a press is a press, whatever it carries


async def test_no_screen_takes_a_forged_act(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    on_file(owner, "Ana Pereira"), sent({"name": "Gil Gast"})
    perform(CONSOLE, fill_alerts, None)
    broken: list[str] = []
    walked: set[str] = set()
    app.on_exception(lambda error: broken.append(repr(error)))
    for screen in registry().all_screens():
        if "{" in screen.path:
            continue
        user = await open_at(owner, screen.path)
        with studio.db.reading() as connection:
            before = head(connection)
        for element in ours(user):
            walked.add(type(element).__name__)
            for listener in list(element._event_listeners.values()):
                for args in () if listener.type in HONEST else forged(element):
                    if not element.is_deleted:
                        element._handle_event({"listener_id": listener.id, "args": args})
                        await asyncio.sleep(0)
        await asyncio.sleep(0.05)
        with studio.db.reading() as connection:
            assert head(connection) == before, screen.path
    assert broken == []
    assert walked >= {"DataTable", "AlertPanel", "RouteTable", "MatrixTable"}
