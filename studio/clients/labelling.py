"""Putting tags on many clients at once, and taking them off."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, select, update

from storage.table import columns_of
from studio.clients import refusals
from studio.clients.choosing import in_portions, touch
from studio.clients.filing import TAGS
from studio.clients.models import Client
from studio.clients.rules.cleaning import MOST_TAGS, clean_tags
from studio.kernel.work import Work

CLIENTS = columns_of(Client)
CLIENT = CLIENTS.c
WRITE = (
    update(CLIENTS)
    .where(CLIENT.id == bindparam("of"))
    .values(tags=bindparam("now"), version=CLIENT.version + 1, updated_at=bindparam("at"))
)


def one_tag(typed: object) -> str:
    """A tag as it is kept; refused when nothing is left of it."""
    cleaned = clean_tags([typed])
    if not cleaned:
        raise refusals.TagIsMissing("tag")
    return cleaned[0]


def relabel(work: Work, ids: Sequence[UUID], add: Iterable[str] = (), remove: Iterable[str] = ()) -> list[UUID]:
    """Add and remove tags where that changes something; gives whom it changed. Noted client by client."""
    plus, minus, changed = set(add), set(remove), []
    for portion in in_portions(ids):
        found = work.connection.execute(select(CLIENT.id, CLIENT.tags).where(CLIENT.id.in_(portion)))
        rows = [(row.id, row.tags, sorted((set(row.tags) - minus) | plus)) for row in found]
        changed += _write(work, [row for row in rows if row[1] != row[2]])
    touch(work, changed)
    return changed


def _write(work: Work, rows: list[tuple[UUID, list[str], list[str]]]) -> list[UUID]:
    if not rows:
        return []
    ids: list[UUID] = []
    index: list[dict[str, Any]] = []
    for client_id, before, after in rows:
        if len(after) > MOST_TAGS:
            raise refusals.TooManyTags("tag", limit=MOST_TAGS)
        work.note("client", client_id, {"tags": before}, {"tags": after})
        ids.append(client_id)
        index += [{"tag": tag, "client_id": client_id} for tag in after]
    work.connection.execute(WRITE, [{"of": row[0], "now": row[2], "at": work.now} for row in rows])
    work.connection.execute(delete(TAGS).where(TAGS.c.client_id.in_(ids)))
    if index:
        work.connection.execute(insert(TAGS), index)
    return ids
