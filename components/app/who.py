"""Who is looking at this page, read from the request that opened it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nicegui import ui

from studio.kernel.actor import Actor
from studio.kernel.refusal import SignedOut

FORM_FIELD = "form_token"
"""Name of the hidden field that carries the token in plain POST forms."""


def current_actor() -> Actor:
    """The actor the gate recognised for this page; refused when nobody is signed in."""
    actor = scope().get("linework.actor")
    if not isinstance(actor, Actor):
        raise SignedOut
    return actor


def form_token() -> str:
    """What proves that a plain POST form came from a page of ours; the gate makes it."""
    return str(scope().get("linework.form_token", ""))


def zone() -> str:
    """`desk` or `lan`, as the listener wrote it."""
    return str(scope().get("linework.zone", ""))


def page_language() -> str | None:
    """The language of the open page; None outside of one."""
    try:
        actor = scope().get("linework.actor")
    except RuntimeError:
        return None
    return actor.language if isinstance(actor, Actor) else None


def scope() -> Mapping[str, Any]:
    """The request's scope, as gate and listener filled it."""
    return ui.context.client.request.scope
