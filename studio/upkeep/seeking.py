"""What somebody looks for in the journal, and the question it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select, true
from sqlmodel import SQLModel

from storage.folding import fold
from storage.table import columns_of
from studio.kernel.history import WITHOUT_NAME
from studio.kernel.house import House
from studio.kernel.journal import JournalEntry, JournalValues
from studio.kernel.text import t

ENTRY, VALUES = columns_of(JournalEntry).c, columns_of(JournalValues).c


@dataclass(frozen=True)
class Sought:
    """`who` is a person's id or a kind of actor, `group` the beginning of an action, `subject` is `kind` or `kind:id`.

    `text` is looked for in what happened; `named` are ids whose names it fits, found by whoever knows names.
    """

    who: str = ""
    group: str = ""
    subject: str = ""
    text: str = ""
    named: tuple[UUID, ...] = ()
    since: datetime | None = None
    until: datetime | None = None
    upto: int = 0
    """Entries after this one are left out; none are for 0."""

    def clause(self, house: House, *, everything: bool) -> ColumnElement[bool]:
        """What an entry must be like; values are searched only for those who may read `everything`."""
        wanted: list[ColumnElement[bool]] = [true()]
        if self.who:
            wanted.append(ENTRY.actor_kind == self.who if self.who in KINDS else ENTRY.actor_id == self.who)
        if self.group:
            wanted.append(or_(*(ENTRY.action.startswith(one, autoescape=True) for one in self.group.split())))
        if self.subject:
            exact = ENTRY.subject == self.subject
            wanted.append(
                exact if ":" in self.subject else ENTRY.subject.startswith(f"{self.subject}:", autoescape=True)
            )
        if self.since:
            wanted.append(ENTRY.at >= self.since)
        if self.until:
            wanted.append(ENTRY.at < self.until)
        if self.upto:
            wanted.append(ENTRY.no <= self.upto)
        if self.text.strip():
            wanted.append(self._says(house, everything=everything))
        return and_(*wanted)

    def _says(self, house: House, *, everything: bool) -> ColumnElement[bool]:
        words = self.text.strip()
        told = fold(words)
        acts = [act for act, said in house.sentences.items() if told in fold(_bare(said))]
        fits: list[ColumnElement[bool]] = [ENTRY.action.in_(acts)]
        if words.isascii() and words.isdigit() and len(words) < 10:
            fits.append(ENTRY.no == int(words))
        if self.named:
            fits.append(ENTRY.actor_id.in_([str(one) for one in self.named]))
            fits += [ENTRY.subject.endswith(f":{one}", autoescape=True) for one in self.named[:FEW]]
        if everything and not any(told in column for column in _columns()):
            holds = VALUES.changes.contains(words, autoescape=True)
            fits.append(ENTRY.no.in_(select(VALUES.no).where(holds)))
        return or_(*fits)


KINDS = frozenset({"person", *WITHOUT_NAME})
FEW = 30


def _columns() -> set[str]:
    """Names in the record of every change, which would all be found."""
    return {column.name for table in SQLModel.metadata.tables.values() for column in table.columns}


def _bare(sentence: str) -> str:
    """The sentence without the places for names."""
    return t(sentence, who="", what="")
