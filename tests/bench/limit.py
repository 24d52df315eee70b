"""Limit: what the machine allows. Prepared statements on SQLite in one process: no server, no rights, no journal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from storage.folding import fold
from tests.bench.people import Somebody

SCHEMA = """
CREATE TABLE clients(id INTEGER PRIMARY KEY, first TEXT, last TEXT, norm TEXT, phone TEXT, email TEXT, notes TEXT);
CREATE VIRTUAL TABLE client_fts USING fts5(norm, phone, content='clients', content_rowid='id', tokenize='trigram');
"""
SEARCH = (
    "SELECT c.id, first, last, c.phone FROM client_fts f JOIN clients c ON c.id = f.rowid "
    "WHERE client_fts MATCH ? LIMIT 20"
)
ADD = "INSERT INTO clients(first, last, norm, phone, email, notes) VALUES(?,?,?,?,?,?)"


class Limit:
    """The reference studio in a database of its own, durable like ours (`synchronous=FULL`), not encrypted."""

    def __init__(self, file: Path, everybody: Iterable[Somebody]) -> None:
        self.db = sqlite3.connect(file, isolation_level=None, timeout=30, cached_statements=256)
        for pragma in ("journal_mode=wal", "synchronous=full", "cache_size=-65536", "mmap_size=268435456"):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.executescript(SCHEMA)
        self.db.execute("BEGIN")
        rows = ((one.first, one.last, fold(f"{one.first} {one.last}"), one.phone, one.email, "") for one in everybody)
        self.db.executemany(ADD, rows)
        self.db.execute("INSERT INTO client_fts(client_fts) VALUES('rebuild')")
        self.db.execute("COMMIT")
        self.db.execute("ANALYZE")
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def search_name(self, fragment: str) -> list[Any]:
        """W2: the first 20 with this fragment in their name."""
        return self.db.execute(SEARCH, (f'norm:"{fragment}"',)).fetchall()

    def search_phone(self, fragment: str) -> list[Any]:
        """W2: the first 20 with these digits in their phone."""
        return self.db.execute(SEARCH, (f'phone:"{fragment}"',)).fetchall()

    def register(self, number: int) -> None:
        """W12: insert, index for search, durable on return."""
        norm, phone = f"nova pessoa{number}", f"118{number:08d}"
        self.db.execute("BEGIN IMMEDIATE")
        row = ("Nova", f"Pessoa{number}", norm, phone, f"n{number}@example.com", "none")
        no = self.db.execute(ADD, row).lastrowid
        self.db.execute("INSERT INTO client_fts(rowid, norm, phone) VALUES(?,?,?)", (no, norm, phone))
        self.db.execute("COMMIT")

    def close(self) -> None:
        self.db.close()
