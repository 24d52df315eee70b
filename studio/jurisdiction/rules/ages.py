"""Ages: how old somebody is on a day, and what that lets them do."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from studio.jurisdiction.schema import OTHER, AgeRule, Leap, Profile

State = Literal["allowed", "guardian_needed", "refused"]
Reason = Literal[
    "of_age", "with_guardian", "birth_date_missing", "not_born", "too_young", "house_rule", "guardian_missing",
    "guardian_is_client", "guardian_minor", "guardian_absent", "identity_missing", "relation_missing",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standby:
    """The guardian as far as known. Without a birth date nobody stands in for a child."""

    birth_date: date | None = None
    present: bool = True
    proofs: frozenset[str] = frozenset()
    is_client: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What age allows. `least` is the age that was asked for. Who is refused stays refused: nobody overrides it."""

    state: State
    reason: Reason
    age: int | None
    least: int

    @property
    def allowed(self) -> bool:
        return self.state == "allowed"

    @property
    def refused(self) -> bool:
        return self.state == "refused"


def age_on(birth_date: date, day: date, leap_birthday: Leap = "march_1") -> int:
    """Full years on that day. Who was born on 29 February turns on 1 March, or on 28 February, of other years."""
    turns = (birth_date.month, birth_date.day)
    if turns == (2, 29) and leap_birthday == "february_28" and not isleap(day.year):
        turns = (2, 28)
    return day.year - birth_date.year - ((day.month, day.day) < turns)


def adult_age(profile: Profile, house_rule: int = 0) -> int:
    """From which age no guardian is needed; a studio may ask for more than the country, never for less."""
    return max(profile.majority.age, house_rule)


def judge_age(
    profile: Profile,
    service_kind: str,
    birth_date: date | None,
    day: date,
    guardian: Standby | None = None,
    *,
    least: int | None = None,
    house_rule: int = 0,
) -> Verdict:
    """Whether somebody may have this service on that day, the date on the studio's wall.

    `least` is the service's own minimum, which no guardian lowers; `house_rule` the studio's age of majority.
    """
    rule = rule_for(profile, service_kind)
    alone = max(rule.alone, house_rule if house_rule > profile.majority.age else 0, least or 0)
    if birth_date is None:
        return Verdict("refused", "birth_date_missing", None, alone)
    age = age_on(birth_date, day, profile.majority.leap_birthday)
    verdict = Verdict("refused", "too_young", age, alone)
    if age < 0:
        return replace(verdict, reason="not_born")
    if age >= alone:
        return Verdict("allowed", "of_age", age, alone)
    if least and age < least:
        return replace(verdict, reason="house_rule", least=least)
    if rule.with_guardian is None or age < rule.with_guardian:
        return replace(verdict, least=alone if rule.with_guardian is None else rule.with_guardian)
    lacking = what_lacks(profile, guardian, day, adult_age(profile, house_rule))
    if lacking:
        return Verdict("guardian_needed", lacking, age, alone)
    return Verdict("allowed", "with_guardian", age, alone)


def rule_for(profile: Profile, service_kind: str) -> AgeRule:
    """The ages of this kind of service, else those of every other."""
    return profile.ages.get(service_kind) or profile.ages[OTHER]


def what_lacks(profile: Profile, guardian: Standby | None, day: date, adult: int) -> Reason | None:
    """The first thing that stands against this guardian; None when they may stand in."""
    rule = profile.guardian
    if guardian is None:
        return "guardian_missing"
    if guardian.is_client:
        return "guardian_is_client"
    born = guardian.birth_date
    if born is None or age_on(born, day, profile.majority.leap_birthday) < adult:
        return "guardian_minor"
    if rule.presence == "present" and not guardian.present:
        return "guardian_absent"
    if not set(rule.identity) <= guardian.proofs:
        return "identity_missing"
    return "relation_missing" if rule.relation and not set(rule.relation) & guardian.proofs else None
