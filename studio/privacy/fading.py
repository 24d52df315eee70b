"""What is of no use after a while goes by itself: sign-ins that ended, old codes, letters that left, old news."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, delete, func, select, true

from studio.extension.holding import Holding, Lasting
from studio.extension.registry import registry


@dataclass(frozen=True, slots=True)
class Fading:
    """One table of which rows go: how many there are, and how many of them would go now."""

    holding: Holding
    lasting: Lasting
    present: int
    over: int


def fading(connection: Connection, now: datetime, held: set[UUID]) -> list[Fading]:
    """Look, and touch nothing."""
    return [
        Fading(one, lasting, _count(connection, one), _count(connection, one, _over(one, lasting, now, held)))
        for one, lasting in _all()
    ]


def end_fading(connection: Connection, now: datetime, held: set[UUID]) -> dict[str, int]:
    """Let go of all of it, but what a hold keeps. Gives how many rows of which table."""
    gone = {}
    for holding, lasting in _all():
        table, which = holding.table, _over(holding, lasting, now, held)
        for part, column in holding.parts:
            connection.execute(delete(part).where(part.c[column].in_(select(table.c.id).where(which))))
        if count := connection.execute(delete(table).where(which)).rowcount:
            gone[table.name] = count
    return gone


def _all() -> list[tuple[Holding, Lasting]]:
    return [(one, one.lasting) for one in registry().holdings() if one.lasting]


def _over(holding: Holding, lasting: Lasting, now: datetime, held: set[UUID]) -> ColumnElement[bool]:
    moments: list[Any] = [holding.table.c[name] for name in lasting.since.split()]
    over: ColumnElement[bool] = (func.coalesce(*moments) if len(moments) > 1 else moments[0]) < now - lasting.after
    if lasting.only:
        over &= lasting.only()
    return over & holding.of(list(held)).is_not(true()) if held and holding.whose else over


def _count(connection: Connection, holding: Holding, *which: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count()).select_from(holding.table).where(*which)).scalar_one())
