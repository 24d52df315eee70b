"""What has been kept long enough: looked up without touching anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, literal, or_, select, true

from storage.table import columns_of
from studio.clients.models import Client
from studio.extension.holding import Holding
from studio.extension.registry import registry
from studio.kernel.house import House
from studio.privacy.ending import not_ended
from studio.privacy.keeping import Times
from studio.privacy.looks import Look, old_looks
from studio.privacy.models import LegalHold
from studio.privacy.rules import last_day_over, stays_until

CLIENT, HOLD = columns_of(Client), columns_of(LegalHold).c
VISITS = ("consent", "health_answers")
"""Records that tell of a visit."""


@dataclass(frozen=True, slots=True)
class Over:
    """One row whose time is over: since when it was kept, and whose it is where it is one client's."""

    id: UUID | int
    since: date
    client_id: UUID | None
    record: str


class Due:
    """One look at everything that is kept for a time."""

    def __init__(self, house: House, connection: Connection) -> None:
        self.house, self.connection = house, connection
        self.times = Times(house, connection)
        self.today = house.clock.today(house.settings["studio.zone"])
        self.held = held_clients(connection, self.today)

    def holdings(self) -> list[Holding]:
        """All that is kept for a time, in the order rooms declared it."""
        return [one for one in registry().holdings() if one.record]

    def over(self, holding: Holding) -> list[Over]:
        """The rows of one table whose time is over and that no hold keeps."""
        which = self._old_enough(holding)
        if which is None:
            return []
        if self.held:
            which = and_(which, holding.of(list(self.held)).is_not(true()))  # nobody's rows stay due as well
        seen_since = self._last_visits() if self.times[holding.record].from_what == "last_visit" else {}
        last = last_day_over(self.times[holding.record], self.today) or date.min
        return [
            one for one, born in self._rows(holding, which)
            if self._is_over(one, born) and seen_since.get(one.client_id, date.min) <= last
        ]  # fmt: skip

    def kept_back(self, holding: Holding) -> int:
        """How many rows would go if nobody held them."""
        which = self._old_enough(holding)
        if which is None or not self.held:
            return 0
        table = holding.table
        held = select(func.count()).select_from(table).where(which, holding.of(list(self.held)))
        return int(self.connection.execute(held).scalar_one())

    def old_looks(self) -> list[Look]:
        """Looks at what is private that still tell address and browser, though their time is over; oldest first."""
        return old_looks(self.connection, self.times, self.today, self.held)

    def _old_enough(self, holding: Holding) -> ColumnElement[bool] | None:
        last = last_day_over(self.times[holding.record], self.today)
        if last is None:
            return None
        day_after = datetime.combine(last + timedelta(days=1), time.min, UTC)
        left, table = not_ended(self.connection, holding), holding.table
        which = [table.c[holding.since] < day_after]
        which += [left] if left is not None else []
        which += [holding.only()] if holding.only else []
        return and_(*which)

    def _rows(self, holding: Holding, which: ColumnElement[bool]) -> Iterator[tuple[Over, date | None]]:
        table = holding.table
        if isinstance(holding.whose, str):
            client: Any = table.c[holding.whose.split()[0]]
        else:
            client = literal(None)
        columns = select(
            table.c.id, table.c[holding.since].label("since"), client.label("client_id"), CLIENT.c.birth_date
        )
        found = columns.select_from(table.outerjoin(CLIENT, CLIENT.c.id == client)).where(which)
        files = [column.label("file") for column in holding.file_columns[:1]]
        for row in self.connection.execute(found.add_columns(*files).order_by(table.c[holding.since])):
            if holding.ends != "stays" or self.house.files.has(row.file):
                over = Over(row.id, row.since.date(), row.client_id, holding.record)
                yield over, row.birth_date

    def _is_over(self, one: Over, born: date | None) -> bool:
        """Consents of minors are kept as long as the rule for minors says as well."""
        if one.record != "consent":
            return True
        minors, majority = self.times["minor_consent"], self.times.majority
        return stays_until(self.times["consent"], minors, majority, one.since, born) < self.today

    def _last_visits(self) -> Mapping[UUID | None, date]:
        """Client → the last day they were here, as far as signing and answering tell."""
        found: dict[UUID | None, date] = {}
        for holding in (one for one in self.holdings() if one.record in VISITS and one.whose == "client_id"):
            table = holding.table
            last = select(table.c.client_id, func.max(table.c[holding.since]).label("last")).group_by(table.c.client_id)
            for row in self.connection.execute(last):
                if row.last is not None:
                    found[row.client_id] = max(found.get(row.client_id, date.min), row.last.date())
        return found


def held_clients(connection: Connection, today: date) -> set[UUID]:
    """Everybody under a hold today, with the files that were merged into theirs or theirs was merged into."""
    standing = select(HOLD.client_id).where(HOLD.lifted_at.is_(None), or_(HOLD.until.is_(None), HOLD.until >= today))
    kept = select(CLIENT.c.merged_into).where(CLIENT.c.id.in_(standing), CLIENT.c.merged_into.is_not(None))
    same = CLIENT.c.id.in_(standing) | CLIENT.c.id.in_(kept)
    merged = CLIENT.c.merged_into.in_(standing) | CLIENT.c.merged_into.in_(kept)
    return set(connection.scalars(select(CLIENT.c.id).where(same | merged)))
