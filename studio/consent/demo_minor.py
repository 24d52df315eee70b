"""A made-up minor of sixteen, their mother, and the packet both signed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random  # a seeded one: the same studio again, nothing secret
from uuid import UUID

from sqlmodel import col, select

from studio.clients.filing import change
from studio.clients.models import Client
from studio.consent.demo_parts import FILL, TALKED, as_of, identity_of, part_of
from studio.consent.filing import kept, store_guardian, store_packet
from studio.consent.handwriting import write
from studio.consent.models import Guardian, Packet
from studio.consent.rules.guarding import guardian_marks, read_guardian
from studio.consent.rules.warnings import warnings_of
from studio.consent.rules.witnessing import HEALTH, Asked, read_witness
from studio.kernel.work import Work, action

MINOR = "minor-guardian"
YOUNG, MOTHER = timedelta(days=16 * 366 + 40), timedelta(days=44 * 366)


@action("consent.demo.minor", needs=FILL)
def sign_made_up_minor(work: Work, at: datetime, seed: float, artist: str) -> Packet | None:
    """Somebody on file without a birth date turns out to be sixteen; their mother signs after them."""
    unknown = select(Client).where(
        col(Client.archived_at).is_(None), col(Client.birth_date).is_(None), col(Client.health_light) != "red"
    )
    client = work.session.exec(unknown.order_by(col(Client.number))).first()
    if client is None:
        return None
    random, last = Random(seed), client.name.split()[-1]  # noqa: S311
    mother = {
        "guardian_name": f"Helena {last}",
        "guardian_relation": "Mother",
        "guardian_phone": "+447700900812",
        "guardian_birth_date": at.date() - MOTHER,
    }
    with as_of(work, at):
        change(work, client, {"birth_date": at.date() - YOUNG, **mother})
        packet = _sign(work, random, client, at, artist)
    work.emit(kept(packet))
    return packet


def _sign(work: Work, random: Random, client: Client, at: datetime, artist: str) -> Packet:
    ceremony, part = part_of(work, random, client, at, MINOR, service_kind="piercing", guardian="present")
    guardian = Guardian(
        ceremony_id=ceremony.id,
        client_id=client.id,
        name=client.guardian_name,
        birth_date=client.guardian_birth_date or at.date() - MOTHER,
        relation=client.guardian_relation,
        phone=client.guardian_phone,
        state="signed",
        signed_at=at,
    )
    work.add(guardian)
    sheet = part.body["sheet"]
    hand = {"signature": write(random, 9, 740, 232), "read": list(guardian_marks(sheet["content"]))}
    given = read_guardian({**hand, "e_form": True, "intent": True}, sheet["content"], part.body["signature"])
    theirs = store_guardian(work, ceremony, guardian, given, UUID(int=random.getrandbits(128)).hex, sheet)
    identities = [identity_of(random, born, at) for born in (client.birth_date, guardian.birth_date)]
    seen = {"identity": identities[1], "proof": "birth_certificate", "present": True}
    told = {"name": artist, "signature": write(random, 6, 740, 232), "identity": identities[0], "guardian": seen,
            "reasons": {HEALTH: TALKED}}  # fmt: skip
    asked = Asked(at.date(), client.birth_date, True, guardian.birth_date, ("birth_certificate",), True,
                  warnings_of(part.body))  # fmt: skip
    added = read_witness(told, artist, asked)
    ages = {**(added.guardian or {}), "age": 44}
    ceremony.state = "kept"
    work.session.flush()
    whole = replace(added, age=16, guardian=ages)
    return store_packet(work, ceremony, part, client, whole, at + timedelta(minutes=4), theirs)
