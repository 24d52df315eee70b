"""A client's card: the head of the profile, and what every slot on it is given."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ColumnElement, select

from storage.table import columns_of
from studio.clients import refusals
from studio.clients.filing import frame_of
from studio.clients.masking import sight_of, without_contact
from studio.clients.models import Client
from studio.clients.queries.health import HealthFlag, answers_of
from studio.clients.rules.age import is_minor
from studio.clients.rules.identity import masked
from studio.jurisdiction.rules import age_on
from studio.kernel.work import Read, query
from studio.staff.models import User

CLIENT, USER = columns_of(Client).c, columns_of(User).c


@dataclass(frozen=True, slots=True)
class ClientCard:
    """A client as the profile shows them. `flags` is None for those who may see the light only."""

    id: UUID
    code: str
    version: int
    name: str
    preferred_name: str
    pronouns: str
    gender: str
    phone: str
    email: str
    address: str
    birth_date: date | None
    guardian_name: str
    guardian_relation: str
    guardian_phone: str
    guardian_birth_date: date | None
    emergency_name: str
    emergency_phone: str
    emergency_relation: str
    id_kind: str
    id_issuer: str
    id_number: str
    """Its end alone; `reveal_identity` tells the whole, and writes down who asked."""
    id_expires: date | None
    brought_by: str
    brought_by_id: UUID | None
    notes: str
    tags: list[str]
    language: str
    photo: str | None
    photo_small: str | None
    health_light: str
    archived_at: datetime | None
    created_at: datetime
    updated_at: datetime
    merged_into: UUID | None
    artist_id: UUID | None
    filed_by: UUID | None
    age: int | None = None
    minor: bool = False
    flags: tuple[HealthFlag, ...] | None = None
    contact_hidden: bool = False
    artist: str = ""
    """Who looks after them, by name."""
    brought_by_name: str = ""
    brought_by_code: str = ""


ADDED = {"age", "minor", "flags", "contact_hidden", "artist", "brought_by_name", "brought_by_code"}
STORED = tuple(CLIENT[field.name] for field in fields(ClientCard) if field.name not in ADDED)
ARTIST = select(USER.name).where(USER.id == CLIENT.artist_id).scalar_subquery().label("artist")
OTHER = columns_of(Client).alias("introducer")
BROUGHT_BY = tuple(
    select(OTHER.c[name]).where(OTHER.c.id == CLIENT.brought_by_id).scalar_subquery().label(f"brought_by_{name}")
    for name in ("name", "code")
)
NAMED = ("artist", "brought_by_name", "brought_by_code")


@query("clients.client.see")
def client_card(read: Read, code: str) -> ClientCard:
    """The card by its code, in any case of letters; two statements at most. Raises ClientIsUnknown."""
    return _card(read, CLIENT.code == code.strip().upper())


@query("clients.client.see")
def card_by_id(read: Read, client_id: UUID) -> ClientCard:
    """The card by id. Raises ClientIsUnknown."""
    return _card(read, CLIENT.id == client_id)


def _card(read: Read, which: ColumnElement[bool]) -> ClientCard:
    row = read.connection.execute(select(*STORED, ARTIST, *BROUGHT_BY).where(which)).first()
    if row is None:
        raise refusals.ClientIsUnknown
    age, minor = _known_today(read, row.birth_date)
    hidden = not sight_of(read).shows(row.artist_id, row.filed_by)
    told = {**row._mapping, **{name: row._mapping[name] or "" for name in NAMED}, "id_number": masked(row.id_number)}
    told = without_contact(told) if hidden else told
    return ClientCard(**told, age=age, minor=minor, flags=_flags(read, row.id), contact_hidden=hidden)


def _known_today(read: Read, birth_date: date | None) -> tuple[int | None, bool]:
    frame = frame_of(read.house)
    age = age_on(birth_date, frame.today, frame.leap) if birth_date else None
    return age, is_minor(birth_date, frame.today, frame.adult, frame.leap)


def _flags(read: Read, client_id: UUID) -> tuple[HealthFlag, ...] | None:
    if read.house.rights.scope(read.actor, "clients.health.see") is None:
        return None
    return answers_of(read, client_id, only_flags=True)
