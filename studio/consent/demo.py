"""Signed consents for a made-up studio: a dozen packets, one of them withdrawn, and one waiting for the artist."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from random import Random  # a seeded one: the same studio again, nothing secret
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from studio.clients.models import Client
from studio.consent import facts
from studio.consent.demo_minor import sign_made_up_minor
from studio.consent.demo_parts import FILL, TALKED, as_of, identity_of, part_of
from studio.consent.drawer import drawer
from studio.consent.filing import kept, store_packet
from studio.consent.handwriting import write
from studio.consent.models import ConsentWithdrawal, Packet
from studio.consent.rules.warnings import warnings_of
from studio.consent.rules.witnessing import HEALTH, Asked, read_witness
from studio.consent.templates import TATTOO_ADULT
from studio.extension.area import DemoPlan
from studio.jurisdiction.rules import age_on
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import Work, action, perform
from studio.schedule.models import Booking
from studio.schedule.rules.localtime import day_of, day_span

PACKETS = 12
TODAY = 8
ADULT = timedelta(days=19 * 366)
HERE = ("checked_in", "in_progress", "confirmed")
TEXTS = {"session": TATTOO_ADULT, "touch_up": TATTOO_ADULT, "piercing": "piercing"}


def fill(house: House, plan: DemoPlan) -> None:
    """Let some clients have signed over the last weeks, and draw their papers."""
    random, host = plan.random, plan.people.get("artist")
    artist = host.name if host else "Ines Duarte"
    today = perform(CONSOLE, find_todays)
    for client_id, at, template in today:
        perform(CONSOLE, sign_made_up, client_id, at, random.random(), artist, template)
    people = [one for one in perform(CONSOLE, find_signers) if one not in {signed[0] for signed in today}]
    days = [45 * (len(people) - number) // len(people) for number in range(len(people))]
    for number, (client_id, ago) in enumerate(zip(people[:PACKETS], days, strict=False)):
        kept = perform(CONSOLE, sign_made_up, client_id, _opening_hours(house, random, ago), random.random(), artist)
        if number == 2:
            perform(CONSOLE, withdraw_made_up, kept.id, artist)
    if len(people) > PACKETS:
        perform(CONSOLE, wait_made_up, people[PACKETS], random.random())
    perform(CONSOLE, sign_made_up_minor, _opening_hours(house, random, 1), random.random(), artist)
    drawer.settle()


@action("consent.demo.today", needs=FILL)
def find_todays(work: Work) -> list[tuple[UUID, datetime, str]]:
    """Who sits today or is about to, when they signed and which text: all in the chair, and of those still to come
    every other one."""
    start, end = day_span(day_of(work.now, zone := work.house.settings["studio.zone"]), zone)
    grown = col(Client.birth_date) < work.now.date() - ADULT
    found = (
        select(Booking)
        .join(Client, col(Client.id) == Booking.client_id)
        .where(Booking.starts_at >= start, Booking.starts_at < end, grown, col(Client.health_light) != "red")
        .where(col(Booking.kind).in_(TEXTS), col(Booking.status).in_(HERE))
        .order_by(col(Booking.status) == "confirmed", col(Booking.starts_at), col(Booking.number))
    )
    signers: dict[UUID, tuple[UUID, datetime, str]] = {}
    for nth, one in enumerate(work.session.exec(found)):
        if one.client_id and (one.status == "in_progress" or nth % 2):
            told = min(one.starts_at, work.now) - timedelta(minutes=25 if one.status == "in_progress" else 60 * 26)
            signers.setdefault(one.client_id, (one.client_id, told, TEXTS[one.kind]))
    return list(signers.values())[:TODAY]


@action("consent.demo.find", needs=FILL)
def find_signers(work: Work) -> list[UUID]:
    """Clients on file who are adults and whom no answer stops, the first ones first."""
    born = work.now.date() - ADULT
    found = select(Client.id).where(
        col(Client.archived_at).is_(None), col(Client.birth_date) < born, col(Client.health_light) != "red"
    )
    return list(work.session.exec(found.order_by(col(Client.number)).limit(PACKETS + 1)))


@action(FILL)
def sign_made_up(
    work: Work, client_id: UUID, at: datetime, seed: float, artist: str, template: str = TATTOO_ADULT
) -> Packet:
    """One client signed at a moment gone by; what they answered and ticked counts from then."""
    random, client = Random(seed), work.get(Client, client_id)  # noqa: S311
    with as_of(work, at):
        packet = _sign(work, random, client, at, artist, template)
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
    ceremony, part = part_of(work, random, client, work.now - timedelta(minutes=3))
    work.emit(facts.CeremonySigned(client.id, ceremony.id, None, client.health_light, part.digest))


def _opening_hours(house: House, random: Random, ago: int) -> datetime:
    """A moment in the afternoon, some days ago, on the studio's wall clock."""
    zone = house.settings["studio.zone"]
    day = house.clock.today(zone) - timedelta(days=ago)
    clock = time(random.randint(11, 18), random.randint(0, 59), random.randint(0, 59), tzinfo=ZoneInfo(zone))
    return datetime.combine(day, clock).astimezone(UTC)


def _sign(work: Work, random: Random, client: Client, at: datetime, artist: str, template: str) -> Packet:
    kind = template if template == "piercing" else "tattoo"
    ceremony, part = part_of(work, random, client, at, template, service_kind=kind)
    identity = identity_of(random, client.birth_date, at)
    told = {"name": artist, "signature": write(random, 6, 740, 232), "identity": identity, "reasons": {HEALTH: TALKED}}
    asked = Asked(at.date(), client.birth_date, warnings=warnings_of(part.body))
    added = replace(read_witness(told, artist, asked), age=age_on(client.birth_date or at.date(), at.date()))
    ceremony.state = "kept"
    work.session.flush()
    return store_packet(work, ceremony, part, client, added, at + timedelta(minutes=2))
