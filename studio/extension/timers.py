"""Timers that remember when they last ran."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlalchemy import Connection, func, insert, select, update
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime
from storage.table import columns_of
from studio.extension.area import Timer
from studio.kernel.actor import timer as timer_actor
from studio.kernel.house import House
from studio.kernel.refusal import Refusal
from studio.kernel.work import perform

log = structlog.get_logger(__name__)


class TimerRun(SQLModel, table=True):
    """When a timer last ran and how it ended. Not journalled: it is the house's own pulse."""

    __tablename__ = "timer_run"

    name: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    result: str


_runs = columns_of(TimerRun)


def last_run(connection: Connection) -> datetime | None:
    """When any timer ran last, by the clock of then."""
    return connection.execute(select(func.max(_runs.c.at))).scalar()


def last_run_of(connection: Connection, name: str) -> datetime | None:
    """When this timer ran last, by the clock of then."""
    return connection.execute(select(_runs.c.at).where(_runs.c.name == name)).scalar()


def run_due(house: House, timers: list[Timer]) -> list[str]:
    """Run what is due, once each however long it was missed; gives the names. Blocks."""
    with house.db.reading() as connection:
        last: dict[str, datetime] = dict(connection.execute(select(_runs.c.name, _runs.c.at)).all())
    now = house.clock.now()
    due = [
        timer
        for timer in timers
        if timer.name not in last or not last[timer.name] <= now < last[timer.name] + timer.every
    ]
    for timer in due:
        _remember(house, timer.name, _run(timer), known=timer.name in last)
    return [timer.name for timer in due]


def _run(timer: Timer) -> str:
    try:
        perform(timer_actor(timer.name), timer.action)
    except Refusal as refusal:
        return type(refusal).__name__
    except Exception:
        log.exception("timer failed", timer=timer.name)
        return "failed"
    return "done"


def _remember(house: House, name: str, result: str, *, known: bool) -> None:
    row = {"name": name, "at": house.clock.now(), "result": result}
    with house.db.writing() as session:
        session.connection().execute(
            update(_runs).where(_runs.c.name == name).values(row) if known else insert(_runs).values(row)
        )
