"""Packets: made whole by a witness, read, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlmodel import select

from studio.clients.filing import change
from studio.clients.masking import contact_is_seen, without_contact
from studio.clients.models import Client
from studio.clients.rules.cleaning import clean_text
from studio.consent import facts, guardian_refusals, refusals
from studio.consent.actions.tokens import guardian_of
from studio.consent.filing import kept, store_packet
from studio.consent.identity_pictures import standing
from studio.consent.models import Ceremony, ConsentWithdrawal, Guardian, GuardianPart, Packet, SignedPart
from studio.consent.queries.ceremonies import GuardianSigned, SignedView, signed_view
from studio.consent.queries.packets import PacketView, packet_view
from studio.consent.rules.witnessing import Witnessed, read_witness
from studio.consent.settling import asked_of, judged_by_documents
from studio.consent.taking_back import take_back_ticks
from studio.kernel.work import Read, Work, action

OVERRIDE = "consent.warning.override"


@action("consent.ceremony.witness")
def witness_ceremony(work: Work, ceremony_id: UUID, payload: Mapping[str, Any]) -> Packet:
    """Sign as artist or witness and say which documents were seen: the packet is whole and kept, in this one act.

    The age is judged anew by the birth dates on the documents. Done again for a ceremony that is kept already it gives
    the same packet. `payload` is what `rules.witnessing.read_witness` takes. The document is drawn afterwards.
    """
    ceremony = work.get(Ceremony, ceremony_id)
    if ceremony.state == "kept":
        return work.session.exec(select(Packet).where(Packet.ceremony_id == ceremony.id)).one()
    if ceremony.state == "cancelled":
        raise refusals.CeremonyIsOver
    part = _signed_part(work, ceremony)
    guardian = guardian_of(work, ceremony)
    signed_too = _guardian_part(work, ceremony) if guardian else None
    client = work.get(Client, ceremony.client_id)
    asked = asked_of(work.house, client, part.body or {}, guardian, ceremony.guardian)
    added = read_witness(payload, work.actor.name, asked)
    if added.overrides and work.house.rights.scope(work.actor, OVERRIDE) is None:
        raise guardian_refusals.WarningStands(f"reasons.{added.overrides[0]['kind']}")
    _name_pictures(work, ceremony, added)
    added = judged_by_documents(work, ceremony, client, guardian, part.body or {}, added)
    if "client" in added.mended:
        change(work, client, {"birth_date": added.mended["client"]})
    if guardian is not None and "guardian" in added.mended:
        guardian.birth_date = added.mended["guardian"]
    packet = store_packet(work, ceremony, part, client, added, guardian=signed_too)
    ceremony.state, ceremony.ended_at = "kept", work.now
    work.emit(kept(packet))
    return packet


@action("consent.packet.withdraw")
def withdraw_packet(work: Work, packet_id: UUID, reason: str) -> ConsentWithdrawal:
    """Note that the client took the consent back, and what was ticked in it. The packet stays as it was signed."""
    packet = work.get(Packet, packet_id)
    reason = clean_text(reason, 500, lines=True)
    if not reason:
        raise refusals.ReasonIsMissing("reason")
    if work.session.exec(select(ConsentWithdrawal).where(ConsentWithdrawal.packet_id == packet.id)).first():
        raise refusals.PacketIsWithdrawn
    row = work.add(
        ConsentWithdrawal(packet_id=packet.id, reason=reason, by_id=work.actor.id, by_name=work.actor.name, at=work.now)
    )
    work.emit(facts.PacketWithdrawn(packet.client_id, packet.id, packet.code))
    take_back_ticks(work, packet)
    return row


@action("consent.packet.view", needs="consent.packet.see")
def view_packet(work: Work, code: str) -> PacketView:
    """The whole packet with its answers; who looked is written in the journal."""
    view = packet_view(Read(work.connection, work.actor, work.house, "all"), code, whole=True)
    if view.signed and not contact_is_seen(work, view.row.client_id):
        view = replace(view, signed=without_client_contact(view.signed), evidence=without_phone(view.evidence))
    work.emit(facts.PacketViewed(view.row.client_id, view.row.id, view.row.code))
    return view


@action("consent.signed.view", needs="consent.packet.see")
def view_signed(work: Work, ceremony_id: UUID) -> SignedView:
    """What the client has just signed, for whoever signs next; who looked is written in the journal."""
    ceremony = work.get(Ceremony, ceremony_id)
    part = _signed_part(work, ceremony)
    work.emit(facts.SignedPartViewed(ceremony.client_id, ceremony.id))
    guardian, client = guardian_of(work, ceremony), work.get(Client, ceremony.client_id)
    asked = asked_of(work.house, client, part.body or {}, guardian, ceremony.guardian)
    told = _told(ceremony, guardian, _guardian_part(work, ceremony)) if guardian else None
    view = signed_view(Read(work.connection, work.actor, work.house, "all"), ceremony, part, asked, told)
    seen = contact_is_seen(work, ceremony.client_id)
    return view if seen else replace(view, body=without_client_contact(view.body))


def _told(ceremony: Ceremony, guardian: Guardian, part: GuardianPart) -> GuardianSigned:
    signature = (part.body or {})["signature"]
    named = (guardian.name, guardian.relation, guardian.birth_date)
    return GuardianSigned(*named, ceremony.guardian, part.signed_at, signature)


def without_client_contact(body: Mapping[str, Any]) -> dict[str, Any]:
    """What was signed, for eyes the contact of the client is hidden from; the evidence itself stays as it is."""
    return {**body, "client": without_contact(body["client"])}


def without_phone(evidence: Mapping[str, Any]) -> dict[str, Any]:
    """The evidence without how the guardian is reached, for the same eyes."""
    guardian = evidence.get("guardian")
    return {**evidence, "guardian": {**guardian, "phone": ""}} if guardian else dict(evidence)


def _name_pictures(work: Work, ceremony: Ceremony, added: Witnessed) -> None:
    """The digests of the pictures that were taken: they tell nothing once a picture is removed."""
    for whose, picture in standing(work, ceremony.id).items():
        identity = added.guardian["identity"] if whose == "guardian" and added.guardian else added.identity
        identity["picture"] = picture.sha256


def _guardian_part(work: Work, ceremony: Ceremony) -> GuardianPart:
    part = work.session.exec(select(GuardianPart).where(GuardianPart.ceremony_id == ceremony.id)).first()
    if part is None or part.body is None:
        raise guardian_refusals.GuardianHasNotSigned
    return part


def _signed_part(work: Work, ceremony: Ceremony) -> SignedPart:
    part = work.session.exec(select(SignedPart).where(SignedPart.ceremony_id == ceremony.id)).first()
    if part is None or part.body is None:
        raise refusals.NothingIsSigned
    return part
