"""Filling in what clients on file lack and a file knows; what they have stays as it is."""

from __future__ import annotations

from typing import Any

from sqlalchemy import RowMapping, bindparam, delete, insert, select, update

from storage import search
from storage.table import columns_of
from studio.clients.choosing import touch
from studio.clients.filing import PRESENT, TAGS, derived
from studio.clients.importing.filed import ROW, ROWS, fills, findable
from studio.clients.models import Client
from studio.clients.rules.cleaning import MOST_TAGS
from studio.kernel.work import Work

CLIENTS = columns_of(Client)
CLIENT = CLIENTS.c
FILLED = ("preferred_name", "pronouns", "phone", "email", "address", "birth_date", "guardian_name", "guardian_phone",
          "emergency_name", "emergency_phone", "notes", "language")  # fmt: skip
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
    """Every line that was matched, in the order of the file; gives how many clients it told something new."""
    lines = select(ROWS).where(fills(file["id"], file["choice"])).order_by(ROW.line)
    found = work.connection.execute(lines.execution_options(yield_per=PORTION)).mappings()
    return sum(_fill(work, list(portion)) for portion in found.partitions())


def _fill(work: Work, lines: list[RowMapping]) -> int:
    ids = {line["match_id"] for line in lines}
    found = work.connection.execute(select(CLIENTS).where(CLIENT.id.in_(ids), CLIENT.archived_at.is_(None)))
    known = {row.id: dict(row._mapping) for row in found}
    changed: set[Any] = set()
    for line in lines:
        client = known.get(line["match_id"])
        told = client and _missing(client, line)
        if client and told:
            work.note("client", client["id"], {name: client[name] for name in told}, told)
            client.update(told)
            client.update(derived(told))
            changed.add(client["id"])
    if changed:
        _write(work, [known[one] for one in changed])
        touch(work, list(changed))
    return len(changed)


def _missing(client: dict[str, Any], line: RowMapping) -> dict[str, Any]:
    told = {name: line[name] for name in FILLED if line[name] and not client[name]}
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
