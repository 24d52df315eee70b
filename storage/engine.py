"""One engine per database file: its pragmas, its readers, its single writer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine
from sqlmodel import Session

from storage.connecting import make_engine
from storage.errors import Busy
from storage.opening import refuse_affected_sqlite, refuse_unreadable

WRITER_WAIT = 20.0
LARGEST_LOG = 8 * 1024 * 1024
"""Bytes of the log that stay to be written again."""


class Database:
    """The open database: one writer at a time, any number of readers, each seeing one moment of it."""

    def __init__(self, path: Path, key: bytes, *, pool_size: int = 8) -> None:
        refuse_affected_sqlite()
        refuse_unreadable(path, key)
        self.path = path
        self.key = key
        self.engine: Engine = make_engine(path, key, pool_size=pool_size)
        self._writers = self.engine.execution_options(access="write")
        self._readers = self.engine.execution_options(access="read")
        self._pen = threading.Lock()
        self._holder: int | None = None

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction that is committed once at the end, or not at all."""
        with self._turn(), Session(self._writers, expire_on_commit=False) as session, session.begin():
            session.connection()  # BEGIN IMMEDIATE now: all that is read from here on stays true until the commit
            yield session

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view of the data; nothing can be written through it."""
        with self._readers.connect() as connection:
            yield connection

    def checkpoint(self, *, keep_log: bool = False) -> None:
        """Moves the log into the database file. Call it on a timer: commits never do it by themselves.

        `keep_log` has it written again from its start: a commit into a file that does not grow costs half the time.
        One that has grown large is cut all the same.
        """
        log = self.path.with_name(f"{self.path.name}-wal")
        again = keep_log and log.exists() and log.stat().st_size <= LARGEST_LOG
        end = "PRAGMA wal_checkpoint(RESTART)" if again else "PRAGMA wal_checkpoint(TRUNCATE)"
        with self._readers.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)").all()  # the bulk, beside writers and readers
            with self._turn():
                connection.exec_driver_sql(end).all()

    def rewrite(self) -> None:
        """Writes the whole file anew and empties the log: nothing lingers where something was removed."""
        with self._turn(), self._writers.connect() as connection:
            raw: Any = connection.connection.dbapi_connection  # nothing may have begun: VACUUM is no part of an act
            connection.connection.info["read_only"] = False
            for statement in ("PRAGMA query_only = 0", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
                raw.execute(statement).close()

    def close(self) -> None:
        """Closes every pooled connection; the last one moves the log into the file."""
        self.engine.dispose()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Writers queue here, in this process; beside it, SQLite's own lock holds."""
        me = threading.get_ident()
        if self._holder == me:
            raise RuntimeError("writing() inside writing(): join the open session instead")
        if not self._pen.acquire(timeout=WRITER_WAIT):
            raise Busy
        self._holder = me
        try:
            yield
        finally:
            self._holder = None
            self._pen.release()
