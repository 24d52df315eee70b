"""How a connection is made: keyed, its pragmas set and read back, its errors turned into faults."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, ExceptionContext, QueuePool, create_engine, event

from storage.errors import StorageFault, fault_in
from storage.keys import derive

DURABLE: dict[str, tuple[str, object]] = {
    "journal_mode": ("WAL", "wal"),
    "synchronous": ("FULL", 2),
    "foreign_keys": ("ON", 1),
    "recursive_triggers": ("ON", 1),  # so that REPLACE cannot slip past a guard against deleting
    "busy_timeout": ("5000", 5000),
    "cache_size": ("-65536", -65536),
    "wal_autocheckpoint": ("0", 0),
    **({"fullfsync": ("ON", 1)} if sys.platform == "darwin" else {}),
}
MIGRATING = {**DURABLE, "foreign_keys": ("OFF", 0)}  # rebuilding a table must not cascade into its children
ERASING = "linework_erasing"


def make_engine(path: Path, key: bytes, *, pool_size: int, pragmas: dict[str, tuple[str, object]] = DURABLE) -> Engine:
    """An engine whose every connection is keyed and durable. Nothing else may open the file."""
    engine = create_engine(
        "sqlite://",
        module=driver,
        creator=lambda: connect(path, key, pragmas),
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=pool_size,  # a read inside a write must never wait for other reads
        pool_use_lifo=True,  # the last used connection has the warm page cache
        json_serializer=_compact_json,
    )
    event.listen(engine, "connect", _give_erasing_flag)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "handle_error", _name_the_fault)
    return engine


def connect(
    path: Path, key: bytes, pragmas: dict[str, tuple[str, object]] = DURABLE, *, only_look: bool = False
) -> Any:
    """A driver connection, keyed, with every pragma read back. One that may `only_look` leaves file and log alone."""
    name = f"{path.absolute().as_uri()}?mode=ro" if only_look else str(path)
    try:
        connection = driver.connect(
            name, uri=only_look, isolation_level=None, check_same_thread=False, cached_statements=256
        )
        connection.execute("PRAGMA cipher_log_level = NONE").close()
        connection.execute(f"PRAGMA key = \"x'{key.hex()}{salt_of(key).hex()}'\"").close()
        for pragma, (wanted, effective) in pragmas.items():
            connection.execute(f"PRAGMA {pragma} = {wanted}").fetchall()
            (found,) = connection.execute(f"PRAGMA {pragma}").fetchone()
            if found != effective:
                raise StorageFault(f"{pragma} is {found!r}, not {effective!r}")
    except driver.Error as error:
        raise fault_in(error) or StorageFault(str(error)) from error
    return connection


def salt_of(key: bytes) -> bytes:
    """The first 16 bytes of every file made with this key, by which a wrong key is told from a damaged file."""
    return derive(key, "database salt", 16)


def _begin(connection: Connection) -> None:
    """Writers take the write lock at once, so that none has to give up half-way; reads cannot write at all."""
    access = connection.get_execution_options().get("access")
    pooled = connection.connection
    raw: Any = pooled.dbapi_connection
    try:
        if pooled.info.get("read_only", False) != (access == "read"):
            raw.execute(f"PRAGMA query_only = {int(access == 'read')}").close()
            pooled.info["read_only"] = access == "read"
        raw.execute("BEGIN IMMEDIATE" if access == "write" else "BEGIN").close()
    except driver.Error as error:
        raise fault_in(error) or StorageFault(str(error)) from error


def _name_the_fault(context: ExceptionContext) -> None:
    fault = fault_in(context.original_exception)
    if fault is not None:
        raise fault from context.original_exception


def _give_erasing_flag(connection: Any, record: Any) -> None:
    """Guard triggers ask this function; it says yes only inside `storage.guard.erasing`."""
    info = record.info
    connection.create_function(ERASING, 0, lambda: int(info.get(ERASING, False)))


_compact_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
