"""The owner's table of who is told what."""

from __future__ import annotations

from studio.extension.registry import registry
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.messages.facts import RouteChanged
from studio.messages.models import AlertRoute
from studio.messages.refusals import RouteIsClosed, RouteIsUnknown
from studio.messages.routes import CHANNELS, can_go


@action("messages.route.change")
def change_route(work: Work, kind: str, role: str, channel: str, *, on: bool) -> None:
    """Let a role get a kind of alert by a way, or not. Refused where the role may not see what it is about."""
    declared = registry().alerts.get(kind)
    if declared is None or channel not in CHANNELS or not role or len(role) > 80:
        raise RouteIsUnknown("kind")
    if on and not can_go(work.house, declared, role, channel):
        raise RouteIsClosed("role")
    row = work.session.get(AlertRoute, (kind, role, channel))
    if row is None:
        work.add(AlertRoute(kind=kind, role=role, channel=channel, on=on))
    elif row.on != on:
        row.on = on
    work.emit(RouteChanged(kind, role, channel, on))


@change_route.undone_by
def _as_before(work: Work, past: Past) -> None:
    told = past.facts[0]
    change_route(work, told["alert"], told["role"], told["channel"], on=not told["on"])
