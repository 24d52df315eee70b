"""The lock in the top bar: one's pages are covered together, and uncovered together."""

from __future__ import annotations

from components.app.live import live
from components.app.who import current_actor
from components.lock import Lock
from studio.kernel.work import ask
from studio.staff.facts import SignInsLocked, SignInUnlocked
from studio.staff.queries.desks import my_lock


def draw_lock() -> None:
    """Draw it, for whoever is signed in with this browser."""
    actor = current_actor()
    if actor.kind != "person" or actor.session_id is None:
        return
    how = ask(actor, my_lock)
    lock = Lock(actor, pin=how.pin, minutes=how.minutes)
    mine = actor.session_id
    live(SignInsLocked, lambda _: lock.cover(), when=lambda fact: mine in fact.session_ids)
    live(SignInUnlocked, lambda _: lock.uncover(), when=lambda fact: fact.session_id == mine)
