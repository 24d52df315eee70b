"""Acts on services of the list: done as one, taken back as one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any
from uuid import UUID

from components.app.feedback import toast
from components.app.perform import act
from studio.catalog.actions import archive_services, offer_services, order_services, pause_services, restore_services
from studio.kernel.text import nt, t
from studio.kernel.work import Action

VERBS: dict[str, tuple[Action[..., list[UUID]], Action[..., list[UUID]]]] = {
    "archive": (archive_services, restore_services),
    "restore": (restore_services, archive_services),
    "pause": (pause_services, offer_services),
    "offer": (offer_services, pause_services),
}
"""Each with the way back."""


async def do(name: str, ids: Sequence[UUID]) -> None:
    """One of the list's acts on these services, by its name."""
    verb, back = VERBS[name]
    done = await act(verb, list(ids))
    if done:
        toast(_said(name, len(done)), _back(back, done))


async def put_in_order(ids: Sequence[UUID]) -> None:
    """These services in this order."""
    before = await act(order_services, list(ids))
    if before is not None and before != list(ids):
        toast(t("The order is changed."), lambda: act(order_services, before))


def _back(verb: Action[..., Any], ids: Sequence[UUID]) -> Callable[[], Awaitable[Any]]:
    return lambda: act(verb, list(ids))


def _said(name: str, count: int) -> str:
    if name == "archive":
        return nt("Archived {n} service.", "Archived {n} services.", count)
    if name == "restore":
        return nt("Restored {n} service.", "Restored {n} services.", count)
    if name == "pause":
        return nt("{n} service is paused.", "{n} services are paused.", count)
    return nt("{n} service is offered again.", "{n} services are offered again.", count)
