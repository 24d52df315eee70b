"""Clients who are probably on file twice, what was merged, and one pair side by side."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, literal, select, union_all

from storage.table import columns_of
from studio.clients import refusals
from studio.clients.masking import see_every_contact
from studio.clients.models import Client, ClientMerge, ClientsApart
from studio.clients.queries.lists import Page
from studio.clients.rules.joining import JoinField, join_plan
from studio.clients.rules.matching import Likeness, matching_score
from studio.clients.rules.pairing import SURE, pairs_in, traits_shared
from studio.kernel.work import Read, query

CLIENTS = columns_of(Client)
CLIENT, MERGE, APART = CLIENTS.c, columns_of(ClientMerge).c, columns_of(ClientsApart).c
MOST = 10
"""A number or date that more people share is no trace of one person."""

SHARED: tuple[tuple[ColumnElement[Any], ...], ...] = (
    (CLIENT.phone_digits,),
    (CLIENT.email,),
    (CLIENT.birth_date, func.substr(CLIENT.name_key, 1, 3)),
    (CLIENT.birth_date, func.substr(CLIENT.name_key, -4)),
)


@dataclass(frozen=True, slots=True)
class Double:
    """One side of a pair."""

    id: UUID
    code: str
    name: str
    phone: str
    phone_digits: str
    email: str
    birth_date: date | None
    photo_small: str | None
    created_at: datetime

    def likeness(self) -> Likeness:
        return Likeness(self.name, self.phone_digits, self.email, self.birth_date)


@dataclass(frozen=True, slots=True)
class LikelyPair:
    """Two files, how alike they are of 100, and which traits they share."""

    one: Double
    other: Double
    score: int
    traits: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joining:
    """Two files about to become one, field by field."""

    kept: Any
    other: Any
    plan: tuple[JoinField, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """A file that was merged into this one."""

    id: UUID
    code: str
    name: str
    by_name: str
    at: datetime


@query("clients.client.merge")
def likely_pairs(read: Read, *, page: int = 1, size: int = 20) -> Page[LikelyPair]:
    """The likeliest first. Only those who share phone, e-mail, or birth date and a piece of the name are compared.

    Raises ContactIsHidden for whoever does not see every contact; so does `joining_of`.
    """
    see_every_contact(read)
    found = sorted(_pairs(read), key=lambda pair: (-pair.score, pair.one.code, pair.other.code))
    start = (max(1, page) - 1) * size
    return Page(found[start : start + size], len(found), page, size)


@query("clients.client.merge")
def joining_of(read: Read, kept: str, other: str) -> Joining:
    """Both files whole, and what to keep. Raises ClientIsUnknown, ClientIsMerged."""
    see_every_contact(read)
    rows = [_whole(read, code) for code in (kept, other)]
    for row in rows:
        if row.merged_into is not None:
            raise refusals.ClientIsMerged(name=row.name)
    return Joining(rows[0], rows[1], join_plan(dict(rows[0]._mapping), dict(rows[1]._mapping)))


@query("clients.client.see")
def merged_into(read: Read, client_id: UUID) -> list[Merged]:
    """The files that were merged into this one by an act of its own, newest first."""
    found = (
        select(MERGE.id, CLIENT.code, CLIENT.name, MERGE.by_name, MERGE.at)
        .join_from(columns_of(ClientMerge), CLIENTS, CLIENT.id == MERGE.other_id)
        .where(MERGE.kept_id == client_id, MERGE.undone_at.is_(None), CLIENT.merged_into == client_id)
        .order_by(MERGE.at.desc())
    )
    return [Merged(*row) for row in read.connection.execute(found)]


@query("clients.client.see")
def kept_code(read: Read, code: str) -> str | None:
    """Where the address of a merged file leads; None for one that stands by itself."""
    into = select(CLIENT.merged_into).where(CLIENT.code == code.strip().upper()).scalar_subquery()
    return read.connection.execute(select(CLIENT.code).where(CLIENT.id == into)).scalar()


def _pairs(read: Read) -> list[LikelyPair]:
    blocks: defaultdict[tuple[int, Any], list[UUID]] = defaultdict(list)
    people: dict[UUID, Double] = {}
    for block, key, *told in read.connection.execute(union_all(*map(_sharing, range(len(SHARED))))):
        person = Double(*told)
        people[person.id] = person
        blocks[block, key].append(person.id)
    apart = {tuple(row) for row in read.connection.execute(select(APART.one_id, APART.other_id))}
    pairs = (_pair(people[one], people[other]) for one, other in pairs_in(blocks.values()) - apart)
    return [pair for pair in pairs if pair.score >= SURE]


def _pair(one: Double, other: Double) -> LikelyPair:
    first, second = one.likeness(), other.likeness()
    return LikelyPair(one, other, matching_score(first, second), traits_shared(first, second))


def _sharing(number: int) -> Select[Any]:
    """Everybody who shares these columns with a few others."""
    columns = SHARED[number]
    told = [CLIENT[field] for field in Double.__dataclass_fields__]
    grouped = select(*(column.label(f"k{n}") for n, column in enumerate(columns))).where(CLIENT.archived_at.is_(None))
    grouped = (
        grouped.where(columns[0].is_not(None), columns[0] != "")
        if number < 2
        else grouped.where(columns[0].is_not(None))
    )
    shared = grouped.group_by(*columns).having(func.count().between(2, MOST)).subquery()
    same = [column == shared.c[f"k{n}"] for n, column in enumerate(columns)]
    key = columns[0] if len(columns) == 1 else func.concat(columns[0], columns[1])
    return (
        select(literal(number), key, *told)
        .join_from(CLIENTS, shared, same[0] if len(same) == 1 else same[0] & same[1])
        .where(CLIENT.archived_at.is_(None))
    )


def _whole(read: Read, code: str) -> Any:
    row = read.connection.execute(select(CLIENTS).where(CLIENT.code == code.strip().upper())).first()
    if row is None:
        raise refusals.ClientIsUnknown
    return row
