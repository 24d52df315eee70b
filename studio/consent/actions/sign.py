"""The client signs: stored whole, at once, exactly once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import select

from studio.clients.actions.client import present
from studio.clients.rules.health import light_of
from studio.consent import facts, refusals
from studio.consent.actions.tokens import guardian_of, spend_token
from studio.consent.filing import store_part
from studio.consent.models import Ceremony, SignedPart
from studio.consent.opening import judged
from studio.consent.rules.payload import read_payload
from studio.consent.rules.sheet import digest_of
from studio.consent.store import current
from studio.consent.terms import sheet_of
from studio.consent.wanting import check_given, check_wanted
from studio.kernel.refusal import Missing, Refusal
from studio.kernel.work import Work, action
from studio.staff.actions.tokens import living_token
from studio.staff.refusals import TokenIsDead


@action("consent.ceremony.sign")
def sign_ceremony(work: Work, ceremony_id: UUID, payload: Mapping[str, Any]) -> SignedPart:
    """Keep what the client read, answered, initialled and signed. Durable when it returns; spends the token.

    The same payload sent again is the same signing; another one from the same page is none. Raises TextHasChanged
    when the text is no longer the one that was read, else Invalid with every problem by its field.
    """
    ceremony = work.get(Ceremony, ceremony_id)
    if not is_theirs(work, ceremony):
        raise Missing
    payload_id = payload_id_of(payload)
    signed = work.session.exec(select(SignedPart).where(SignedPart.ceremony_id == ceremony.id)).first()
    if signed is not None:
        if signed.payload_id != payload_id or not _says_the_same(signed, payload):
            raise refusals.CeremonyIsSigned
        return signed
    if ceremony.state != "open":
        raise refusals.CeremonyIsOver
    if ceremony.token_id is None:
        raise TokenIsDead
    living_token(work, ceremony.token_id)
    client = present(work, ceremony.client_id)
    edition = current(work.connection, ceremony.template)
    language = edition.language(str(payload.get("language") or ceremony.language))
    sheet = sheet_of(work.connection, work.house, edition, language)
    if payload.get("digest") != digest_of(sheet):
        raise refusals.TextHasChanged
    given = read_payload(payload, sheet["content"])
    check_given(work.house, ceremony, given, sheet["content"])
    age = judged(work, client, ceremony, guardian_of(work, ceremony), sheet["content"])
    check_wanted(work.house, client, ceremony, sheet["content"])
    part = store_part(work, ceremony, client, given, sheet, payload_id, age)
    ceremony.state, ceremony.signed_at, ceremony.language = "signed", work.now, language
    spend_token(work, ceremony.token_id)
    light = light_of(given.answers)
    work.emit(facts.CeremonySigned(client.id, ceremony.id, ceremony.device_id, light, part.digest))
    return part


def is_theirs(work: Work, ceremony: Ceremony) -> bool:
    """A guest signs with the ceremony's own token, a tablet what was sent to it."""
    if work.actor.kind == "device":
        return ceremony.device_id is not None and ceremony.device_id == work.actor.device_id
    return ceremony.token_id is not None and ceremony.token_id == work.actor.id


def _says_the_same(part: SignedPart, payload: Mapping[str, Any]) -> bool:
    """Whether this is what was signed: nobody is told that something else was kept."""
    if part.body is None or payload.get("digest") != digest_of(part.body["sheet"]):
        return False
    try:
        given = read_payload(payload, part.body["sheet"]["content"]).plain()
    except Refusal:
        return False
    return all(part.body[name] == value for name, value in given.items())


def payload_id_of(payload: object) -> str:
    """What tells one sending from another. Raises FormIsUnclear."""
    found = payload.get("payload_id") if isinstance(payload, Mapping) else None
    if not isinstance(found, str) or not 8 <= len(found) <= 80 or not found.isascii() or not found.isprintable():
        raise refusals.FormIsUnclear
    return found
