"""What every frame holds: the rooms one may open, news with a sound, and one search over all clients."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from time import monotonic
from typing import Any

from nicegui import ui

from components.app.button import icon_button
from components.app.feedback import chime, toast
from components.app.frame import Item, Shell, frame_here, furnish
from components.app.gathering import Gathering
from components.app.live import live
from components.app.perform import look
from components.app.who import current_actor
from components.pickers.search_box import Choice
from pages.clients.invite import INVITE, SEE, arrival, show_invitation
from pages.clients.showing import field_text
from pages.messages.bell import News, bell_of
from pages.messages.conditions import draw_conditions
from pages.palette import draw_palette
from pages.staff.locking import draw_lock
from pages.upkeep.accent import change_into, wear
from studio.clients.facts import RegistrationArrived
from studio.clients.queries import find_clients
from studio.extension.registry import may, registry
from studio.extension.screens import MenuItem
from studio.kernel.actor import Actor
from studio.kernel.facts import Fact
from studio.kernel.house import house
from studio.kernel.refusal import Refusal
from studio.kernel.text import nt, t
from studio.upkeep.facts import SettingChanged
from studio.upkeep.lan import lan_enabled, phone_url

KEYS = {
    "/": "g t",
    "/calendar": "g k",
    "/clients": "g c",
    "/inbox": "g i",
    "/consent": "g o",
    "/catalog": "g v",
    "/staff": "g p",
    "/audit": "g u",
    "/settings": "g s",
}
FEW = 8
STALE = 20.0


def start() -> None:
    """Say once what frames hold; before the first page is opened."""
    furnish(shell)


def shell(actor: Actor) -> Shell:
    """The frame of one page, for whoever opened it."""
    place = house()
    wear(place.settings["looks.accent"])
    items = registry().menu_for(actor, place.rights)
    reads = may(actor, SEE, place.rights)
    return Shell(
        studio=place.settings["studio.name"],
        menu=[shown(item, actor) for item in items],
        bell=bell_of(actor),
        news=lambda: News().draw(),
        banners=lambda: draw_conditions(actor),
        foot=[phones_line()],
        search=search if may(actor, "clients.client.see", place.rights) else None,
        profile="/profile",
        role=place.rights.title(actor.role),
        tools=lambda: tools(actor, items, reads=reads),
    )


def shown(item: MenuItem, actor: Actor) -> Item:
    """A declared menu item as the rail shows it."""
    group = str(item.order // 100)
    return Item(t(item.title), item.icon, item.to, counted(item, actor), key=KEYS.get(item.to, ""), group=group)


def counted(item: MenuItem, actor: Actor) -> str:
    """The figure beside a room; nothing for none."""
    return str(item.badge(actor) or "") if item.badge else ""


def tools(actor: Actor, items: Sequence[MenuItem], *, reads: bool) -> None:
    """The acts of the top bar; from here the whole frame stays in step with what happens elsewhere."""
    if may(actor, INVITE, house().rights):
        icon_button("qr", t("Register a client"), show_invitation)
    draw_lock()
    draw_palette(actor, items, KEYS, search if may(actor, "clients.client.see", house().rights) else None)
    for item in items:
        if item.badge and item.refresh_on:
            live(item.refresh_on, recount(item))
    live(SettingChanged, follow_settings)
    if reads:
        live(RegistrationArrived, Gathering(greet))


def follow_settings(fact: SettingChanged) -> None:
    """The accent and the line about phones are true at once on every open page."""
    frame = frame_here()
    if fact.key == "looks.accent":
        change_into(house().settings[fact.key])
    elif frame and fact.key.startswith("lan."):
        phone_address.cache_clear()
        frame.say([phones_line()])


def recount(item: MenuItem) -> Callable[[Fact], None]:
    """Ask a room's figure again."""

    def heard(_: Fact) -> None:
        frame = frame_here()
        if frame:
            frame.count(item.to, counted(item, current_actor()))

    return heard


async def greet(facts: list[Any]) -> None:
    """A form that has just come is heard and said; of many at once, how many."""
    try:
        if len(facts) == 1:
            words = (await arrival(facts[0].registration_id)).words
        else:
            words = nt("{n} form has arrived.", "{n} forms have arrived.", len(facts))
    except Refusal:
        ui.navigate.to("/login")
        return
    chime()
    toast(words)


async def search(query: str) -> list[Choice]:
    """Clients by any fragment; the reason of the top bar."""
    if not query.strip():
        return []
    hits = await look(find_clients, query, FEW)
    return [Choice(str(hit.id), hit.title, told(hit.subtitle), hit.code, f"/clients/{hit.code}") for hit in hits]


def told(subtitle: str) -> str:
    """A phone number as people here write it, anything else as it is."""
    return field_text("phone", subtitle) if subtitle.startswith("+") else subtitle


def phones_line() -> tuple[str, str]:
    """Whether phones reach this computer, and where."""
    if not lan_enabled():
        return "none", t("Phones are off")
    return "ok", t("Phones: {address}", address=phone_address(int(monotonic() / STALE)))


@lru_cache(maxsize=1)
def phone_address(_: int) -> str:
    """Where phones go; asked of the system a few times a minute, not with every page."""
    return phone_url("").removeprefix("http://")
