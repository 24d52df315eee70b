"""The journal: one entry an act, chained and keyed, so that nothing can be changed unseen."""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import rfc8785
from sqlalchemy import ColumnElement, Connection, insert, select
from sqlmodel import Field, SQLModel

from storage.columns import UtcDateTime
from storage.driven import Prepared
from storage.table import columns_of
from studio.kernel.actor import Actor
from studio.kernel.subject import Subject

START = "0" * 64
PACE = 500
"""Entries after which a verification says how far it is."""


class JournalEntry(SQLModel, table=True):
    """Who did what to which thing, and the link to the entry before."""

    __tablename__ = "journal_entry"

    no: int = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcDateTime)
    actor_kind: str
    actor_id: str = ""
    device_id: str = ""
    action: str
    subject: str = Field(default="", index=True)
    values_digest: str
    prev_mac: str
    mac: str


class JournalValues(SQLModel, table=True):
    """What an entry changed. Erasing a person empties it; the entry's digest stays, salted, and tells nothing."""

    __tablename__ = "journal_values"

    no: int = Field(primary_key=True, foreign_key="journal_entry.no")
    salt: str | None = None
    facts: str | None = None
    changes: str | None = None
    address: str | None = None
    agent: str | None = None


_plainly = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")).encode
_entry = columns_of(JournalEntry)
_values = columns_of(JournalValues)
_columns = [column.name for column in _entry.columns if column.name != "mac"]
_newest = Prepared(select(_entry.c.no, _entry.c.mac).order_by(_entry.c.no.desc()).limit(1))
_add_entry, _add_values = Prepared(insert(_entry)), Prepared(insert(_values))  # every act needs them


@dataclass(frozen=True)
class Finding:
    """The first entry that does not hold, and why."""

    no: int
    reason: str


@dataclass(frozen=True)
class Anchor:
    """A point the journal must still contain."""

    no: int
    mac: str


def last_moment(connection: Connection) -> datetime | None:
    """When the newest entry was written, by the clock of then."""
    return connection.execute(select(_entry.c.at).order_by(_entry.c.no.desc()).limit(1)).scalar()


def append(
    connection: Connection,
    key: bytes,
    *,
    at: datetime,
    actor: Actor,
    action: str,
    subject: Subject | None,
    facts: Any,
    changes: Any,
) -> Anchor:
    """Write the entry of one act. Call it inside the act's own transaction, which must hold the write lock."""
    last = head(connection)
    no, prev_mac = (last.no + 1, last.mac) if last else (1, START)
    values = {
        "salt": secrets.token_hex(16),
        "facts": canonical(facts),
        "changes": canonical(changes),
        "address": actor.address,
        "agent": actor.agent[:200],
    }
    entry = {
        "no": no,
        "at": at,
        "actor_kind": actor.kind,
        "actor_id": str(actor.id or actor.name),
        "device_id": str(actor.device_id or ""),
        "action": action,
        "subject": str(subject or ""),
        "values_digest": digest(values),
        "prev_mac": prev_mac,
    }
    mac = seal(key, entry)
    _add_entry.rows(connection, {**entry, "mac": mac})
    _add_values.rows(connection, {"no": no, **values})
    return Anchor(no, mac)


def head(connection: Connection) -> Anchor | None:
    """The newest entry."""
    last = _newest.first(connection)
    return Anchor(last.no, last.mac) if last else None


def verify(
    connection: Connection, key: bytes, anchors: list[Anchor], told: Callable[[int], object] | None = None
) -> Finding | None:
    """Walk the whole chain; None when every entry, every value and every anchor holds.

    `told` hears now and then which entry it has come to. Cutting the tail after the last anchor is out of reach of
    any chain, and not claimed.
    """
    expected = {anchor.no: anchor.mac for anchor in anchors}
    prev_mac, no = START, 0
    for no, row in enumerate(rows(connection), start=1):
        reason = broken(key, row, no, prev_mac)
        if reason is None and expected.pop(no, row["mac"]) != row["mac"]:
            reason = "it differs from an anchor taken earlier"
        if reason:
            return Finding(no, reason)
        prev_mac = row["mac"]
        if told and no % PACE == 0:
            told(no)
    strays = connection.execute(select(_values.c.no).where(_values.c.no > no).limit(1)).first()
    if strays:
        return Finding(strays.no, "its values are there, the entry is not")
    return Finding(no + 1, f"entries up to {max(expected)} were anchored and are gone") if expected else None


def rows(connection: Connection, *only: ColumnElement[bool]) -> Iterator[dict[str, Any]]:
    """Every entry with its values, in order, streamed; `only` narrows it."""
    both = select(
        _entry,
        _values.c.no.label("has_values"),
        _values.c.salt,
        _values.c.facts,
        _values.c.changes,
        _values.c.address,
        _values.c.agent,
    )
    joined = both.outerjoin_from(_entry, _values, _entry.c.no == _values.c.no)
    joined = joined.where(*only).order_by(_entry.c.no)
    for row in connection.execute(joined.execution_options(yield_per=1000)).mappings():
        yield dict(row)


def broken(key: bytes, row: dict[str, Any], no: int, prev_mac: str) -> str | None:
    """Why this row cannot stand at this place, or None."""
    if row["no"] != no:
        return "an entry is missing"
    if row["prev_mac"] != prev_mac:
        return "it does not follow the entry before it"
    if not hmac.compare_digest(seal(key, {name: row[name] for name in _columns}), row["mac"]):
        return "the entry was changed"
    if row["has_values"] is None:
        return "its values are gone"
    erased = row["salt"] is None and row["facts"] is None and row["changes"] is None
    if not erased and digest(row) != row["values_digest"]:
        return "its values were changed"
    return None


def digest(values: Any) -> str:
    """SHA-256 over the salt and the canonical values."""
    packed = canonical([values["facts"], values["changes"], values["address"], values["agent"]])
    return hashlib.sha256(bytes.fromhex(values["salt"]) + packed.encode()).hexdigest()


def seal(key: bytes, entry: dict[str, Any]) -> str:
    """HMAC-SHA256 over the link to the entry before and the canonical entry."""
    told = {**entry, "no": str(entry["no"]), "at": entry["at"].astimezone(UTC).isoformat()}
    return hmac.new(key, bytes.fromhex(entry["prev_mac"]) + canonical(told).encode(), hashlib.sha256).hexdigest()


def canonical(data: Any) -> str:
    """One spelling for one value (RFC 8785): of text and whole numbers, as Python itself spells it.

    But where letters beyond U+D7FF could be in names, which that standard sorts in an order of its own.
    """
    spelt = _plainly(data)
    return spelt if spelt.isascii() or max(spelt) < "\ud800" else rfc8785.dumps(data).decode()


def read_values(row: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The facts and changes of an entry; empty where they were erased."""
    return json.loads(row.facts or "[]"), json.loads(row.changes or "[]")
