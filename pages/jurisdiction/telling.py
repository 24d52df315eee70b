"""A profile as people read it: sections of rules, each with what it rests on. Two can be laid side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pages.jurisdiction.words import (
    FIELDS,
    LEAP,
    PRESENCE,
    PROOFS,
    SECTIONS,
    SINCE,
    days,
    duration,
    kind_word,
    word,
)  # fmt: skip
from studio.jurisdiction.schema import AgeRule, Backed, InkRule, Profile, Statement, SterilisationRule
from studio.jurisdiction.standing import said
from studio.kernel.text import t
from studio.privacy.keeping import RECORDS


@dataclass(frozen=True)
class Rule:
    """One rule: what it is about, what it says, why, and what it rests on. `key` finds its like elsewhere."""

    key: str
    what: str
    says: str = ""
    why: str = ""
    basis: str = ""
    source: str = ""


@dataclass(frozen=True)
class Section:
    """Rules of one kind."""

    key: str
    title: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True)
class Difference:
    """A rule of which two profiles say different things; empty where one says nothing of it."""

    section: str
    what: str
    before: str
    after: str


def sections(profile: Profile) -> list[Section]:
    """All a profile says, in the order people look for it."""
    told = {
        "majority": _majority(profile),
        "ages": (_age(kind, rule) for kind, rule in profile.ages.items()),
        "guardian": _guardian(profile),
        "retention": _retention(profile),
        "asked": _asked(profile),
        "questions": _statements("questions", profile.consent.questions),
        "statements": _statements("statements", profile.consent.statements),
        "ink": _ink(profile.ink),
        "sterilisation": _sterilisation(profile.sterilisation),
        "staff": _statements("staff", profile.staff),
        "licences": _statements("licences", profile.licences),
        "tax": _tax(profile),
    }
    found = [Section(key, t(SECTIONS[key]), tuple(rules)) for key, rules in told.items()]
    return [section for section in found if section.rules]


def differences(before: Profile, after: Profile) -> list[Difference]:
    """Where the second differs from the first, in order."""
    old = {(section.key, rule.key): rule for section in sections(before) for rule in section.rules}
    new = {(section.key, rule.key): rule for section in sections(after) for rule in section.rules}
    return [
        Difference(t(SECTIONS[key[0]]), (new.get(key) or old[key]).what, _whole(old.get(key)), _whole(new.get(key)))
        for key in dict.fromkeys([*old, *new])
        if old.get(key) != new.get(key)
    ]


def age_said(rule: AgeRule) -> str:
    """From 18, or from 16 with a guardian."""
    if rule.with_guardian is None:
        return t("from {age}", age=rule.alone)
    if rule.with_guardian == 0:
        return t("from {age}, with a guardian at any age", age=rule.alone)
    return t("from {age}, with a guardian from {younger}", age=rule.alone, younger=rule.with_guardian)


def _whole(rule: Rule | None) -> str:
    if rule is None:
        return ""
    source = f"({rule.source})" if rule.source else ""
    return " ".join(part for part in (rule.says or rule.what, rule.why, source) if part)


def _rule(key: str, what: str, says: str, backed: Backed, why: str = "") -> Rule:
    return Rule(key, what, says, why, backed.basis, backed.source)


def _majority(profile: Profile) -> Iterator[Rule]:
    rule = profile.majority
    yield _rule("age", t("Adult"), t("from {age}", age=rule.age), rule)
    yield Rule("leap", t("Born on 29 February, older in other years"), t(LEAP[rule.leap_birthday]))


def _age(kind: str, rule: AgeRule) -> Rule:
    return _rule(kind, kind_word(kind), age_said(rule), rule)


def _guardian(profile: Profile) -> Iterator[Rule]:
    rule = profile.guardian
    yield _rule("presence", t("Parent or guardian"), t(PRESENCE[rule.presence]), rule)
    yield Rule("identity", t("Shows all of"), _listed(t(PROOFS[one]) for one in rule.identity))
    yield Rule("relation", t("Proves the relation by one of"), _listed(t(PROOFS[one]) for one in rule.relation))


def _retention(profile: Profile) -> Iterator[Rule]:
    for kind, rule in profile.retention.items():
        says = f"{duration(rule.months)} {t(SINCE[rule.from_what])}"
        yield _rule(kind, t(RECORDS[kind]), says, rule, said(rule.reason))


def _asked(profile: Profile) -> Iterator[Rule]:
    yield Rule("registration", t("Registration"), _listed(word(FIELDS, one) for one in profile.registration.fields))
    yield Rule("consent", t("Consent"), _listed(word(FIELDS, one) for one in profile.consent.fields))


def _statements(part: str, lines: Iterable[Statement]) -> Iterator[Rule]:
    for line in lines:
        yield _rule(f"{part}.{line.key}", said(line.text), "", line)


def _ink(rule: InkRule) -> Iterator[Rule]:
    yield _rule("batch", t("Batch of each ink on the client's record"), _yes(rule.batch_per_client), rule)
    yield _rule("told", t("Inks told to the client before"), _yes(rule.told_before), rule)
    yield from _statements("label", rule.label)
    yield from _statements("duties", rule.duties)


def _sterilisation(rule: SterilisationRule) -> Iterator[Rule]:
    tested = [t("every {days}", days=days(rule.spore_test_days))] if rule.spore_test_days else []
    tested += [t("every {n} hours of use", n=rule.spore_test_hours)] if rule.spore_test_hours else []
    tested += [t("after installation")] if rule.after_installation else []
    tested += [t("after a major repair")] if rule.after_repair else []
    yield _rule("spores", t("Spore test"), _listed(tested), rule)
    yield _rule("integrator", t("Class V integrator in every load"), _yes(rule.integrator_each_load), rule)
    yield Rule("packs", t("A sterile pack lasts"), days(rule.pack_days) if rule.pack_days else t("nothing is named"))
    yield Rule("logs", t("Logs are kept"), duration(rule.log_months))
    if rule.single_use_proof_days:
        yield Rule("single", t("Proof of single-use material is kept"), days(rule.single_use_proof_days))
    yield from _statements("pack_label", rule.pack_label)
    yield from _statements("duties", rule.duties)


def _tax(profile: Profile) -> Iterator[Rule]:
    rule = profile.tax
    yield _rule("tax", t("Tax"), said(rule.tax), rule)
    yield _rule("number", t("Tax number"), said(rule.number), rule)
    yield _rule("invoice", t("Invoice"), said(rule.invoice), rule)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words) or t("nothing is named")


def _yes(value: bool) -> str:
    return t("Yes") if value else t("No")
