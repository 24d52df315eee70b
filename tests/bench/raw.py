"""The raw durable insert: the rows a new client leaves, in one transaction on the same engine, and nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from storage.connecting import connect
from storage.terms import indexed
from studio.kernel.house import House

TABLES = ("client", "search_entry", "journal_entry", "journal_values")
COUNT = (
    "INSERT INTO client_counter(name, value) VALUES('raw', 1) "
    "ON CONFLICT(name) DO UPDATE SET value = value + 1 RETURNING value"
)
NEWEST = {"client": "number"}


class Raw:
    """Writes the newest client of a copy of the studio again and again, under new numbers."""

    def __init__(self, house: House, copy: Path) -> None:
        house.db.checkpoint()
        shutil.copy(house.db.path, copy)
        self.db = connect(copy, house.key)
        self.rows = {table: self._newest(table) for table in TABLES}
        self.statements = {table: _insert(table, row) for table, row in self.rows.items()}
        entry = self.rows["search_entry"]
        self.grams = indexed(entry["title"], entry["code"], ()).grams

    def insert(self, number: int) -> None:
        """One durable transaction."""
        self._renumber(number)
        run, entry = self.db.execute, self.rows["search_entry"]
        run("BEGIN IMMEDIATE").close()
        run(COUNT).fetchone()
        for table in TABLES:
            run(self.statements[table], tuple(self.rows[table].values())).close()
        run("INSERT INTO search_piece(rowid, text) VALUES(?,?)", (entry["no"], entry["text"])).close()
        run("INSERT INTO search_gram(rowid, grams) VALUES(?,?)", (entry["no"], self.grams)).close()
        run("COMMIT").close()

    def insert_many(self, count: int) -> None:
        """So many clients and what they are found by, in one durable transaction."""
        run, entry = self.db.execute, self.rows["search_entry"]
        run("BEGIN IMMEDIATE").close()
        for number in range(1, count + 1):
            self._renumber(number)
            for table in ("client", "search_entry"):
                run(self.statements[table], tuple(self.rows[table].values())).close()
            run("INSERT INTO search_piece(rowid, text) VALUES(?,?)", (entry["no"], entry["text"])).close()
            run("INSERT INTO search_gram(rowid, grams) VALUES(?,?)", (entry["no"], self.grams)).close()
        run("COMMIT").close()

    def close(self) -> None:
        self.db.close()

    def _newest(self, table: str) -> dict[str, Any]:
        order = NEWEST.get(table, "no")
        found = self.db.execute(f"SELECT * FROM {table} ORDER BY {order} DESC LIMIT 1")
        return dict(zip((column[0] for column in found.description), found.fetchone(), strict=True))

    def _renumber(self, number: int) -> None:
        new = 10_000_000 + number
        client, entry = self.rows["client"], self.rows["search_entry"]
        client |= {"id": f"{new:032x}", "number": new, "code": f"CL-{new}"}
        entry |= {"no": new, "subject_id": client["id"]}
        self.rows["journal_entry"]["no"] = self.rows["journal_values"]["no"] = new


def _insert(table: str, row: dict[str, Any]) -> str:
    return f"INSERT INTO {table}({', '.join(row)}) VALUES({', '.join('?' * len(row))})"
