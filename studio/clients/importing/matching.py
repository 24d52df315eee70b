"""Who in a file is on file already, or stands in the file twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, select, true, update

from storage.table import columns_of
from studio.clients.models import Client, ImportRow
from studio.clients.rules.matching import PROBABLE, Likeness, matching_score

CLIENT = columns_of(Client).c
ROWS = columns_of(ImportRow)
ROW = ROWS.c
COMPARED = ("name", "phone_digits", "email", "birth_date")
MOST = 50
"""Likely ones that are looked at more closely, a line."""
BARE = and_(ROW.phone_digits == "", ROW.email == "", ROW.birth_date.is_(None))
PRESENT = CLIENT.archived_at.is_(None)
MARK = (
    update(ROWS)
    .where(ROW.import_id == bindparam("of"), ROW.line == bindparam("at"))
    .values(state="same", match_id=bindparam("who"))
)


def mark_known(connection: Connection, import_id: UUID, span: tuple[int, int], codes: Mapping[int, str]) -> None:
    """Mark those of these lines that are probably on file already, with who they are.

    By the studio's own code where the name agrees, else by the score forms are matched with, else by a bare name.
    """
    mine = and_(ROW.import_id == import_id, ROW.line.between(*span), ROW.state == "new")
    matched = {**_by_name(connection, mine), **_by_traces(connection, mine), **_by_code(connection, mine, codes)}
    if matched:
        connection.execute(MARK, [{"of": import_id, "at": line, "who": who} for line, who in matched.items()])


def mark_twice(connection: Connection, import_id: UUID) -> None:
    """Lines that are probably an earlier line of the same file once more: the name and one thing more agree, or a bare
    name with any."""
    mine = and_(ROW.import_id == import_id, ROW.state.in_(("new", "same")))
    for shared in (ROW.phone_digits, ROW.email, ROW.birth_date, None):
        traces = (ROW.name_key,) if shared is None else (ROW.name_key, shared)
        filled = true() if shared is None else and_(shared.is_not(None), shared != "")
        several = true() if shared is None else func.count() > 1
        found = select(*traces, func.min(ROW.line).label("earliest")).where(mine, filled).group_by(*traces)
        first = found.having(several).subquery().c
        same = and_(*(first[trace.name] == trace for trace in traces), first.earliest < ROW.line)
        later = and_(ROW.import_id == import_id, ROW.state == "new", BARE if shared is None else true())
        connection.execute(update(ROWS).where(later, same).values(state="twice", match_line=first.earliest))


def _by_traces(connection: Connection, mine: ColumnElement[bool]) -> dict[int, UUID]:
    """By the same number, the same address, or the same name with the same birth date."""
    asked = select(ROW.line, *_pair(ROW), CLIENT.id, *_pair(CLIENT))
    near: dict[int, dict[UUID, int]] = defaultdict(dict)
    for name in ("phone_digits", "email", "birth_date"):
        shared = and_(ROW[name].is_not(None), ROW[name] != "", CLIENT[name] == ROW[name])
        named = CLIENT.name_key == ROW.name_key if name == "birth_date" else true()
        for line, *values in connection.execute(asked.where(mine, PRESENT, shared, named)):
            if len(near[line]) < MOST:
                near[line][values[4]] = matching_score(Likeness(*values[:4]), Likeness(*values[5:]))
    best = {line: max(scored.items(), key=lambda one: one[1]) for line, scored in near.items()}
    return {line: who for line, (who, score) in best.items() if score >= PROBABLE}


def _by_name(connection: Connection, mine: ColumnElement[bool]) -> dict[int, UUID]:
    """Where there is nothing but a name to compare by."""
    who = select(CLIENT.id).where(PRESENT, CLIENT.name_key == ROW.name_key).limit(1).scalar_subquery()
    found = connection.execute(select(ROW.line, who).where(mine, BARE))
    return {line: one for line, one in found if one is not None}


def _by_code(connection: Connection, mine: ColumnElement[bool], codes: Mapping[int, str]) -> dict[int, UUID]:
    if not codes:
        return {}
    told = {line: code.upper() for line, code in codes.items()}
    asked = select(CLIENT.code, CLIENT.name_key, CLIENT.id).where(PRESENT, CLIENT.code.in_(set(told.values())))
    known = {(code, name): who for code, name, who in connection.execute(asked)}
    names = connection.execute(select(ROW.line, ROW.name_key).where(mine, ROW.line.in_(list(told))))
    return {line: known[told[line], name] for line, name in names if (told[line], name) in known}


def _pair(columns: Any) -> list[Any]:
    return [columns[name].label(None) for name in COMPARED]
