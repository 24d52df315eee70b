"""Holding somebody's records back from going, and letting them go again."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from studio.clients.models import Client
from studio.clients.rules.cleaning import clean_text
from studio.kernel.work import Work, action
from studio.privacy import facts, refusals
from studio.privacy.models import LegalHold

LONGEST = 500


@action("privacy.hold.place")
def place_hold(work: Work, client_id: UUID, reason: str, until: date | None = None) -> LegalHold:
    """From now on nothing of this client goes, whatever the rules say, until the day or until it is lifted."""
    client = work.get(Client, client_id)
    why = clean_text(reason, LONGEST)
    if not why:
        raise refusals.ReasonIsMissing("reason")
    if until is not None and until < work.house.clock.today(work.house.settings["studio.zone"]):
        raise refusals.DayIsPast("until")
    hold = LegalHold(client_id=client.id, reason=why, until=until, placed_by_name=work.actor.name, placed_at=work.now)
    work.add(hold)
    work.emit(facts.HoldPlaced(client.id, until))
    return hold


@action("privacy.hold.lift", needs="privacy.hold.place")
def lift_hold(work: Work, hold_id: UUID) -> LegalHold:
    """The rules count again. Raises HoldIsOver."""
    hold = work.get(LegalHold, hold_id)
    if hold.lifted_at is not None:
        raise refusals.HoldIsOver
    hold.lifted_at, hold.lifted_by_name = work.now, work.actor.name
    work.add(hold)
    work.emit(facts.HoldLifted(hold.client_id))
    return hold
