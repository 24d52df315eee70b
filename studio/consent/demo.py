"""Signed consents for a made-up studio: a dozen packets, one of them withdrawn, and one waiting for the artist."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from random import Random  # a seeded one: the same studio again, nothing secret
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from studio.clients.consents import CONSENTS
from studio.clients.models import Client
from studio.clients.queries.health import answers_of
from studio.clients.questions import QUESTIONS
from studio.consent import facts
from studio.consent.drawer import drawer
from studio.consent.filing import kept, store_packet, store_part
from studio.consent.handwriting import write
from studio.consent.models import Ceremony, ConsentWithdrawal, Packet
from studio.consent.rules.payload import Given, read_payload
from studio.consent.rules.sheet import clause_keys, digest_of, read_marks
from studio.consent.rules.warnings import warnings_of
from studio.consent.rules.witnessing import HEALTH, Asked, read_witness
from studio.consent.store import put_to_use
from studio.consent.templates import TATTOO_ADULT
from studio.extension.area import DemoPlan
from studio.jurisdiction.rules import age_on
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import Read, Work, action, perform

FILL = "consent.demo.fill"
PACKETS = 12
TALKED = "Talked it over; their doctor agrees."
ISSUERS = ("United Kingdom", "Portugal", "Ireland", "Poland")


def fill(house: House, plan: DemoPlan) -> None:
    """Let some clients have signed over the last weeks, and draw their papers."""
    random, host = plan.random, plan.people.get("artist")
    artist = host.name if host else "Ines Duarte"
    people = perform(CONSOLE, find_signers)
    days = [45 * (len(people) - number) // len(people) for number in range(len(people))]
    for number, (client_id, ago) in enumerate(zip(people[:PACKETS], days, strict=False)):
        kept = perform(CONSOLE, sign_made_up, client_id, _opening_hours(house, random, ago), random.random(), artist)
        if number == 2:
            perform(CONSOLE, withdraw_made_up, kept.id, artist)
    if len(people) > PACKETS:
        perform(CONSOLE, wait_made_up, people[PACKETS], random.random())
    drawer.settle()


@action("consent.demo.find", needs=FILL)
def find_signers(work: Work) -> list[UUID]:
    """Clients on file who are adults and whom no answer stops, the first ones first."""
    born = work.now.date() - timedelta(days=19 * 366)
    found = select(Client.id).where(
        col(Client.archived_at).is_(None), col(Client.birth_date) < born, col(Client.health_light) != "red"
    )
    return list(work.session.exec(found.order_by(col(Client.number)).limit(PACKETS + 1)))


@action(FILL)
def sign_made_up(work: Work, client_id: UUID, at: datetime, seed: float, artist: str) -> Packet:
    """One client signed at a moment gone by; what they answered and ticked counts from then."""
    random, client = Random(seed), work.get(Client, client_id)  # noqa: S311
    with _as_of(work, at):
        packet = _sign(work, random, client, at, artist)
    work.emit(kept(packet))
    return packet


@action("consent.demo.withdraw", needs=FILL)
def withdraw_made_up(work: Work, packet_id: UUID, by: str) -> None:
    """A client changed their mind two days after they signed."""
    packet, reason = work.get(Packet, packet_id), "Changed their mind about the design; a new one is agreed."
    at = packet.signed_at + timedelta(days=2)
    work.add(ConsentWithdrawal(packet_id=packet.id, reason=reason, by_name=by, at=at))
    work.emit(facts.PacketWithdrawn(packet.client_id, packet.id, packet.code))


@action("consent.demo.wait", needs=FILL)
def wait_made_up(work: Work, client_id: UUID, seed: float) -> None:
    """One client has just signed, and the artist is still to come."""
    random, client = Random(seed), work.get(Client, client_id)  # noqa: S311
    ceremony, part = _part(work, random, client, work.now - timedelta(minutes=3))
    work.emit(facts.CeremonySigned(client.id, ceremony.id, None, client.health_light, part.digest))


@contextmanager
def _as_of(work: Work, at: datetime) -> Iterator[None]:
    """What is written meanwhile counts as written then; only the journal says when it really was."""
    now = work.now
    work.now = work.session.info["now"] = at
    yield
    work.session.flush()
    work.now = work.session.info["now"] = now


def _opening_hours(house: House, random: Random, ago: int) -> datetime:
    """A moment in the afternoon, some days ago, on the studio's wall clock."""
    zone = house.settings["studio.zone"]
    day = house.clock.today(zone) - timedelta(days=ago)
    clock = time(random.randint(11, 18), random.randint(0, 59), random.randint(0, 59), tzinfo=ZoneInfo(zone))
    return datetime.combine(day, clock).astimezone(UTC)


def _sign(work: Work, random: Random, client: Client, at: datetime, artist: str) -> Packet:
    ceremony, part = _part(work, random, client, at)
    expiry = at.date() + timedelta(days=random.randint(200, 3000))
    identity = {"kind": random.choice(["passport", "id_card", "driving_licence"]), "issuer": random.choice(ISSUERS),
                "last4": f"{random.randint(0, 9999):04d}", "expiry": expiry.isoformat(),
                "birth_date": client.birth_date}  # fmt: skip
    told = {"name": artist, "signature": write(random, 6, 740, 232), "identity": identity, "reasons": {HEALTH: TALKED}}
    asked = Asked(at.date(), client.birth_date, warnings=warnings_of(part.body))
    added = replace(read_witness(told, artist, asked), age=age_on(client.birth_date or at.date(), at.date()))
    ceremony.state = "kept"
    work.session.flush()
    return store_packet(work, ceremony, part, client, added, at + timedelta(minutes=2))


def _part(work: Work, random: Random, client: Client, at: datetime) -> tuple[Ceremony, Any]:
    edition = put_to_use(work, TATTOO_ADULT)
    sheet = edition.sheet(client.language or "en")
    ceremony = Ceremony(
        client_id=client.id,
        template=TATTOO_ADULT,
        language=sheet["language"],
        session_on=at.astimezone(ZoneInfo(work.house.settings["studio.zone"])).date(),
        place="desk",
        state="signed",
        about="",
        signed_at=at,
        opened_by_name="Noor Haddad",
    )
    with _as_of(work, at - timedelta(minutes=9)):
        work.add(ceremony)
    given = _given(work, random, client, sheet, at)
    age = age_on(client.birth_date, at.date()) if client.birth_date else 0
    return ceremony, store_part(work, ceremony, client, given, sheet, UUID(int=random.getrandbits(128)).hex, age, at)


def _given(work: Work, random: Random, client: Client, sheet: dict[str, Any], at: datetime) -> Given:
    on_file = answers_of(Read(work.connection, work.actor, work.house, "all"), client.id)
    health: dict[str, Any] = {question.key: False for question in QUESTIONS}
    for one in on_file:
        health[one.question] = {"answer": one.answer, "choices": list(one.choices), "detail": one.detail}
    health["intoxicated"] = False
    letters = len(client.name.split()[0])
    return read_payload(
        {
            "digest": digest_of(sheet),
            "read": list(read_marks(sheet["content"])),
            "initials": {key: write(random, 2, 176, 116) for key in clause_keys(sheet["content"])},
            "health": health,
            "consents": {one.key: one.key == "health_data" or random.random() < 0.6 for one in CONSENTS},
            "e_form": True,
            "intent": True,
            "signature": write(random, letters + 2, 740, 232),
            "clock": at.isoformat(),
        },
        sheet["content"],
    )
