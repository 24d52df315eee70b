"""The verbs of country profiles: choose one, make it one's own, change it, take one in from a file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from storage.folding import fold
from studio.jurisdiction import refusals
from studio.jurisdiction.facts import ProfileChanged, ProfileCopied, ProfileRemoved
from studio.jurisdiction.models import ProfileCopy
from studio.jurisdiction.reading import ProfileIsBroken, check_content, plain_content, read_profile
from studio.jurisdiction.schema import Profile
from studio.jurisdiction.shelf import NEUTRAL, SETTING, found, shipped
from studio.jurisdiction.standing import name_of, stand
from studio.kernel.text import language
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.upkeep.actions import change_setting

CHANGE = "jurisdiction.profile.change"
LONGEST_NAME = 80


@action("jurisdiction.profile.choose", needs=CHANGE)
def choose_profile(work: Work, key: str) -> None:
    """From now on this profile is in force. What was signed before keeps the rules of its day."""
    change_setting(work, SETTING, key)


@choose_profile.undone_by
def choose_as_before(work: Work, past: Past) -> None:
    """The profile before, or the careful one where none was ever chosen."""
    (change,) = past.of("setting")
    choose_profile(work, change["before"]["value"] if change["before"] else NEUTRAL)


@action("jurisdiction.profile.copy", needs=CHANGE)
def copy_profile(work: Work, key: str, name: str) -> ProfileCopy:
    """Make a profile the studio's own, to be changed. It is not in force until it is chosen."""
    original = found(work.connection, key)
    if original is None:
        raise refusals.ProfileIsUnknown
    return _store(work, original, name, key)


@action("jurisdiction.profile.change")
def change_profile(work: Work, profile_id: UUID, content: Mapping[str, Any], seen_version: int) -> ProfileCopy:
    """Put other rules into one of the studio's own. Where it is in force they count at once, for what comes."""
    row = work.get(ProfileCopy, profile_id, seen_version)
    profile = _checked({**content, "key": row.key})
    name = _free_name(work, name_of(profile), row)
    row.content, row.name, row.checked_on = plain_content(profile), name, profile.checked_on
    work.emit(ProfileChanged(row.id, row.key))
    _note(work, row.key)
    return row


@action("jurisdiction.profile.import", needs=CHANGE)
def import_profile(work: Work, text: str) -> ProfileCopy:
    """Take a profile in from a file, as one of the studio's own. Raises ProfileIsUnreadable, which names every line."""
    try:
        profile = read_profile(text)
    except ProfileIsBroken as broken:
        raise refusals.ProfileIsUnreadable("file", troubles=str(broken)) from broken
    name, number = name_of(profile), 1
    while _taken(work, name, None):
        number += 1
        name = f"{name_of(profile)} ({number})"
    return _store(work, profile, name, profile.key if profile.key in shipped().profiles else "")


@action("jurisdiction.profile.remove", needs=CHANGE)
def remove_profile(work: Work, profile_id: UUID, seen_version: int) -> bool:
    """Take one of the studio's own away. What it said while it was in force stays on record."""
    row = work.get(ProfileCopy, profile_id, seen_version)
    if work.house.settings[SETTING] == row.key:
        raise refusals.ProfileIsInForce
    work.session.delete(row)
    work.emit(ProfileRemoved(row.id, row.key))
    return True


def _store(work: Work, profile: Profile, name: str, based_on: str) -> ProfileCopy:
    name = _free_name(work, name, None)
    key = _free_key(work, name)
    own = _checked({**plain_content(profile), "key": key, "name": {language(): name}})
    row = work.add(
        ProfileCopy(key=key, name=name, based_on=based_on, content=plain_content(own), checked_on=own.checked_on)
    )
    work.emit(ProfileCopied(row.id, row.key))
    return row


def _checked(content: Mapping[str, Any]) -> Profile:
    try:
        return check_content(content)
    except ProfileIsBroken as broken:
        problems = {one.field: refusals.RuleDoesNotFit(one.field, what=one.what) for one in broken.troubles}
        raise refusals.RulesDoNotFit(problems) from broken


def _note(work: Work, key: str) -> None:
    """A new edition, where this profile is in force."""
    if work.house.settings[SETTING] == key:
        stand(work)


def _free_name(work: Work, name: str, own: ProfileCopy | None) -> str:
    cleaned = " ".join("".join(letter for letter in name if letter.isprintable()).split())
    if not 0 < len(cleaned) <= LONGEST_NAME:
        raise refusals.NameIsMissing("name", most=LONGEST_NAME)
    if _taken(work, cleaned, own):
        raise refusals.NameIsTaken("name")
    return cleaned


def _taken(work: Work, name: str, own: ProfileCopy | None) -> bool:
    rows = work.session.exec(select(ProfileCopy.id, ProfileCopy.name))
    return any(fold(known) == fold(name) and (own is None or one != own.id) for one, known in rows)


def _free_key(work: Work, name: str) -> str:
    """A key of its own that no shipped profile will ever have."""
    stem = "own-" + (re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:40].strip("-") or "profile")
    keys = set(work.session.exec(select(ProfileCopy.key).where(col(ProfileCopy.key).startswith(stem, autoescape=True))))
    return (
        stem if stem not in keys else next(key for number in range(2, 9999) if (key := f"{stem}-{number}") not in keys)
    )
