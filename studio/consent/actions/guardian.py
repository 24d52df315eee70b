"""The guardian of a minor: let in, and signing after the client, on the same device or on a phone of their own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import select

from studio.clients.actions.client import present
from studio.consent import facts, guardian_refusals, refusals
from studio.consent.actions.sign import is_theirs, payload_id_of
from studio.consent.actions.tokens import guardian_of, is_guardians_turn, new_guardian_token, spend_token
from studio.consent.filing import store_guardian
from studio.consent.models import Ceremony, Guardian, GuardianPart, SignedPart
from studio.consent.opening import judged
from studio.consent.rules.guarding import PRESENT, read_guardian
from studio.consent.rules.sheet import digest_of
from studio.kernel.refusal import Missing, Refusal
from studio.kernel.subject import Subject
from studio.kernel.work import Work, action
from studio.staff.actions.tokens import living_token
from studio.staff.refusals import TokenIsDead


@action("consent.guardian.invite", needs="consent.ceremony.open")
def invite_guardian(work: Work, ceremony_id: UUID) -> str:
    """A token for the guardian's own `/c/{token}`, told only here; one told before is dead from now on."""
    ceremony, guardian = _waiting(work, ceremony_id)
    token = new_guardian_token(work, ceremony, guardian)
    work.emit(facts.GuardianInvited(ceremony.client_id, ceremony.id, ceremony.device_id))
    return token


@action("consent.guardian.revoke", needs="consent.ceremony.cancel")
def revoke_guardian(work: Work, ceremony_id: UUID) -> None:
    """The guardian's link opens nothing any more; twice changes nothing. Another one can be made."""
    ceremony = work.get(Ceremony, ceremony_id)
    guardian = guardian_of(work, ceremony)
    if guardian is None:
        raise guardian_refusals.NobodyStandsIn
    if guardian.state == "waiting" and guardian.token_id is not None:
        spend_token(work, guardian.token_id)
        guardian.token_id = None
        work.emit(facts.GuardianLinkEnded(ceremony.client_id, ceremony.id, ceremony.device_id))


@action("consent.guardian.begin", needs="consent.ceremony.sign")
def begin_guardian(work: Work, ceremony_id: UUID) -> str | None:
    """Where the client has just signed, the guardian signs next: their token, or None when nobody does here."""
    ceremony = work.get(Ceremony, ceremony_id)
    if not is_theirs(work, ceremony):
        raise Missing
    work.about(Subject("client", ceremony.client_id))
    guardian = guardian_of(work, ceremony)
    if guardian is None or ceremony.state != "signed" or not is_guardians_turn(ceremony, guardian):
        return None
    return new_guardian_token(work, ceremony, guardian)


@action("consent.guardian.leave", needs="consent.ceremony.sign")
def leave_guardian(work: Work, ceremony_id: UUID) -> None:
    """The guardian stopped, or left the device alone: their token is dead, what the client signed waits on."""
    ceremony = work.get(Ceremony, ceremony_id)
    guardian = guardian_of(work, ceremony)
    if guardian is None or not is_guardian(work, ceremony, guardian):
        raise Missing
    if ceremony.state == "signed" and guardian.state == "waiting":
        spend_token(work, guardian.token_id)
        work.emit(facts.GuardianLinkEnded(ceremony.client_id, ceremony.id, ceremony.device_id))


@action("consent.guardian.sign", needs="consent.ceremony.sign")
def sign_guardian(work: Work, ceremony_id: UUID, payload: Mapping[str, Any]) -> GuardianPart:
    """Keep what the guardian read and signed. Durable when it returns; spends the token.

    The same payload sent again is the same signing. What they sign is the very text the client signed.
    """
    ceremony = work.get(Ceremony, ceremony_id)
    guardian = guardian_of(work, ceremony)
    if guardian is None or not is_guardian(work, ceremony, guardian):
        raise Missing
    payload_id = payload_id_of(payload)
    signed = work.session.exec(select(SignedPart).where(SignedPart.ceremony_id == ceremony.id)).first()
    body = (signed.body if signed else None) or {}
    known = work.session.exec(select(GuardianPart).where(GuardianPart.ceremony_id == ceremony.id)).first()
    if known is not None:
        if known.payload_id != payload_id or not _says_the_same(known, payload, body):
            raise refusals.CeremonyIsSigned
        return known
    if not body or ceremony.state != "signed":
        raise refusals.CeremonyIsOver
    if guardian.token_id is None:
        raise TokenIsDead
    living_token(work, guardian.token_id)
    if payload.get("digest") != digest_of(body["sheet"]):
        raise refusals.TextHasChanged
    given = read_guardian(payload, body["sheet"]["content"], body["signature"])
    judged(work, present(work, ceremony.client_id), ceremony, guardian, body["sheet"]["content"])
    part = store_guardian(work, ceremony, guardian, given, payload_id, body["sheet"])
    guardian.state, guardian.signed_at = "signed", work.now
    spend_token(work, guardian.token_id)
    work.emit(facts.GuardianSigned(ceremony.client_id, ceremony.id, ceremony.device_id, part.digest))
    return part


def _waiting(work: Work, ceremony_id: UUID) -> tuple[Ceremony, Guardian]:
    ceremony = work.get(Ceremony, ceremony_id)
    guardian = guardian_of(work, ceremony)
    if guardian is None:
        raise guardian_refusals.NobodyStandsIn
    if ceremony.state == "open":
        raise guardian_refusals.ClientSignsFirst
    if ceremony.state != "signed":
        raise refusals.CeremonyIsOver
    if guardian.state != "waiting":
        raise refusals.CeremonyIsSigned
    return ceremony, guardian


def is_guardian(work: Work, ceremony: Ceremony, guardian: Guardian) -> bool:
    """A guest with the guardian's own token, or the tablet the client signed on."""
    if work.actor.kind == "device":
        here = ceremony.device_id is not None and ceremony.device_id == work.actor.device_id
        return here and ceremony.guardian == PRESENT
    return guardian.token_id is not None and guardian.token_id == work.actor.id


def _says_the_same(known: GuardianPart, payload: Mapping[str, Any], body: Mapping[str, Any]) -> bool:
    """Whether this is what was signed: nobody is told that something else was kept."""
    kept = known.body or {}
    if payload.get("digest") != kept.get("sheet_digest"):
        return False
    try:
        given = read_guardian(payload, body["sheet"]["content"], body["signature"]).plain()
    except Refusal:
        return False
    return all(kept[name] == value for name, value in given.items())
