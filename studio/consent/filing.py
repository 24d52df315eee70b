"""Putting signed things on file: what the verbs of this room share below their permissions."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from storage.table import columns_of
from studio.clients.filing import keep_answers, keep_consent
from studio.clients.models import Client
from studio.clients.queries.health import consents_of
from studio.clients.rules.health import Answer
from studio.consent import facts, refusals
from studio.consent.models import Ceremony, Packet, SignedPart
from studio.consent.rules.payload import Given, clock_state
from studio.consent.rules.sealing import START, code_of, packet_digest, packet_mac, part_digest
from studio.consent.rules.witnessing import Witnessed
from studio.jurisdiction.rules import judge_age
from studio.jurisdiction.standing import stand
from studio.kernel import journal
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.work import Read, Work
from studio.staff.models import Device
from studio.upkeep.premises import contact_lines

PACKET, PART = columns_of(Packet), columns_of(SignedPart)
ENTRY = columns_of(journal.JournalEntry).c
ON_FILE = ("code", "name", "preferred_name", "pronouns", "phone", "email", "address", "birth_date",
           "emergency_name", "emergency_phone", "emergency_relation")  # fmt: skip
PURPOSE = "consent packets"
LOOKED_BACK = 1000
"""Entries of the journal in which the latest moment is looked for."""
GONE_BY = timedelta(minutes=1)


def refuse_under_age(house: House, client: Client, least: int, day: date | None = None) -> int:
    """The client's age on the day of the session by the studio's calendar. Raises UnderAge or BirthDateIsMissing."""
    from studio.jurisdiction.shelf import in_force

    day = day or house.clock.today(house.settings["studio.zone"])
    rule = house.settings["clients.adult_age"]
    verdict = judge_age(in_force(house), "tattoo", client.birth_date, day, least=least, house_rule=rule)
    if verdict.age is None:
        raise refusals.BirthDateIsMissing("birth_date")
    if not verdict.allowed:
        raise refusals.UnderAge("birth_date", age=verdict.least)
    return verdict.age


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
            "client": {
                **{field: _plain(getattr(client, field)) for field in ON_FILE},
                "id": str(client.id),
                "age": age,
            },
            **_circumstances(work, ceremony),
            "times": {**_moment(work, at), "clock": clock_state(given.clock, at, _last_entry_at(work, at))},
        },
        digest="",
        created_at=work.now,
        updated_at=work.now,
    )
    part.digest = part_digest(part.model_dump())
    return work.add(part)


def store_packet(
    work: Work, ceremony: Ceremony, part: SignedPart, client: Client, added: Witnessed, at: datetime | None = None
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
        body=_evidence(work, added, at),
        prev_digest=last.digest if last else START,
        digest="",
        mac="",
        created_at=work.now,
        updated_at=work.now,
    )
    packet.digest = packet_digest(packet.model_dump(), part.model_dump())
    packet.mac = packet_mac(work.house.derive(PURPOSE), packet.model_dump())
    work.add(packet)
    write_to_file(work, client, signed)
    return packet


def write_to_file(work: Work, client: Client, signed: dict[str, Any]) -> None:
    """Bring the client's health answers and consents up to what was signed; unchanged consents gain no new tick."""
    answers = [
        Answer(key, one["answer"], tuple(one["choices"]), one["detail"]) for key, one in signed["answers"].items()
    ]
    keep_answers(work, client, answers, "consent")
    present = consents_of(Read(work.connection, work.actor, work.house, "all"), client.id)
    for kind, given in signed["consents"].items():
        if given != (kind in present and present[kind].given):
            keep_consent(work, client.id, kind, given, "consent", signed["sheet"]["language"])


def kept(packet: Packet) -> facts.PacketKept:
    """The fact that binds the journal to the packet."""
    return facts.PacketKept(packet.client_id, packet.id, packet.code, packet.ceremony_id, packet.digest)


def _circumstances(work: Work, ceremony: Ceremony) -> dict[str, Any]:
    """Where it was signed, for whom, and who opened it."""
    device = work.session.get(Device, ceremony.device_id) if ceremony.device_id else None
    return {
        "studio": {
            **{key: work.house.settings[f"studio.{key}"] for key in ("name", "country", "zone", "logo")},
            "accent": work.house.settings["looks.accent"],
            "lines": contact_lines(work.house.settings),
        },
        "about": ceremony.about,
        "rules": stand(work).plain(),
        "place": {
            "kind": ceremony.place,
            "device_id": _text(ceremony.device_id),
            "device": device.name if device else "",
            **_who(work.actor),
        },
        "opened": {
            "at": ceremony.created_at.isoformat(),
            "by": ceremony.opened_by_name,
            "by_id": _text(ceremony.opened_by),
        },
    }


def _evidence(work: Work, added: Witnessed, at: datetime) -> dict[str, Any]:
    head = journal.head(work.connection)
    return {
        "format": 1,
        "witness": {"name": added.name, "signature": added.signature, **_who(work.actor)},
        "identity": {**added.identity, "checked_at": at.isoformat()},
        "note": added.note,
        "times": {**_moment(work, at), "clock": clock_state("", at, _last_entry_at(work, at))},
        "journal": {"no": head.no if head else 0, "mac": head.mac if head else START},
    }


def _who(actor: Actor) -> dict[str, Any]:
    return {
        "actor": actor.kind,
        "actor_id": _text(actor.id),
        "actor_name": actor.name,
        "role": actor.role,
        "session_id": _text(actor.session_id),
        "address": actor.address,
        "agent": actor.agent[:200],
    }


def _moment(work: Work, at: datetime) -> dict[str, str]:
    zone = work.house.settings["studio.zone"]
    return {"utc": at.astimezone(UTC).isoformat(), "local": at.astimezone(ZoneInfo(zone)).isoformat(), "zone": zone}


def _last_entry_at(work: Work, at: datetime) -> datetime | None:
    """The latest moment the journal knows; nothing to compare with where a moment gone by is told of.

    Not that of the newest entry: once the clock was set back, each entry since is from too early as well.
    """
    if at < work.house.clock.now() - GONE_BY:
        return None
    recent = select(ENTRY.at).order_by(ENTRY.no.desc()).limit(LOOKED_BACK).subquery()
    latest: datetime | None = work.connection.scalar(select(func.max(recent.c.at)))
    return latest


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _text(value: object) -> str:
    return str(value) if value else ""
