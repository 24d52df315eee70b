"""Putting signed things on file: what the verbs of this room share below their permissions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.table import columns_of
from studio.clients.family import head_of
from studio.clients.filing import keep_answers, keep_consent
from studio.clients.models import Client
from studio.clients.queries.health import answers_of, consents_of
from studio.clients.rules.health import Answer
from studio.consent import facts
from studio.consent.circumstances import (
    circumstances,
    evidence_of,
    last_entry_at,
    moment_of,
    place_of,
    plainly,
    session_told,
)
from studio.consent.models import Ceremony, ConsentOverride, Guardian, GuardianPart, Packet, SignedPart
from studio.consent.rules.guarding import GuardianGiven
from studio.consent.rules.payload import Given, clock_state
from studio.consent.rules.sealing import START, code_of, packet_digest, packet_mac, part_digest
from studio.consent.rules.sheet import digest_of
from studio.consent.rules.witnessing import Witnessed
from studio.documents.papers.shown import seen_of
from studio.kernel.work import Read, Work

PACKET, PART = columns_of(Packet), columns_of(SignedPart)
ON_FILE = ("code", "name", "preferred_name", "pronouns", "phone", "email", "address", "birth_date",
           "emergency_name", "emergency_phone", "emergency_relation")  # fmt: skip
PURPOSE = "consent packets"


def store_part(
    work: Work,
    ceremony: Ceremony,
    client: Client,
    given: Given,
    sheet: dict[str, Any],
    payload_id: str,
    age: int,
    at: datetime | None = None,
) -> SignedPart:
    """Keep what the client gave, with every word they were shown."""
    at = at or work.now
    part = SignedPart(
        ceremony_id=ceremony.id,
        client_id=client.id,
        payload_id=payload_id,
        signed_at=at,
        body={
            "format": 1,
            "sheet": sheet,
            **given.plain(),
            "papers": seen_of(work, given.papers),
            "client": {
                **{field: plainly(getattr(client, field)) for field in ON_FILE},
                "id": str(client.id),
                "age": age,
            },
            "session": session_told(work, ceremony),
            **circumstances(work, ceremony),
            "times": {**moment_of(work, at), "clock": clock_state(given.clock, at, last_entry_at(work, at))},
        },
        digest="",
        created_at=work.now,
        updated_at=work.now,
    )
    part.digest = part_digest(part.model_dump())
    return work.add(part)


def store_packet(
    work: Work,
    ceremony: Ceremony,
    part: SignedPart,
    client: Client,
    added: Witnessed,
    at: datetime | None = None,
    guardian: GuardianPart | None = None,
) -> Packet:
    """Make the packet whole in the open act: number, evidence, digest, link; then write the answers to the file."""
    at = at or work.now
    signed = part.body or {}
    last = work.connection.execute(
        select(PACKET.c.number, PACKET.c.digest).order_by(PACKET.c.number.desc()).limit(1)
    ).first()
    number = last.number + 1 if last else 1
    packet = Packet(
        number=number,
        code=code_of(number),
        ceremony_id=ceremony.id,
        part_id=part.id,
        client_id=client.id,
        template=signed["sheet"]["template"],
        edition=signed["sheet"]["edition"],
        language=signed["sheet"]["language"],
        signed_at=part.signed_at,
        kept_at=at,
        body=evidence_of(work, added, at, guardian),
        prev_digest=last.digest if last else START,
        digest="",
        mac="",
        created_at=work.now,
        updated_at=work.now,
    )
    packet.digest = packet_digest(packet.model_dump(), part.model_dump())
    packet.mac = packet_mac(work.house.derive(PURPOSE), packet.model_dump())
    work.add(packet)
    _say_overrides(work, packet)
    write_to_file(work, client, signed, part.signed_at)
    return packet


def _say_overrides(work: Work, packet: Packet) -> None:
    """Each warning somebody went on in spite of, to be found by its day."""
    told = (packet.body or {})["overrides"]
    if told:
        work.session.flush()  # they point at the packet
    for one in told:
        work.add(_override(work, packet, one))


def _override(work: Work, packet: Packet, told: dict[str, Any]) -> ConsentOverride:
    return ConsentOverride(
        packet_id=packet.id,
        client_id=packet.client_id,
        warning=told["kind"],
        reason=told["reason"],
        by_id=work.actor.id,
        by_name=told["by"],
        at=packet.kept_at,
    )


def write_to_file(work: Work, client: Client, signed: dict[str, Any], since: datetime) -> None:
    """Bring the client's health answers and consents up to what was signed; unchanged consents gain no new tick.

    What was said since, at the desk or in another text, stands: a consent taken back meanwhile is not given again. Of
    somebody whose file was merged meanwhile it is brought to the one that was kept.
    """
    client = work.get(Client, head_of(work.connection, client.id))
    read = Read(work.connection, work.actor, work.house, "all")
    newer = {one.question for one in answers_of(read, client.id) if _since(one.source, one.answered_at, since)}
    told = {key: one for key, one in signed["answers"].items() if key not in newer}
    keep_answers(work, client, [_answer(key, one) for key, one in told.items()], "consent")
    present = consents_of(read, client.id)
    for kind, given in signed["consents"].items():
        before = present.get(kind)
        stands = before is not None and (before.given == given or _since(before.source, before.at, since))
        if not stands and (given or before is not None):
            keep_consent(work, client.id, kind, given, "consent", signed["sheet"]["language"])


def _since(source: str, at: datetime, signed_at: datetime) -> bool:
    """A form from a phone was filled in at home, however late somebody took it on file."""
    return source != "phone" and at > signed_at


def _answer(key: str, told: dict[str, Any]) -> Answer:
    return Answer(key, told["answer"], tuple(told["choices"]), told["detail"])


def kept(packet: Packet) -> facts.PacketKept:
    """The fact that binds the journal to the packet."""
    return facts.PacketKept(packet.client_id, packet.id, packet.code, packet.ceremony_id, packet.digest)


def store_guardian(work: Work, ceremony: Ceremony, guardian: Guardian, told: GuardianGiven, payload_id: str,
                   sheet: dict[str, Any]) -> GuardianPart:  # fmt: skip
    """Keep what the guardian gave, for exactly the text the client signed."""
    named = {name: plainly(getattr(guardian, name)) for name in ("name", "birth_date", "relation", "phone")}
    times = {**moment_of(work, work.now), "clock": clock_state(told.clock, work.now, last_entry_at(work, work.now))}
    part = GuardianPart(
        ceremony_id=ceremony.id,
        client_id=ceremony.client_id,
        payload_id=payload_id,
        signed_at=work.now,
        body={"format": 1, **named, "where": ceremony.guardian, **told.plain(), "sheet_digest": digest_of(sheet),
              "place": place_of(work, ceremony), "times": times},
        digest="",
        created_at=work.now,
        updated_at=work.now,
    )  # fmt: skip
    part.digest = part_digest(part.model_dump())
    return work.add(part)
