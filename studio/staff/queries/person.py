"""One person of the studio: their photo, where they are signed in, what they did."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.kernel.history import Event, events
from studio.kernel.journal import JournalEntry
from studio.kernel.refusal import Missing
from studio.kernel.work import Read, query
from studio.staff.models import User
from studio.staff.queries.people import SignInView, living_sign_ins

_user, _entry = columns_of(User), columns_of(JournalEntry)
NAMED = {"client": "clients.client.see", "registration": "clients.registration.see"}
"""Kinds of subject whose names are told only to those with this right."""


@query("staff.self.see")
def face_of(read: Read, user_id: UUID, size: Literal["s", "l"] = "s") -> bytes:
    """The photo as JPEG, small or large, for everybody who works here. Raises Missing when there is none."""
    column = _user.c.photo_small if size == "s" else _user.c.photo
    kept = read.connection.execute(select(column).where(_user.c.id == user_id)).scalar()
    if not kept:
        raise Missing
    return read.house.files.read(kept)


@query("staff.user.see")
def sign_ins_of(read: Read, user_id: UUID) -> list[SignInView]:
    """Every browser and token somebody is signed in with."""
    return living_sign_ins(read, user_id)


@query("upkeep.journal.see")
def activity_of(read: Read, user_id: UUID, *, page: int = 1, size: int = 30) -> tuple[list[Event], int]:
    """A page of what somebody did, newest first, and how much it is in all; without what was changed by it."""
    unnamed = [kind for kind, right in NAMED.items() if read.house.rights.scope(read.actor, right) != "all"]
    mine = _entry.c.actor_id == str(user_id)
    return events(
        read.connection, read.house, which=mine, unnamed=unnamed, page=max(1, page), size=max(1, min(size, 100))
    )
