"""Signed consents for a made-up studio: a dozen packets, one of them withdrawn, and one waiting for the artist."""

from __future__ import annotations

from datetime import datetime, timedelta
from random import Random  # a seeded one: the same studio again, nothing secret
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from studio.clients.consents import CONSENTS
from studio.clients.models import Client
from studio.clients.queries.health import answers_of
from studio.clients.questions import QUESTIONS
from studio.clients.rules.age import age_on
from studio.consent import facts
from studio.consent.drawer import drawer
from studio.consent.filing import kept, store_packet, store_part
from studio.consent.handwriting import write
from studio.consent.models import Ceremony, ConsentWithdrawal, Packet
from studio.consent.rules.payload import Given, read_payload
from studio.consent.rules.sheet import clause_keys, digest_of, read_marks
from studio.consent.rules.witnessing import read_witness
from studio.consent.store import put_to_use
from studio.consent.templates import TATTOO_ADULT
from studio.extension.area import DemoPlan
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import Read, Work, action, perform

PACKETS = 12
ISSUERS = ("United Kingdom", "Portugal", "Ireland", "Poland")


def fill(house: House, plan: DemoPlan) -> None:
    """Let some clients have signed over the last weeks, and draw their papers."""
    artist = plan.people.get("artist")
    perform(CONSOLE, fill_packets, plan.random.random(), artist.name if artist else "Ines Duarte")
    drawer.settle()


@action("consent.demo.fill")
def fill_packets(work: Work, seed: float, artist: str) -> int:
    """Signed packets as of the last weeks, for clients of age, oldest first."""
    random = Random(seed)  # noqa: S311
    people = _of_age(work)[: PACKETS + 1]
    for number, client in enumerate(people[:PACKETS]):
        days = 45 * (len(people) - number) / len(people)
        at = work.now - timedelta(days=days, minutes=random.randint(0, 300))
        packet = _sign(work, random, client, at, artist)
        work.emit(kept(packet))
        if number == 2:
            _withdraw(work, packet, artist)
    if len(people) > PACKETS:
        _wait(work, random, people[PACKETS])
    work.emit(facts.PacketsFilled(min(len(people), PACKETS)))
    return min(len(people), PACKETS)


def _sign(work: Work, random: Random, client: Client, at: datetime, artist: str) -> Packet:
    ceremony, part = _part(work, random, client, at)
    expiry = at.date() + timedelta(days=random.randint(200, 3000))
    identity = {"kind": random.choice(["passport", "id_card", "driving_licence"]), "issuer": random.choice(ISSUERS),
                "last4": f"{random.randint(0, 9999):04d}", "expiry": expiry.isoformat()}  # fmt: skip
    told = {"name": artist, "signature": write(random, 6, 740, 232), "identity": identity}
    added = read_witness(told, artist, at.date())
    ceremony.state = "kept"
    work.session.flush()
    return store_packet(work, ceremony, part, client, added, at + timedelta(minutes=2))


def _wait(work: Work, random: Random, client: Client) -> None:
    ceremony, part = _part(work, random, client, work.now - timedelta(minutes=3))
    work.emit(facts.CeremonySigned(client.id, ceremony.id, None, client.health_light, part.digest))


def _part(work: Work, random: Random, client: Client, at: datetime) -> tuple[Ceremony, Any]:
    edition = put_to_use(work, TATTOO_ADULT)
    sheet = edition.sheet(client.language or "en")
    ceremony = work.add(
        Ceremony(
            client_id=client.id,
            template=TATTOO_ADULT,
            language=sheet["language"],
            place="desk",
            state="signed",
            about="",
            signed_at=at,
            opened_by_name="Noor Haddad",
        )
    )
    work.session.flush()
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


def _withdraw(work: Work, packet: Packet, artist: str) -> None:
    reason = "Changed their mind about the design; a new one is agreed."
    work.add(ConsentWithdrawal(packet_id=packet.id, reason=reason, by_name=artist, at=work.now))
    work.emit(facts.PacketWithdrawn(packet.client_id, packet.id, packet.code))


def _of_age(work: Work) -> list[Client]:
    """Clients on file who are adults, the first ones first."""
    born = work.now.date() - timedelta(days=19 * 366)
    found = select(Client).where(col(Client.archived_at).is_(None), col(Client.birth_date) < born)
    return list(work.session.exec(found.order_by(col(Client.number)).limit(PACKETS + 1)))
