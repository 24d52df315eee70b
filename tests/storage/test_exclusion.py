"""The table itself lets nobody hold a thing twice, whoever writes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from storage.engine import Database
from storage.exclusion import Span, held_already, no_overlap

HELD = Span("since", "until", 2, "state", ("gone",), "squeezed")
INSERT = "INSERT INTO stay VALUES (?, ?, ?, ?, ?, ?)"


@pytest.fixture
def stays(tmp_path: Path) -> Iterator[Connection]:
    """Rooms and who stays in them."""
    db = Database(tmp_path / "hotel.db", b"k" * 32)
    with db.writing() as session:
        connection = session.connection()
        connection.exec_driver_sql(
            "CREATE TABLE stay (id INTEGER PRIMARY KEY, room TEXT, since TEXT, until TEXT, state TEXT, squeezed INT)"
        )
        no_overlap(connection, "stay", "room", HELD)
        connection.exec_driver_sql(INSERT, (1, "A", "2026-05-01 10:00:00", "2026-05-01 12:00:00", "here", 0))
        yield connection
    db.close()


def test_only_what_overlaps_is_refused(stays: Connection) -> None:
    fine = [("A", "12", "13"), ("A", "09", "10"), ("B", "11", "12"), (None, "11", "12")]
    for no, (room, since, until) in enumerate(fine, 2):
        row = (no, room, f"2026-05-01 {since}:00:00", f"2026-05-01 {until}:00:00", "here", 0)
        stays.exec_driver_sql(INSERT, row)
    for since, until in (("10", "11"), ("11", "14"), ("08", "20"), ("10", "12")):
        row = (99, "A", f"2026-05-01 {since}:00:00", f"2026-05-01 {until}:00:00", "here", 0)
        with pytest.raises(IntegrityError) as refused:
            stays.exec_driver_sql(INSERT, row)
        assert held_already(refused.value) == "room"


def test_what_is_gone_or_squeezed_in_holds_nothing_until_it_does_again(stays: Connection) -> None:
    same = ("A", "2026-05-01 11:00:00", "2026-05-01 13:00:00")
    stays.exec_driver_sql(INSERT, (2, *same, "gone", 0))
    stays.exec_driver_sql(INSERT, (3, *same, "here", 1))
    for change in ("state = 'here' WHERE id = 2", "squeezed = 0 WHERE id = 3"):
        with pytest.raises(IntegrityError):
            stays.exec_driver_sql(f"UPDATE stay SET {change}")
    stays.exec_driver_sql("UPDATE stay SET until = '2026-05-01 11:00:00' WHERE id = 1")
    stays.exec_driver_sql("UPDATE stay SET state = 'here' WHERE id = 2")
    with pytest.raises(IntegrityError):
        stays.exec_driver_sql("UPDATE stay SET until = '2026-05-01 11:30:00' WHERE id = 1")


def test_names_are_names(stays: Connection) -> None:
    with pytest.raises(ValueError, match="not a name"):
        no_overlap(stays, "stay; DROP TABLE stay", "room", HELD)
    assert held_already(IntegrityError("", None, Exception("UNIQUE constraint failed: stay.id"))) is None
