"""Photos on a client's file: what other rooms keep of them, and the portrait: handed in, looked at, taken away."""

from __future__ import annotations

import inspect
from uuid import UUID

from nicegui import run, ui

from components.app.button import button
from components.app.drawings import drawing
from components.app.feedback import toast
from components.app.perform import act, look
from components.app.text import text
from components.files import FileField, Handed
from pages.clients.profile.file import ClientFile
from pages.clients.showing import photo_address
from studio.clients import facts
from studio.clients.actions import remove_photo, set_photo
from studio.clients.pictures import PORTRAIT, SIDE, Portrait, read_portrait
from studio.clients.queries import photo_of
from studio.extension.registry import registry
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import t


async def draw(file: ClientFile) -> None:
    """Sections of other rooms, then the portrait beside the place for a new one."""
    may = file.may_change("clients.client.edit")
    with ui.element("div").classes("profile-one two wide"):
        if await _slots(file):
            with ui.element("header").classes("profile-sec portrait-head"):
                text(t("Portrait"), "", "h2")
        with ui.element("figure").classes("portrait").classes(file.flashes(facts.PhotoChanged)):
            _portrait(file, may)
        if may:
            with ui.element("div").classes("stack loose"):
                _place(file)


async def _slots(file: ClientFile) -> bool:
    """Whether there were any."""
    slots = registry().slots("client.profile.photos", file.actor, house().rights)
    for slot in slots:
        drawn = slot.draw(file.card)
        if inspect.isawaitable(drawn):
            await drawn
    return bool(slots)


def _portrait(file: ClientFile, may: bool) -> None:
    card = file.card
    if not card.photo:
        drawing("flower", 96)
        text(t("No portrait yet. A face helps the front desk to greet people by name."), "second", "figcaption")
        return
    picture = ui.element("img")
    picture.props.update(
        {"src": photo_address(card.code, card.photo, "l"), "alt": t("Portrait of {name}", name=card.name)}
    )
    with ui.element("figcaption").classes("line apart"):
        text(t("Kept encrypted, without place or camera data."), "small quiet")
        if may:
            button(t("Remove portrait"), lambda: _remove(file), icon="trash", kind="bare")


def _place(file: ClientFile) -> None:
    async def take(handed: Handed) -> None:
        await _keep(file, handed)

    FileField(take, label=t("Drop a portrait here, or paste it"), allowed=PORTRAIT, side=SIDE, facing="user")
    text(t("It is drawn anew here, so nothing hidden in the file is kept."), "small quiet", "p")


async def _keep(file: ClientFile, handed: Handed) -> None:
    """Check and redraw what came, then put it on file."""
    before = file.card.photo
    portrait = await run.io_bound(read_portrait, handed.read())
    old = await _present(file) if before else None
    client = file.card.id
    if portrait is None:
        return
    if await act(set_photo, client, portrait):
        toast(t("Portrait of {name} is on file.", name=file.card.name), lambda: _bring_back(client, old))


async def _remove(file: ClientFile) -> None:
    client, name = file.card.id, file.card.name
    old = await _present(file)
    if await act(remove_photo, client):
        toast(t("Portrait of {name} removed.", name=name), lambda: _bring_back(client, old))


async def _present(file: ClientFile) -> Portrait | None:
    """The portrait that is there now, to bring it back."""
    try:
        large = await look(photo_of, file.card.code, "l")
        return Portrait(large, await look(photo_of, file.card.code, "s"))
    except Refusal:
        return None


async def _bring_back(client: UUID, old: Portrait | None) -> None:
    """What was there before: that portrait, or none."""
    if old:
        await act(set_photo, client, old)
    else:
        await act(remove_photo, client)
