"""A guarded table only grows, whichever way one tries; what may be erased is erased on purpose and never rewritten."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DatabaseError

from storage.engine import Database
from storage.guard import append_only, erasing, guarded


@pytest.fixture
def ledger(db: Database) -> Database:
    with db.writing() as session:
        connection = session.connection()
        connection.exec_driver_sql('CREATE TABLE ledger(no INTEGER PRIMARY KEY, "order" TEXT, salt TEXT, facts TEXT)')
        connection.exec_driver_sql("CREATE TABLE plain(no INTEGER PRIMARY KEY)")
        append_only(connection, "ledger", erasable=["salt", "facts"])
        connection.exec_driver_sql("INSERT INTO ledger VALUES(1, 'a', 's', 'f'), (2, 'b', 's', 'f')")
    return db


def attempt(db: Database, statement: str, *, erase: bool = False) -> None:
    with db.writing() as session:
        connection = session.connection()
        if erase:
            with erasing(connection):
                connection.exec_driver_sql(statement)
        else:
            connection.exec_driver_sql(statement)


def rows(db: Database) -> list[tuple[object, ...]]:
    with db.reading() as connection:
        return [tuple(row) for row in connection.exec_driver_sql("SELECT * FROM ledger ORDER BY no")]


BEFORE = [(1, "a", "s", "f"), (2, "b", "s", "f")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET \"order\" = 'c'",
        "UPDATE ledger SET salt = NULL WHERE no = 1",
        "UPDATE ledger SET no = 9 WHERE no = 1",
        "DELETE FROM ledger",
        "DELETE FROM ledger WHERE no = 1",
        "REPLACE INTO ledger VALUES(1, 'c', 's', 'f')",
        "INSERT INTO ledger VALUES(1, 'c', 's', 'f') ON CONFLICT(no) DO UPDATE SET \"order\" = 'c'",
    ],
)
def test_no_way_to_change_or_remove(ledger: Database, statement: str) -> None:
    with pytest.raises(DatabaseError, match="only grows"):
        attempt(ledger, statement)
    assert rows(ledger) == BEFORE
    attempt(ledger, "INSERT INTO ledger VALUES(3, 'c', 's', 'f')")
    assert len(rows(ledger)) == 3


def test_what_may_be_erased_can_be_emptied_on_purpose(ledger: Database) -> None:
    attempt(ledger, "UPDATE ledger SET salt = NULL, facts = NULL WHERE no = 1", erase=True)
    assert rows(ledger) == [(1, "a", None, None), (2, "b", "s", "f")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET facts = 'better' WHERE no = 1",
        "UPDATE ledger SET salt = NULL, \"order\" = 'c' WHERE no = 1",
        "UPDATE ledger SET salt = NULL, no = 7 WHERE no = 1",
        "DELETE FROM ledger WHERE no = 1",
    ],
)
def test_erasing_is_emptying_and_nothing_else(ledger: Database, statement: str) -> None:
    with pytest.raises(DatabaseError, match="only grows"):
        attempt(ledger, statement, erase=True)
    assert rows(ledger) == BEFORE


def test_the_leave_to_erase_ends(ledger: Database) -> None:
    attempt(ledger, "UPDATE ledger SET salt = NULL WHERE no = 1", erase=True)
    with pytest.raises(DatabaseError, match="only grows"):
        attempt(ledger, "UPDATE ledger SET salt = NULL WHERE no = 2")


def test_one_can_ask_what_is_guarded(ledger: Database) -> None:
    with ledger.reading() as connection:
        assert guarded(connection) == {"ledger"}


def test_a_guard_for_what_is_not_there_is_a_mistake_of_ours(ledger: Database) -> None:
    with ledger.writing() as session:
        for table, erasable in (("nothing", []), ("ledger", ["pepper"]), ('x"; DROP TABLE ledger', [])):
            with pytest.raises(ValueError, match="no"):
                append_only(session.connection(), table, erasable=erasable)
