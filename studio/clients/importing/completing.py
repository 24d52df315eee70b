"""Filling in what clients on file lack and a file knows; what they have stays as it is."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, insert, select, update

from storage import search
from storage.table import columns_of
from studio.clients.choosing import touch
from studio.clients.filing import PRESENT, TAGS, derived
from studio.clients.importing.filed import ROW, ROWS, fills, findable
from studio.clients.importing.rows import DAYS, TEXTS
from studio.clients.importing.telling import FILLS, told_row
from studio.clients.models import Client
from studio.clients.rules.cleaning import MOST_TAGS
from studio.clients.rules.details import IDENTITY
from studio.kernel.work import Work

CLIENTS = columns_of(Client)
CLIENT = CLIENTS.c
FILLED = tuple(name for name in (*TEXTS, *DAYS) if name != "name")
WRITTEN = (*FILLED, "phone_digits", "tags")
PORTION = 400
WRITE = (
    update(CLIENTS)
    .where(CLIENT.id == bindparam("of"))
    .values(
        {name: bindparam(f"now_{name}") for name in WRITTEN}
        | {"version": CLIENT.version + 1, "updated_at": bindparam("now")}
    )
)


def fill_gaps(work: Work, file: RowMapping) -> int:
    """Every line that was matched, in the order of the file; gives how many clients it told something new.

    What each was told stands in a row of its own, for the entry would grow with the file; it seals their digests.
    """
    lines = select(ROWS).where(fills(file["id"], file["choice"])).order_by(ROW.line)
    found = work.connection.execute(lines.execution_options(yield_per=PORTION)).mappings()
    seal, rows, clients = sha256(), 0, 0
    for portion in found.partitions():
        told = _fill(work, list(portion))
        work.connection.execute(insert(FILLS), told) if told else None
        for row in told:
            seal.update(row["digest"].encode())
        rows, clients = rows + len(told), clients + len({row["client_id"] for row in told})
    if rows:
        work.note(FILLS.name, file["id"], None, {"count": rows, "digest": seal.hexdigest()})
    return clients


def _fill(work: Work, lines: list[RowMapping]) -> list[dict[str, Any]]:
    ids = {line["match_id"] for line in lines}
    found = work.connection.execute(select(CLIENTS).where(CLIENT.id.in_(ids), CLIENT.archived_at.is_(None)))
    known = {row.id: dict(row._mapping) for row in found}
    rows = []
    for line in lines:
        client = known.get(line["match_id"])
        told = client and _missing(client, line)
        if client and told:
            rows.append(told_row(line["import_id"], line["line"], client, told))
            client.update(told)
            client.update(derived(told))
    if rows:
        changed = {row["client_id"] for row in rows}
        _write(work, [known[one] for one in changed])
        touch(work, list(changed))
    return rows


def _missing(client: dict[str, Any], line: RowMapping) -> dict[str, Any]:
    known = any(client[name] for name in IDENTITY)  # a number belongs to the document it stands on
    told = {name: line[name] for name in FILLED if line[name] and not client[name] and not (known and name in IDENTITY)}
    tags = sorted({*client["tags"], *line["tags"]})
    return {**told, "tags": tags} if len(client["tags"]) < len(tags) <= MOST_TAGS else told


def _write(work: Work, clients: list[dict[str, Any]]) -> None:
    country = work.house.settings["studio.country"]
    rows = [{"of": one["id"], "now": work.now, **{f"now_{name}": one[name] for name in WRITTEN}} for one in clients]
    work.connection.execute(WRITE, rows)
    work.connection.execute(delete(TAGS).where(TAGS.c.client_id.in_([one["id"] for one in clients])))
    tags = [{"tag": tag, "client_id": one["id"]} for one in clients for tag in one["tags"]]
    if tags:
        work.connection.execute(insert(TAGS), tags)
    search.put_many(work.connection, (findable(PRESENT, one["id"], one, country) for one in clients))
