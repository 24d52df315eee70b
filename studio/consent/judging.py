"""Whether somebody may have this done on that day: the country's rules, the service's own age, and the guardian."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from studio.consent import guardian_refusals, refusals
from studio.consent.models import Ceremony, Guardian
from studio.consent.rules.guarding import PRESENT, is_the_client
from studio.consent.rules.witnessing import proof_words
from studio.jurisdiction.rules import Standby, Verdict, judge_age
from studio.jurisdiction.schema import Profile
from studio.jurisdiction.shelf import in_force
from studio.kernel.house import House
from studio.kernel.refusal import Refusal

FURTHEST = timedelta(days=366)


@dataclass(frozen=True)
class Session:
    """What is done, from which age the studio and the text allow it, and the day on the studio's wall."""

    kind: str
    least: int
    on: date


def today_of(house: House) -> date:
    """The date on the studio's wall."""
    return house.clock.today(house.settings["studio.zone"])


def clean_day(house: House, on: date | None) -> date:
    """The day of a session: today where nobody says another. Raises SessionIsUnclear."""
    today = today_of(house)
    day = on or today
    if not today <= day <= today + FURTHEST:
        raise guardian_refusals.SessionIsUnclear("session_on")
    return day


def day_of(house: House, ceremony: Ceremony) -> date:
    """The day a signing is for; one from before days were kept is of the day it was opened."""
    zone = ZoneInfo(house.settings["studio.zone"])
    return ceremony.session_on or ceremony.created_at.astimezone(zone).date()


def verdict_of(house: House, birth_date: date | None, session: Session, standby: Standby | None = None) -> Verdict:
    """What the rules in force say."""
    rule = house.settings["clients.adult_age"]
    profile = in_force(house)
    return judge_age(
        profile, session.kind, birth_date, session.on, standby, least=session.least or None, house_rule=rule
    )


def age_allowed(house: House, birth_date: date | None, session: Session, standby: Standby | None = None) -> int:
    """The age on the day of the session, where it is allowed. Raises what stands against it; nobody overrides that."""
    verdict = verdict_of(house, birth_date, session, standby)
    if not verdict.allowed or verdict.age is None:
        raise objection(in_force(house), verdict)
    return verdict.age


def objection(profile: Profile, verdict: Verdict) -> Refusal:
    """The refusal a verdict comes down to, at the field it is about."""
    proofs = proof_words(profile.guardian.relation)
    told: dict[str, Refusal] = {
        "birth_date_missing": refusals.BirthDateIsMissing("birth_date"),
        "guardian_missing": guardian_refusals.GuardianIsNeeded("guardian.name", age=verdict.least),
        "guardian_is_client": guardian_refusals.GuardianIsTheClient("guardian.name"),
        "guardian_minor": guardian_refusals.GuardianIsMinor("guardian.birth_date"),
        "guardian_absent": guardian_refusals.GuardianMustBeHere("guardian.place"),
        "identity_missing": guardian_refusals.GuardianIdentityIsMissing("guardian.identity.kind"),
        "relation_missing": guardian_refusals.ProofIsMissing("guardian.proof", proofs=proofs),
    }
    return told.get(verdict.reason) or refusals.UnderAge("birth_date", age=verdict.least)


def expected(house: House, client: Any, guardian: Guardian | None, place: str) -> Standby | None:
    """The guardian as far as they are known before their papers were seen: these are looked at by the witness."""
    if guardian is None:
        return None
    rule = in_force(house).guardian
    person = {name: getattr(client, name) for name in ("name", "preferred_name", "phone", "birth_date")}
    same = is_the_client(person, guardian.name, guardian.birth_date, guardian.phone)
    return Standby(guardian.birth_date, place == PRESENT, frozenset((*rule.identity, *rule.relation)), same)
