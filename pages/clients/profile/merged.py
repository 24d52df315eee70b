"""Files that became part of this one, each with the way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from nicegui import ui

from components.app.button import button
from components.app.feedback import toast
from components.app.moments import when
from components.app.perform import act
from components.app.text import text
from studio.clients.actions import unmerge_clients
from studio.clients.queries import Merged
from studio.kernel.text import t


def draw_merged(files: Sequence[Merged]) -> None:
    """A line for each; nothing where there are none."""
    if not files:
        return
    with ui.element("header").classes("profile-sec"):
        text(t("Merged into this file"), "", "h2")
    with ui.element("div").classes("ruled"):
        for one in files:
            with ui.element("div").classes("line apart wrap"):
                text(f"{one.code} {one.name}")
                text(t("by {name}, {when}", name=one.by_name, when=when(one.at)), "small quiet")
                button(t("Take apart"), partial(_take_apart, one), kind="bare", icon="undo")


async def _take_apart(one: Merged) -> None:
    if await act(unmerge_clients, one.id):
        toast(t("{code} stands by itself again.", code=one.code))
