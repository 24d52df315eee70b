"""Who in a file is on file already, or stands in the file twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, exists, func, or_, select, update

from storage.table import columns_of
from studio.clients.models import Client, ImportRow
from studio.clients.rules.matching import PROBABLE, Likeness, matching_score

CLIENT = columns_of(Client).c
ROWS = columns_of(ImportRow)
COMPARED = ("id", "code", "name", "name_key", "phone_digits", "email", "birth_date")


def on_file(connection: Connection, rows: Sequence[dict[str, Any]]) -> dict[int, UUID]:
    """Line → the client it probably is. Three statements for any number of lines."""
    known: dict[tuple[str, Any], list[Any]] = defaultdict(list)
    for name, values in _traces(rows).items():
        column = func.upper(CLIENT.code) if name == "code" else CLIENT[name]
        found = select(*(CLIENT[one] for one in COMPARED)).where(CLIENT.archived_at.is_(None), column.in_(values))
        for client in connection.execute(found):
            known[name, client.code.upper() if name == "code" else getattr(client, name)].append(client)
    matched = {row["line"]: _likeliest(row, known) for row in rows}
    return {line: client for line, client in matched.items() if client is not None}


def mark_twice(connection: Connection, import_id: UUID) -> None:
    """Lines that are probably an earlier line of the same file once more."""
    first = ROWS.alias("first").c
    earlier = and_(
        first.import_id == import_id,
        first.state.in_(("new", "same")),
        first.line < ROWS.c.line,
        first.name_key == ROWS.c.name_key,
        or_(
            _shared(first, "phone_digits"),
            _shared(first, "email"),
            first.birth_date == ROWS.c.birth_date,
            and_(ROWS.c.phone_digits == "", ROWS.c.email == "", ROWS.c.birth_date.is_(None)),
        ),
    )
    line = select(func.min(first.line)).where(earlier).scalar_subquery()
    connection.execute(
        update(ROWS)
        .where(ROWS.c.import_id == import_id, ROWS.c.state == "new", exists().where(earlier))
        .values(state="twice", match_line=line)
    )


def _shared(first: Any, column: str) -> ColumnElement[bool]:
    return and_(ROWS.c[column] != "", first[column] == ROWS.c[column])


def _traces(rows: Iterable[dict[str, Any]]) -> dict[str, set[Any]]:
    traces: dict[str, set[Any]] = defaultdict(set)
    for row in rows:
        for name in ("phone_digits", "email"):
            if row[name]:
                traces[name].add(row[name])
        if row["birth_date"] or _is_bare(row):
            traces["name_key"].add(row["name_key"])
        if row["known"]:
            traces["code"].add(row["known"].upper())
    return traces


def _likeliest(row: dict[str, Any], known: dict[tuple[str, Any], list[Any]]) -> UUID | None:
    """By the studio's own code where the name agrees, else by the score forms are matched with."""
    coded = known.get(("code", row["known"].upper()), ())
    for client in coded:
        if client.name_key == row["name_key"]:
            return UUID(str(client.id))
    near = [client for name in ("phone_digits", "email", "name_key") for client in known.get((name, row[name]), ())]
    mine = _likeness(row)
    scored = [(matching_score(mine, _likeness(client._mapping)), client) for client in near[:50]]
    if _is_bare(row) and near:
        return UUID(str(near[0].id))
    best = max(scored, key=lambda one: one[0], default=(0, None))
    return UUID(str(best[1].id)) if best[1] is not None and best[0] >= PROBABLE else None


def _is_bare(row: Any) -> bool:
    """Whether there is nothing but a name to compare by."""
    return not (row["phone_digits"] or row["email"] or row["birth_date"])


def _likeness(values: Any) -> Likeness:
    return Likeness(values["name"], values["phone_digits"], values["email"], values["birth_date"])
