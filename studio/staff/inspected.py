"""What an inspector is shown of the people who work here: names and roles."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select

from storage.table import columns_of
from studio.extension.inspected import Inspected, Line, Period
from studio.kernel.text import N_, t
from studio.kernel.work import Read
from studio.staff.models import User

USER = columns_of(User)


def _here(period: Period) -> tuple[ColumnElement[bool], ...]:
    """Who had an account by the end of the period; whoever only looks in for a while does not work here."""
    return (USER.c.created_at < period.end, USER.c.created_at <= period.as_of, USER.c.ends_at.is_(None))


def count_people(read: Read, period: Period) -> int:
    return int(read.connection.execute(select(func.count(USER.c.id)).where(*_here(period))).scalar_one())


def people(read: Read, period: Period, most: int, after: int) -> Sequence[Line]:
    """In the order they came."""
    found = select(USER.c.id, USER.c.name, USER.c.role, USER.c.created_at, USER.c.active).where(*_here(period))
    rows = read.connection.execute(found.order_by(USER.c.created_at, USER.c.id).limit(most).offset(after))
    return [
        Line(
            str(row.id),
            (
                row.name,
                read.house.rights.title(row.role),
                row.created_at,
                t("Active") if row.active else t("Suspended"),
            ),
        )
        for row in rows
    ]


INSPECTED = (
    Inspected(
        key="people",
        title=N_("People who work here"),
        tells=N_("Everybody with an account by the end of these days. How to reach them is not shown."),
        columns=(N_("Name"), N_("Role"), N_("Since"), N_("Sign-in")),
        needs="inspection.records.see",
        count=count_people,
        lines=people,
        order=80,
    ),
)
