"""Filters of the list, kept under a name for oneself or for everybody."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import select

from studio.clients import facts, refusals
from studio.clients.models import ClientView
from studio.clients.rules.cleaning import clean_text
from studio.kernel.refusal import Denied
from studio.kernel.work import Work, action

KEPT = ("q", "sort", "archived", "tag", "health")
LONGEST = 60


@action("clients.view.keep")
def keep_view(work: Work, name: str, wanted: Mapping[str, Any], shared: bool = False) -> ClientView:
    """Keep what the list is narrowed to. One's own view of the same name is replaced."""
    title = clean_text(name, LONGEST)
    if not title:
        raise refusals.ViewNeedsName("name")
    if work.actor.id is None:
        raise Denied
    kept = {key: clean_text(str(wanted.get(key) or ""), 200) for key in KEPT if wanted.get(key)}
    own = select(ClientView).where(ClientView.user_id == work.actor.id, ClientView.name == title)
    view = work.session.exec(own).first() or ClientView(
        user_id=work.actor.id, by_name=work.actor.name, name=title, wanted=kept
    )
    view.wanted, view.shared = kept, bool(shared)
    work.add(view)
    work.emit(facts.ViewKept(title, view.shared))
    return view


@action("clients.view.drop", needs="clients.view.keep")
def drop_view(work: Work, view_id: UUID) -> ClientView:
    """Let a view go: one's own, or a shared one where the right reaches everybody's."""
    view = work.session.get(ClientView, view_id)
    own = view is not None and view.user_id == work.actor.id
    if view is None or not (own or (view.shared and work.permit("clients.view.keep") == "all")):
        raise refusals.ViewIsUnknown
    work.session.delete(view)
    work.emit(facts.ViewDropped(view.name))
    return view
