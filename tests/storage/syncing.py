"""Writes under the eyes of strace: a mark before each act, so that the fsyncs between marks can be counted."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from storage.engine import Database
from storage.search import put
from tests.storage.tables import Line, Sale, create_tables


def sell(db: Database, number: int) -> None:
    with db.writing() as session:
        sale = Sale(number=number)
        session.add(sale)
        session.flush()
        session.add_all([Line(sale_id=sale.id) for _ in range(5)])
        put(session.connection(), "sale", sale.id, code=str(number), title=sale.buyer)


def mark(name: str) -> None:
    os.write(2, f"MARK {name}\n".encode())


if __name__ == "__main__":
    db = Database(Path(sys.argv[1]), bytes(32))
    create_tables(db)
    for number in range(150):
        mark(f"sale {number}")
        sell(db, number)
    mark("reading")
    with db.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM sale").all()
    mark("checkpoint")
    db.checkpoint()
    mark("first after checkpoint")
    sell(db, 1000)
    mark("end")
