"""Reads of upkeep: the journal, as far as whoever reads it may know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.kernel.history import Event, events
from studio.kernel.journal import JournalEntry, JournalValues
from studio.kernel.refusal import Missing
from studio.kernel.settings import Setting
from studio.kernel.subject import Subject
from studio.kernel.text import t
from studio.kernel.work import Read, query
from studio.upkeep.checking import CHECK
from studio.upkeep.seeking import Sought
from studio.upkeep.veil import PLACES, Veil

SEE, SETTINGS = "upkeep.journal.see", "upkeep.settings.reach"
ENTRY, VALUES = columns_of(JournalEntry).c, columns_of(JournalValues).c


@dataclass(frozen=True)
class Told:
    """One entry in full. Where it was done is empty for those who may not know."""

    event: Event
    actor_id: str
    device: str = ""
    address: str = ""
    agent: str = ""


@dataclass(frozen=True)
class Checked:
    """One verification: `broken` is the first bad entry, 0 for none."""

    at: datetime
    who: str
    entries: int
    anchors: int
    broken: int
    reason: str


@dataclass(frozen=True)
class SettingView:
    """One setting as it stands. Of a secret only whether there is one."""

    key: str
    sentence: str
    value: Any
    default: Any
    secret: bool
    may_change: bool


@query(SETTINGS)
def list_settings(read: Read) -> list[SettingView]:
    """All there is to set."""
    return [_setting(read, declared) for declared in read.house.settings]


@query(SETTINGS)
def one_setting(read: Read, key: str) -> SettingView:
    declared = read.house.settings.declaration(key)
    if declared is None:
        raise Missing
    return _setting(read, declared)


@query(SEE)
def list_journal(
    read: Read, *, subject: Subject | None = None, action: str = "", page: int = 1, size: int = 50
) -> tuple[list[Event], int]:
    """A page of everything that happened, newest first, and how many entries there are."""
    veil = Veil(read.actor, read.house.rights)
    unnamed = veil.unnamed
    found, total = events(
        read.connection, read.house, subject=subject, action=action, unnamed=unnamed, page=page, size=size
    )
    return [veil.over(event) for event in found], total


@query(SEE)
def seek_journal(read: Read, sought: Sought, *, page: int = 1, size: int = 50) -> tuple[list[Event], int]:
    """As `list_journal`, of what is sought alone."""
    veil = Veil(read.actor, read.house.rights)
    which = sought.clause(read.house, everything=veil.is_lifted)
    found, total = events(read.connection, read.house, which=which, unnamed=veil.unnamed, page=page, size=size)
    return [veil.over(event) for event in found], total


@query(SEE)
def journal_entry(read: Read, no: int) -> Told:
    """One entry with where it was done."""
    veil = Veil(read.actor, read.house.rights)
    found, _ = events(read.connection, read.house, which=ENTRY.no == no, unnamed=veil.unnamed, size=1)
    if not found:
        raise Missing
    event = veil.over(found[0])
    both = select(ENTRY.actor_id, ENTRY.device_id, VALUES.address, VALUES.agent).where(VALUES.no == ENTRY.no)
    row = read.connection.execute(both.where(ENTRY.no == no)).one()
    if read.house.rights.scope(read.actor, PLACES) is None:
        return Told(event, row.actor_id)
    return Told(event, row.actor_id, _device(read, row.device_id), row.address or "", row.agent or "")


@query(SEE)
def who_acted(read: Read) -> Mapping[str, str]:
    """Everybody who ever did something here: id → name."""
    people = select(ENTRY.actor_id).where(ENTRY.actor_kind == "person").distinct()
    ids = [UUID(one) for one in read.connection.scalars(people)]
    names = read.house.names["user"](read.connection, ids)
    return dict(sorted(((str(one), name) for one, name in names.items()), key=lambda pair: pair[1].casefold()))


@query(SEE)
def journal_began(read: Read) -> datetime | None:
    """When the first thing happened here."""
    first: datetime | None = read.connection.scalar(select(ENTRY.at).order_by(ENTRY.no).limit(1))
    return first


@query(SEE)
def last_check(read: Read) -> Checked | None:
    """How the journal was found when somebody last looked, and when that was."""
    done = select(ENTRY.no).where(ENTRY.action == CHECK).order_by(ENTRY.no.desc()).limit(1)
    no = read.connection.scalar(done)
    if no is None:
        return None
    (event,), _ = events(read.connection, read.house, which=ENTRY.no == no, size=1)
    told = next(fact for fact in event.facts if "broken" in fact)
    return Checked(event.at, event.who, told["entries"], told["anchors"], told["broken"], told["reason"])


def _setting(read: Read, declared: Setting) -> SettingView:
    value = read.house.settings[declared.key]
    may = read.house.rights.scope(read.actor, declared.who) is not None
    shown = bool(value) if declared.secret else value
    return SettingView(declared.key, t(declared.sentence), shown, declared.default, declared.secret, may)


def _device(read: Read, device_id: str) -> str:
    if not device_id:
        return ""
    known = read.house.names["device"](read.connection, [UUID(device_id)])
    return next(iter(known.values()), "")
