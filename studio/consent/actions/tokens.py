"""The tokens of a signing: the client's, and after it the guardian's. Each signs once."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import select

from studio.consent.models import Ceremony, Guardian
from studio.consent.rules.guarding import PRESENT
from studio.kernel.subject import Subject
from studio.kernel.work import Work
from studio.staff.actions.tokens import new_guest_token
from studio.staff.models import GuestToken

PURPOSE = "ceremony"


def guardian_of(work: Work, ceremony: Ceremony) -> Guardian | None:
    """Who stands in for the client, where somebody does."""
    if not ceremony.guardian:
        return None
    return work.session.exec(select(Guardian).where(Guardian.ceremony_id == ceremony.id)).first()


def is_guardians_turn(ceremony: Ceremony, guardian: Guardian | None) -> bool:
    """Whether the guardian signs next, on the very device the client signed on."""
    return guardian is not None and guardian.state == "waiting" and ceremony.guardian == PRESENT


def new_guardian_token(work: Work, ceremony: Ceremony, guardian: Guardian) -> str:
    """A fresh one; any told before is dead from now on. Opened in time, it lasts an hour."""
    spend_token(work, guardian.token_id)
    what = "consent.guardian.minutes" if ceremony.guardian != PRESENT else "consent.ceremony.minutes"
    token, row = new_guest_token(work, PURPOSE, Subject("ceremony", ceremony.id), work.house.settings[what])
    guardian.token_id = row.id
    return token


def spend_token(work: Work, token_id: UUID | None) -> None:
    """Such a token can do nothing more."""
    row = work.session.get(GuestToken, token_id) if token_id else None
    if row is not None and row.used_at is None:
        row.used_at = work.now


def token_lives(work: Work, ceremony: Ceremony) -> bool:
    """Whether somebody could still sign with it."""
    row = work.session.get(GuestToken, ceremony.token_id) if ceremony.token_id else None
    return row is not None and row.used_at is None and row.expires_at > work.now
