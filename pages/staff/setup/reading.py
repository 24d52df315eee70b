"""What each step means: answers in, settings and accounts out, or every field that is to mend."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pages.staff.places import place_of
from pages.staff.setup.draft import Draft
from pages.staff.setup.proposing import rules_of
from pages.upkeep.premises_words import read_hours, read_taxes, read_ways
from studio.jurisdiction.refusals import ProfileIsUnknown
from studio.jurisdiction.shelf import SETTING, shipped
from studio.kernel.house import house
from studio.kernel.permissions import PEOPLE
from studio.kernel.refusal import Invalid, Refusal, gather
from studio.kernel.text import N_
from studio.staff.actions import fill_account
from studio.staff.refusals import EmailIsTaken, PasswordsDiffer
from studio.staff.rules import check_name, check_role, clean_email
from studio.upkeep import logo
from studio.upkeep.premises import ADDRESS, CONTACT, DAYS, HOURS, METHODS, TAXES

Parts = dict[str, Any]
"""What becomes of a step: settings by their key, `people`, or what the account of the owner takes."""

ROLES_TO_GIVE = tuple(role for role in PEOPLE if role not in ("owner", "inspector"))


class PasswordIsMissing(Refusal):
    sentence = N_("Write a password, twice.")


def read_studio(draft: Draft) -> Parts:
    """Name, address and contact; the logo was looked at when it came."""
    typed = draft.of("studio")
    found = _fitting(
        {
            "studio_name": ("studio.name", lambda: typed.one("studio_name")),
            "address": (ADDRESS, lambda: typed.one("address")),
            "contact": (CONTACT, lambda: typed.one("contact")),
        }
    )
    return {key: value for key, value in {**found, logo.KEY: draft.logo}.items() if value}


def read_place(draft: Draft) -> Parts:
    """Country, and what was chosen or is usual there."""
    typed = draft.of("place")
    usual = place_of(typed.one("country"))
    chosen = {part: typed.one(part) or str(getattr(usual, part, "")) for part in ("currency", "locale", "zone")}
    wanted: Mapping[str, Any] = {
        "country": ("studio.country", lambda: typed.one("country")),
        **{part: (f"studio.{part}", lambda part=part: chosen[part]) for part in chosen if chosen[part] or usual},
        "taxes": (TAXES, lambda: read_taxes(typed.one("taxes"))),
        "rules": (SETTING, lambda: _rules(typed.one("rules") or rules_of(typed.one("country")))),
    }
    return _fitting(wanted)


def _rules(key: str) -> str:
    if key not in shipped().profiles:
        raise ProfileIsUnknown
    return key


def read_open(draft: Draft) -> Parts:
    """Opening hours; each day is looked at by itself, so that the wrong one can be named."""
    typed = draft.of("hours")
    found: dict[str, Any] = {}
    problems: dict[str, Refusal] = {}
    for day in DAYS:
        try:
            found |= read_hours({day: typed.one(day)})
            _setting(HOURS, found)
        except Refusal as refusal:
            found.pop(day, None)
            problems[day] = refusal
    if problems:
        raise Invalid(problems)
    return {HOURS: found}


def read_payment(draft: Draft) -> Parts:
    """Ways to pay: what was ticked, then what the studio calls its own."""
    typed = draft.of("payment")
    ways = [*typed.all.get("way", ()), *read_ways(typed.one("more_ways"))]
    return _fitting({"way": (METHODS, lambda: list(dict.fromkeys(ways)))})


def read_network(draft: Draft) -> Parts:
    """Whether phones may come in, by which networks, and whether tablets and staff on encrypted pages."""
    typed = draft.of("network")
    if typed.one("lan") != "yes":
        return {"lan.enabled": False}
    chosen = ",".join(typed.all.get("net", ()))
    return {
        "lan.enabled": True,
        "lan.tls": typed.one("tls") == "yes",
        **_fitting({"net": ("lan.address", lambda: chosen)}),
    }


def read_owner(draft: Draft) -> Parts:
    """The account of the owner; the password was looked at when it was typed."""
    typed = draft.of("owner")
    name = typed.one("name").strip()
    problems: dict[str, Refusal | None] = {"name": check_name(name)}
    email = ""
    try:
        email = clean_email(typed.one("email"))
    except Refusal as refusal:
        problems["email"] = refusal
    if not draft.password_hash:
        problems["password"] = PasswordIsMissing("password")
    gather(problems)
    return {"name": name, "email": email, "password_hash": draft.password_hash}


def take_password(draft: Draft, password: str, again: str) -> dict[str, Refusal]:
    """Keep the hash of a new password; nothing typed leaves the one before. Gives what is to mend. Slow."""
    if not password and not again:
        return {}
    draft.password_hash = ""
    typed = draft.of("owner")
    try:
        account = fill_account(name=typed.one("name"), email=typed.one("email"), password=password)
    except Invalid as invalid:
        if "password" in invalid.problems:
            return {"password": invalid.problems["password"]}
        account = fill_account(name="-", email="nobody@example.com", password=password)
    if password != again:
        return {"password_again": PasswordsDiffer()}
    draft.password_hash = account["password_hash"]
    return {}


def read_people(draft: Draft) -> Parts:
    """The first people, each with name, e-mail and role; empty lines are left out."""
    people: list[dict[str, str]] = []
    problems: dict[str, Refusal | None] = {}
    taken = {_folded(draft.of("owner").one("email"))}
    for n, (name, email, role) in enumerate(people_typed(draft)):
        if not (name.strip() or email.strip()):
            continue
        folded = _folded(email)
        problems[f"person_name_{n}"] = check_name(name.strip())
        problems[f"person_email_{n}"] = _email_problem(email, folded, taken)
        problems[f"person_role_{n}"] = check_role(role, ROLES_TO_GIVE)
        taken.add(folded)
        people.append({"name": name.strip(), "email": folded, "role": role})
    gather(problems)
    return {"people": people}


def people_typed(draft: Draft) -> list[tuple[str, str, str]]:
    """The lines of the step, as they were typed."""
    typed = draft.of("people").all
    columns = (typed.get("person_name", []), typed.get("person_email", []), typed.get("person_role", []))
    return list(zip(*columns, strict=False))


def _email_problem(email: str, folded: str, taken: set[str]) -> Refusal | None:
    try:
        clean_email(email)
    except Refusal as refusal:
        return refusal
    return EmailIsTaken() if folded in taken else None


def _folded(email: str) -> str:
    try:
        return clean_email(email)
    except Refusal:
        return ""


def _fitting(wanted: Mapping[str, tuple[str, Callable[[], Any]]]) -> Parts:
    """Settings by their key, each looked at as its declaration wants. Raises Invalid by the names of the fields."""
    found: Parts = {}
    problems: dict[str, Refusal] = {}
    for name, (key, read) in wanted.items():
        try:
            found[key] = _setting(key, read())
        except Refusal as refusal:
            problems[name] = refusal
    if problems:
        raise Invalid(problems)
    return found


def _setting(key: str, value: Any) -> Any:
    declared = house().settings.declaration(key)
    return declared.check(value) if declared and declared.check else value
