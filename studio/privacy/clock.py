"""What the privacy room does by itself: end what is over where the owner wants it, finish what was broken off."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from studio.kernel.work import Work, action
from studio.privacy.copies import DAYS, last_erasure, let_go
from studio.privacy.due import held_clients
from studio.privacy.ending_in_time import end_all_that_is_over
from studio.privacy.facts import CopiesRemoved, Faded, SweepDue
from studio.privacy.fading import end_fading
from studio.privacy.progress import Progress
from studio.privacy.sweeping import unfinished

BY_ITSELF = "privacy.retention.by_itself"


@action("privacy.retention.clock", needs="privacy.retention.wake")
def end_what_is_over(work: Work) -> None:
    """Every night, where the owner wants it so."""
    if work.house.settings[BY_ITSELF]:
        end_all_that_is_over(work, Progress())


@action("privacy.fading.clock", needs="privacy.retention.wake")
def let_fade(work: Work) -> dict[str, int]:
    """Every night: what is of no use after a while goes. Gives how many rows of which table."""
    held = held_clients(work.connection, work.house.clock.today(work.house.settings["studio.zone"]))
    gone = end_fading(work.connection, work.now, held)
    if gone:
        work.emit(Faded(gone))
    return gone


@action("privacy.sweep.take_up", needs="privacy.sweep")
def take_up(work: Work) -> None:
    """What was broken off is finished by the listener that hears of it."""
    if work.connection.execute(select(unfinished().exists())).scalar():
        work.emit(SweepDue())


@action("privacy.copies.expire", needs="privacy.sweep")
def expire_copies(work: Work) -> int:
    """Every day: copies that know somebody who was erased so long ago go. Gives how many."""
    erased = last_erasure(work.connection, work.now - timedelta(days=work.house.settings[DAYS]))
    gone = let_go(work.house, erased) if erased else 0
    if gone:
        work.emit(CopiesRemoved(gone))
    return gone
