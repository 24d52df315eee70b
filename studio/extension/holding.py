"""What a room holds of people: each column is of one kind of data, and its rows say whose they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Table, or_, select

KINDS = (
    "person",  # who they are, and what staff wrote about them
    "contact",  # how they are reached
    "health",
    "evidence",  # what was signed, ticked or sent, word for word
    "picture",
    "credential",  # what opens something; kept as hashes or sealed
    "staff",  # of people who work here
    "business",
    "technical",  # keys, moments, states, numbers
)
PERSONAL = frozenset({"person", "contact", "health", "evidence", "picture"})
"""What belongs into the file a person asks for, and goes when they are erased."""
OF_EVERY_ROW = frozenset({"id", "created_at", "updated_at", "version"})

Ends = Literal["deleted", "emptied", "stays"]
Whose = Callable[[Sequence[UUID]], ColumnElement[bool]]


@dataclass(frozen=True)
class Lasting:
    """Rows that go by themselves so long after `since`, a column or several of which the first with a moment counts;
    no country asks for them. `only` says of which rows that is so."""

    title: str
    after: timedelta
    since: str
    only: Callable[[], ColumnElement[bool]] | None = None


@dataclass(frozen=True)
class Holding:
    """One table. `data` sorts its columns, kind → their names; those of every row are technical.

    `whose` is the column (or columns) with the id of the client a row is about, or gives the condition for some
    clients; without it the rows are about nobody on file. `ends` is what erasing a person, or the end of the time
    it is kept, does to a row: `emptied` takes the personal columns, `stays` leaves a row others rely on, without
    what `files` names. `record` is the kind of record, by which the country's rules keep it from the column `since` on.
    """

    table: Table
    data: Mapping[str, str]
    title: str = ""
    whose: str | Whose = ""
    ends: Ends = "deleted"
    record: str = ""
    since: str = ""
    lawful: bool = False
    """The law keeps it for that time even when its person asks to be erased."""
    files: str = ""
    """Columns with the ids of files."""
    also: str = ""
    """Columns that go with the personal ones, such as the salt of a digest."""
    keeps: str = ""
    """Personal columns that stay in a row that does: when it was, and what others sort it by. No other may."""
    marks: str = ""
    """The column that says when a row was emptied."""
    parts: tuple[tuple[Table, str], ...] = ()
    """Rows of other tables that end with one of these in time, and the column with its id."""
    only: Callable[[], ColumnElement[bool]] | None = None
    """Of which rows the time can end at all."""
    lasting: Lasting | None = None
    """Of rows that are of no use after a while, whatever the rules say."""
    under_way: Callable[[], ColumnElement[bool]] | None = None
    """Rows that have to be brought to their end first: nobody can be erased meanwhile."""
    shared: bool = False
    """A row is about many people at once: it goes with any of them, and into no one's file."""

    @property
    def columns(self) -> dict[str, str]:
        """Name → kind of data."""
        named = {name: kind for kind, names in self.data.items() for name in names.split()}
        return {name: "technical" for name in OF_EVERY_ROW if name in self.table.c} | named

    @property
    def personal(self) -> list[str]:
        """The columns that tell something about a person, in the order of the table."""
        kinds = self.columns
        return [column.name for column in self.table.columns if kinds.get(column.name) in PERSONAL]

    @property
    def file_columns(self) -> list[Column[Any]]:
        return [self.table.c[name] for name in self.files.split()]

    def of(self, clients: Sequence[UUID]) -> ColumnElement[bool]:
        """The rows about these clients."""
        if callable(self.whose):
            return self.whose(clients)
        return or_(*(self.table.c[name].in_(clients) for name in self.whose.split()))


def by_way_of(column: Column[Any], whose: Column[Any]) -> Whose:
    """Rows that name in `column` a row of another table, which is about somebody by its own column `whose`."""
    return lambda clients: column.in_(select(whose.table.c.id).where(whose.in_(clients)))


def wrongly_sorted(holdings: Sequence[Holding], present: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """What is not right between the tables there are (name → columns) and what is declared of them."""
    known: dict[str, Holding] = {}
    for holding in holdings:
        if holding.table.name in known:
            yield f"{holding.table.name} is declared twice"
        known[holding.table.name] = holding
        yield from _odd(holding)
    for table, columns in present.items():
        sorted_out = known[table].columns if table in known else {}
        yield from (f"{table}.{name} is unclassified" for name in columns if name not in sorted_out)
        yield from (f"{table}.{name} is declared and does not exist" for name in sorted_out if name not in columns)


def _odd(holding: Holding) -> Iterator[str]:
    table, named = holding.table.name, [name for names in holding.data.values() for name in names.split()]
    yield from (f"{table}: no kind of data is called {kind}" for kind in holding.data if kind not in KINDS)
    yield from (f"{table}.{name} is of two kinds" for name in set(named) if named.count(name) > 1)
    if holding.personal and not (holding.whose and holding.title):
        yield f"{table} holds something personal, and nobody knows whose, or what people call it"
    if bool(holding.record) != bool(holding.since):
        yield f"{table} needs both a kind of record and since when it counts, or neither"
