"""Whose phone, e-mail and address somebody may see: everybody's, those of their own clients, or nobody's.

A client is an artist's own when the artist looks after them, or put them on file while nobody looks after them yet. The
emergency contact is no secret: whoever is beside the chair may have to call.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, false, func, or_, select

from storage import search
from storage.folding import fold
from storage.table import columns_of
from studio.clients import refusals
from studio.clients.models import Client
from studio.clients.rules.cleaning import digits
from studio.clients.rules.phones import clean_phone
from studio.kernel.actor import Actor
from studio.kernel.changes import SECRET
from studio.kernel.house import House
from studio.kernel.permissions import Scope
from studio.kernel.refusal import Refusal

SEE = "clients.contact.see"
CONTACT = ("phone", "email", "address", "guardian_phone")
CLIENT = columns_of(Client).c


class Asker(Protocol):
    """An open read or an open act."""

    @property
    def house(self) -> House: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def connection(self) -> Connection: ...


@dataclass(frozen=True, slots=True)
class Sight:
    """How far somebody sees."""

    scope: Scope | None
    user_id: UUID | None
    country: str

    @property
    def is_whole(self) -> bool:
        return self.scope == "all"

    def shows(self, artist_id: UUID | None, filed_by: UUID | None) -> bool:
        """Whether the contact of this client is theirs to see."""
        mine = self.user_id is not None and (artist_id or filed_by) == self.user_id
        return self.scope == "all" or (self.scope == "own" and mine)

    def own(self) -> ColumnElement[bool]:
        """As `shows`, for the database."""
        if self.scope != "own" or self.user_id is None:
            return false()
        return func.coalesce(CLIENT.artist_id, CLIENT.filed_by) == self.user_id

    def finds(self, q: str, kind: str) -> ColumnElement[bool] | None:
        """Whom these words find: by any fragment of what is seen, by a whole number or address of what is hidden."""
        found = search.matching(q, kind)
        if found is None or self.is_whole:
            return None if found is None else CLIENT.id.in_(found)
        return and_(CLIENT.id.in_(found), or_(self.own(), _named(q), *_whole(q, self.country)))


def sight_of(asker: Asker) -> Sight:
    """What whoever asks may see of contacts."""
    scope = asker.house.rights.scope(asker.actor, SEE)
    return Sight(scope, asker.actor.id, asker.house.settings["studio.country"])


def contact_is_seen(asker: Asker, client_id: UUID) -> bool:
    """Whether whoever asks may see the contact of this one client."""
    sight = sight_of(asker)
    if sight.is_whole:
        return True
    kept = select(CLIENT.artist_id, CLIENT.filed_by).where(CLIENT.id == client_id)
    row = asker.connection.execute(kept).first()
    return row is not None and sight.shows(row.artist_id, row.filed_by)


def without_contact(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with nothing in those that are contact."""
    return {name: "" if name in CONTACT else value for name, value in values.items()}


def masked_change(change: Mapping[str, Any]) -> dict[str, Any]:
    """A change as the journal keeps it, with a sign in place of what is contact."""
    if change["table"] != "client":
        return dict(change)
    sides = {side: change[side] and _signed(change[side]) for side in ("before", "after")}
    return {**change, **sides}


def see_every_contact(asker: Asker) -> None:
    """Raises ContactIsHidden for whoever does not: what follows would show them side by side, or carry them out."""
    if not sight_of(asker).is_whole:
        raise refusals.ContactIsHidden


def may_write(asker: Asker, client: Client, fields: Mapping[str, Any]) -> None:
    """Raises ContactIsHidden for a contact that whoever writes could not have seen before."""
    hidden = next((name for name in CONTACT if name in fields), None)
    if hidden and not sight_of(asker).shows(client.artist_id, client.filed_by):
        raise refusals.ContactIsHidden(hidden)


def _signed(values: Mapping[str, Any]) -> dict[str, Any]:
    hidden = (*CONTACT, "phone_digits")
    return {name: SECRET if name in hidden and value else value for name, value in values.items()}


def _named(q: str) -> ColumnElement[bool]:
    shown = (CLIENT.name_key, func.lower(CLIENT.code), func.lower(CLIENT.preferred_name))
    return and_(*(or_(*(func.instr(column, word) > 0 for column in shown)) for word in fold(q).split()))


def _whole(q: str, country: str) -> list[ColumnElement[bool]]:
    typed = q.strip()
    known: list[ColumnElement[bool]] = [CLIENT.email == typed.lower()] if "@" in typed else []
    try:
        number = digits(clean_phone(typed, country))
    except Refusal:
        number = ""
    return [*known, CLIENT.phone_digits == number] if len(number) > 4 else known
