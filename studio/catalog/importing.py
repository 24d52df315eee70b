"""What the lines of a file would do to the catalogue, worked out the same way for the preview and for the act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from storage.folding import fold
from studio.catalog import refusals
from studio.catalog.choosing import frame_of, names_of
from studio.catalog.queries.one import ROW, SERVICE
from studio.catalog.rules.details import FIELDS, Frame, clean_details
from studio.catalog.rules.together import PRICED
from studio.catalog.sheet import Line
from studio.kernel.house import House
from studio.kernel.money import Money
from studio.kernel.refusal import Invalid, Refusal

STORED = (*FIELDS, "currency")
Stored = Mapping[str, Any]


@dataclass(frozen=True)
class Plan:
    """What becomes of one line: a new service, a changed one, nothing, or nothing because of its problems."""

    line: Line
    known: UUID | None = None
    values: Mapping[str, Any] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    problems: Mapping[str, Refusal] = field(default_factory=dict)

    @property
    def verdict(self) -> str:
        """`wrong`, `new`, `change` or `same`."""
        if self.problems:
            return "wrong"
        return "new" if self.known is None else "change" if self.changed else "same"


def plan_lines(connection: Connection, house: House, lines: Sequence[Line]) -> list[Plan]:
    """One plan a line, in the file's order; three statements however many there are."""
    return Planning(connection, house).plans(lines)


class Planning:
    """The catalogue as it stands, held against the lines of a file."""

    def __init__(self, connection: Connection, house: House) -> None:
        rows = [dict(row) for row in connection.execute(select(*ROW).order_by(SERVICE.position)).mappings()]
        self.by_code = {row["code"]: row for row in rows}
        there = [row for row in reversed(rows) if row["archived_at"] is None]
        self.by_name = {(fold(row["name"]), row["kind"]): row for row in there}
        self.names = {fold(name): who for who, name in names_of(connection).items()}
        ever = frozenset(UUID(one["artist_id"]) for row in rows for one in row["artists"])
        self.frame: Frame = frame_of(connection, house, ever)
        self.taken: set[object] = set()

    def plans(self, lines: Sequence[Line]) -> list[Plan]:
        """What each line would do; a service named twice is a mistake in the second."""
        return [self._plan(line) for line in lines]

    def _plan(self, line: Line) -> Plan:
        named = fold(" ".join(str(line.raw.get("name", "")).split())), line.raw.get("kind")
        row = self.by_code.get(line.code) or self.by_name.get(named)
        means = row["id"] if row else (line.code, *named)
        problems = dict(line.problems)
        if means in self.taken:
            problems["name"] = refusals.LineIsTwice(code=row["code"] if row else line.raw.get("name", ""))
        elif row and row["archived_at"] is not None:
            problems["name"] = refusals.ServiceIsArchived(name=row["name"])
        try:
            values = clean_details(self._raw(line, row, problems), self.frame, _stored(row) if row else None)
        except Invalid as invalid:
            return Plan(line, row["id"] if row else None, problems={**invalid.problems, **problems})
        self.taken.add(means)
        if row is None:
            return Plan(line, None, values, problems=problems)
        changed = tuple(name for name in STORED if values[name] != row[name])
        return Plan(line, row["id"], values, changed, problems)

    def _raw(self, line: Line, row: Stored | None, problems: dict[str, Refusal]) -> dict[str, Any]:
        raw = {name: value for name, value in line.raw.items() if name not in line.problems}
        if "price" in raw and "price_kind" not in raw and (row is None or row["price_kind"] not in PRICED):
            raw["price_kind"] = "fixed" if raw["price"] else row["price_kind"] if row else "quote"
        if line.artists is None:
            return raw
        who = [self.names.get(fold(name)) for name in line.artists]
        if None in who:
            problems["artists"] = refusals.ArtistIsUnknown()
            return raw
        if not who:
            return {**raw, "everybody": True}
        return {**raw, "everybody": False, "artists": _with_own(who, row, self.frame.currency)}


def _with_own(who: Sequence[UUID | None], row: Stored | None, currency: str) -> list[dict[str, Any]]:
    """These people, each with the minutes and price they have already: a file names them only."""
    own = {UUID(one["artist_id"]): one for one in row["artists"]} if row and row["currency"] == currency else {}
    return [
        {
            "artist_id": one,
            "minutes": own[one]["minutes"] if one in own else None,
            "price": Money(own[one]["price"], currency) if one in own and own[one]["price"] else None,
        }
        for one in dict.fromkeys(who)
    ]


def _stored(row: Stored) -> dict[str, Any]:
    return {name: row[name] for name in STORED}
