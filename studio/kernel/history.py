"""History: the journal as people read it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, func, select

from storage.table import columns_of
from studio.kernel.house import House
from studio.kernel.journal import JournalEntry, JournalValues, read_values
from studio.kernel.subject import Subject
from studio.kernel.text import N_, t

_entry = columns_of(JournalEntry)
_values = columns_of(JournalValues)

WITHOUT_NAME = {
    "guest": N_("A guest"),
    "console": N_("The computer"),
    "timer": N_("A timer"),
    "rule": N_("A rule"),
    "device": N_("A tablet"),
}


@dataclass(frozen=True)
class Event:
    """One entry, told: the sentence is made now, in the reader's language, and stored nowhere."""

    no: int
    at: datetime
    action: str
    subject: str
    actor_kind: str
    who: str
    sentence: str
    facts: list[dict[str, Any]]
    changes: list[dict[str, Any]]


def events(
    connection: Connection,
    house: House,
    *,
    subject: Subject | None = None,
    action: str = "",
    which: ColumnElement[bool] | None = None,
    unnamed: Collection[str] = (),
    page: int = 1,
    size: int = 50,
) -> tuple[list[Event], int]:
    """A page of the journal, newest first, and how many entries there are in all.

    `which` narrows it further; subjects of the kinds in `unnamed` are told without their name.
    """
    wanted = []
    if subject:
        wanted.append(_entry.c.subject == str(subject))
    if which is not None:
        wanted.append(which)
    if action:
        wanted.append(_entry.c.action.startswith(action, autoescape=True))
    total = connection.execute(select(func.count()).select_from(_entry).where(*wanted)).scalar_one()
    both = select(_entry, _values.c.facts, _values.c.changes).join_from(_entry, _values, _entry.c.no == _values.c.no)
    newest = both.where(*wanted).order_by(_entry.c.no.desc()).limit(size).offset((page - 1) * size)
    rows = connection.execute(newest).all()
    names = _names(connection, house, rows)
    return [_event(row, house, names, unnamed) for row in rows], total


def _event(row: Any, house: House, names: dict[str, str], unnamed: Collection[str]) -> Event:
    who = _who(row, names)
    what = _what(row.subject, names, unnamed)
    facts, changes = read_values(row)
    sentence = t(house.sentences.get(row.action, row.action), who=who, what=what)
    return Event(row.no, row.at, row.action, row.subject, row.actor_kind, who, sentence, facts, changes)


def _what(subject: str, names: dict[str, str], unnamed: Collection[str]) -> str:
    if subject.partition(":")[0] in unnamed:
        return t(N_("something not shown to you"))
    return names.get(subject, "") or t(N_("something removed since"))


def _who(row: Any, names: dict[str, str]) -> str:
    """The person or tablet by name, else what kind of actor it was."""
    if row.actor_kind == "device" and (tablet := names.get(f"device:{row.device_id}")):
        return t(N_("The tablet {name}"), name=tablet)
    return names.get(f"user:{row.actor_id}") or t(WITHOUT_NAME.get(row.actor_kind, N_("Somebody")))


def _names(connection: Connection, house: House, rows: Iterable[Any]) -> dict[str, str]:
    """Every subject, person and tablet on the page by name, one question a kind."""
    asked: defaultdict[str, set[UUID]] = defaultdict(set)
    for row in rows:
        kind, _, subject_id = row.subject.partition(":")
        if subject_id:
            asked[kind].add(UUID(subject_id))
        if row.actor_kind == "person":
            asked["user"].add(UUID(row.actor_id))
        if row.device_id:
            asked["device"].add(UUID(row.device_id))
    found = {kind: house.names[kind](connection, sorted(ids)) for kind, ids in asked.items() if kind in house.names}
    return {f"{kind}:{subject_id}": name for kind, names in found.items() for subject_id, name in names.items()}
