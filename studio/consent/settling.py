"""What must be settled before a packet is whole: ages by the documents that were seen, guardians, warnings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from studio.clients.models import Client
from studio.consent import guardian_refusals
from studio.consent.judging import objection, today_of, verdict_of
from studio.consent.models import Ceremony, Guardian
from studio.consent.opening import session_for
from studio.consent.rules.guarding import PRESENT, is_the_client, same_document
from studio.consent.rules.warnings import warnings_of
from studio.consent.rules.witnessing import Asked, Witnessed
from studio.jurisdiction.rules import Standby, age_on
from studio.jurisdiction.shelf import in_force
from studio.kernel.house import House
from studio.kernel.work import Work

FIELDS = {"birth_date": "identity.birth_date", "guardian.birth_date": "guardian.identity.birth_date",
          "guardian.place": "guardian.present"}  # fmt: skip


def asked_of(house: House, client: Client, signed: Mapping[str, Any], guardian: Guardian | None, where: str) -> Asked:
    """What the witness is asked for, by what is on file and by the rules in force."""
    rule = in_force(house).guardian
    return Asked(
        today=today_of(house),
        birth_date=client.birth_date,
        guardian=guardian is not None,
        guardian_birth_date=guardian.birth_date if guardian else None,
        proofs=rule.relation,
        in_person=where == PRESENT or rule.presence == "present",
        warnings=warnings_of(signed),
    )


def judged_by_documents(
    work: Work,
    ceremony: Ceremony,
    client: Client,
    guardian: Guardian | None,
    signed: Mapping[str, Any],
    added: Witnessed,
) -> Witnessed:
    """Once more, by the birth dates on the documents. Raises what stands against it; nobody overrides that."""
    born, session = _born(added.identity), session_for(work, ceremony, signed["sheet"]["content"])
    standby = _standby(client, born, guardian, added)
    verdict = verdict_of(work.house, born, session, standby)
    profile = in_force(work.house)
    if not verdict.allowed or verdict.age is None:
        refusal = objection(profile, verdict)
        refusal.field = FIELDS.get(refusal.field or "", refusal.field)
        raise refusal
    if standby is None or added.guardian is None or standby.birth_date is None:
        return replace(added, age=verdict.age)
    age = age_on(standby.birth_date, session.on, profile.majority.leap_birthday)
    return replace(added, age=verdict.age, guardian={**added.guardian, "age": age})


def _standby(client: Client, born: date | None, guardian: Guardian | None, added: Witnessed) -> Standby | None:
    seen = added.guardian
    if guardian is None or seen is None:
        return None
    if same_document(added.identity, seen["identity"]):
        raise guardian_refusals.GuardianIsTheClient("guardian.identity.last4")
    person = {"name": client.name, "preferred_name": client.preferred_name, "phone": client.phone, "birth_date": born}
    theirs = _born(seen["identity"])
    same = is_the_client(person, guardian.name, theirs, guardian.phone)
    proofs = frozenset(filter(None, ("photo_id", seen["proof"])))
    return Standby(theirs, seen["present"], proofs, same)


def _born(identity: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(identity["birth_date"]) if identity["birth_date"] else None
