"""Pages of sign-ins and tablets that have ended go at once; pages of people with a new role are drawn again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator
from uuid import UUID

from nicegui import Client, background_tasks, core, ui

from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.refusal import SignedOut
from studio.staff.facts import DeviceRevoked, RolesChanged, SignInsEnded, UserChanged

Drop = Callable[[Iterable[UUID]], None]
LAST_WORDS = 0.4
"""Seconds a page gets to leave by itself. It cannot act meanwhile: each act reads the sign-in again."""


def start(house: House, drop: Drop) -> Callable[[], None]:
    """Follow sign-outs and changed roles until the returned function is called; `drop` closes what is still open."""
    ended = house.bus.after(SignInsEnded, lambda fact: on_loop(lambda: send_away(fact.session_ids, drop)))
    let_go = house.bus.after(DeviceRevoked, lambda fact: on_loop(lambda: send_away([fact.device_id], drop)))
    changed = house.bus.after(UserChanged, lambda fact: on_loop(lambda: draw_again(house, fact.user_id)))
    rights = house.bus.after(RolesChanged, lambda fact: on_loop(lambda: draw_role_again(fact.role)))

    def stop() -> None:
        for no_more in (ended, let_go, changed, rights):
            no_more()

    return stop


def on_loop(do: Callable[[], None]) -> None:
    """Facts are told on worker threads; pages belong to the event loop."""
    if core.loop is not None and not core.loop.is_closed():
        core.loop.call_soon_threadsafe(do)


def send_away(sessions: Iterable[UUID], drop: Drop) -> None:
    """Show these sessions and tablets the way out, then close their sockets."""
    gone = set(sessions)
    for client, actor in open_pages():
        if actor.device_id in gone:
            with client:
                ui.navigate.reload()
        elif actor.session_id in gone:
            with client:
                ui.navigate.to("/login")

    async def close() -> None:
        await asyncio.sleep(LAST_WORDS)
        drop(gone)

    background_tasks.create(close(), name="close ended sessions")


def draw_again(house: House, user_id: UUID) -> None:
    """Pages drawn for another role show what this one may see."""
    pages = [(client, actor) for client, actor in open_pages() if actor.id == user_id]
    if not pages:
        return
    with house.db.reading() as connection:
        for client, actor in pages:
            try:
                now = house.trust(connection, actor)
            except SignedOut:
                continue
            if now.role != actor.role:
                with client:
                    ui.navigate.reload()


def draw_role_again(role: str) -> None:
    """Pages of a role whose rights changed show what it may see now; an owner, at the matrix, keeps the page open."""
    for client, actor in open_pages():
        if actor.role == role and actor.role != "owner":
            with client:
                ui.navigate.reload()


def open_pages() -> Iterator[tuple[Client, Actor]]:
    """Every page somebody signed in has open now."""
    for client in list(Client.instances.values()):
        actor = client.request.scope.get("linework.actor") if client.has_socket_connection else None
        if isinstance(actor, Actor):
            yield client, actor
