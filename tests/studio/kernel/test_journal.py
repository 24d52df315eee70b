"""Whatever is done to the journal behind our back is found, and the first bad row is named."""

import hashlib
import math
from collections.abc import Callable
from typing import Any

import pytest
import rfc8785
from sqlalchemy import Connection, text

from studio.kernel.actor import CONSOLE
from studio.kernel.anchors import check_journal, drop_anchor
from studio.kernel.house import House
from studio.kernel.journal import canonical
from studio.kernel.work import perform
from studio.staff.actions import add_user
from tests.factories.people import HASH


@pytest.fixture
def written(studio: House) -> House:
    """A studio with a dozen entries and an anchor at the newest."""
    for n in range(12):
        perform(CONSOLE, add_user, name=f"Person {n}", email=f"p{n}@example.com", role="artist", password_hash=HASH)
    drop_anchor(studio, "test")
    assert check_journal(studio) is None
    return studio


def tamper(house: House, *statements: str) -> None:
    """What somebody with the key and a database shell could do: drop the guards, then write."""
    with house.db.writing() as session:
        connection = session.connection()
        guards = connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'journal%'")
        )
        for name in guards.scalars().all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.exec_driver_sql(statement)


COLUMNS = ["at", "actor_kind", "actor_id", "device_id", "action", "subject", "values_digest", "prev_mac", "mac"]


@pytest.mark.parametrize("column", COLUMNS)
def test_changing_any_column_of_an_entry_is_found(written: House, column: str) -> None:
    value = "'2020-01-01 00:00:00.000000'" if column == "at" else f"'{'0' * 64}'"
    tamper(written, f"UPDATE journal_entry SET {column} = {value} WHERE no = 5")
    found = check_journal(written)
    assert found is not None
    assert found.no == 5


@pytest.mark.parametrize("column", ["salt", "facts", "changes", "address", "agent"])
def test_changing_any_value_is_found(written: House, column: str) -> None:
    tamper(written, f"UPDATE journal_values SET {column} = '00' WHERE no = 7")
    found = check_journal(written)
    assert found is not None
    assert found.no == 7


def test_deleting_an_entry_is_found(written: House) -> None:
    tamper(written, "DELETE FROM journal_values WHERE no = 4", "DELETE FROM journal_entry WHERE no = 4")
    found = check_journal(written)
    assert found is not None
    assert found.no == 4


def test_deleting_only_the_values_is_found(written: House) -> None:
    tamper(written, "DELETE FROM journal_values WHERE no = 4")
    found = check_journal(written)
    assert found is not None
    assert found.no == 4


def test_swapping_two_entries_is_found(written: House) -> None:
    swap = "UPDATE journal_entry SET no = {} WHERE no = {}"
    tamper(written, "PRAGMA defer_foreign_keys = ON", swap.format(-1, 3), swap.format(3, 6), swap.format(6, -1))
    found = check_journal(written)
    assert found is not None
    assert found.no == 3


def test_cutting_to_before_an_anchor_is_found(written: House) -> None:
    tamper(written, "DELETE FROM journal_values WHERE no > 8", "DELETE FROM journal_entry WHERE no > 8")
    found = check_journal(written)
    assert found is not None
    assert "anchored" in found.reason


def test_a_journal_rebuilt_with_another_key_is_found(written: House) -> None:
    """Recomputing every hash does not help whoever lacks the key."""
    prev = "0" * 64
    with written.db.reading() as connection:
        numbers = connection.execute(text("SELECT no FROM journal_entry ORDER BY no")).scalars().all()
    statements = []
    for no in numbers:
        mac = hashlib.sha256(f"{prev}{no}".encode()).hexdigest()
        statements.append(f"UPDATE journal_entry SET prev_mac = '{prev}', mac = '{mac}' WHERE no = {no}")
        prev = mac
    tamper(written, *statements)
    found = check_journal(written)
    assert found is not None
    assert found.no == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_entry SET action = 'x'",
        "DELETE FROM journal_entry",
        "DELETE FROM journal_values",
        "UPDATE journal_values SET facts = '[]'",
    ],
)
def test_the_database_itself_refuses_to_edit_the_journal(written: House, statement: str) -> None:
    def write(run: Callable[[Connection], object]) -> None:
        with written.db.writing() as session:
            run(session.connection())

    with pytest.raises(Exception, match="journal"):
        write(lambda connection: connection.exec_driver_sql(statement))
    assert check_journal(written) is None


def test_numbers_have_no_gap(written: House) -> None:
    with written.db.reading() as connection:
        numbers = connection.execute(text("SELECT no FROM journal_entry ORDER BY no")).scalars().all()
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_journal_spells_values_by_the_standard() -> None:
    """As RFC 8785 has it, checked against its own library: whoever verifies our journal needs nothing of ours."""
    every = "".join(map(chr, range(0xD800)))
    flat: list[Any] = [None, True, -1, 2**53 - 1, "", [], {}]
    told = {"z": flat, "é": "\ufffd", "\ufb33": {"b": 1, "a": ""}, "😀": "x", "/": '"\\'}
    several: list[Any] = [told, flat, every, [every, "ascii"], {"b": "é", "a": {"Z": 1, "_": 2, "é": 3}}]
    assert [canonical(one).encode() for one in several] == [rfc8785.dumps(one) for one in several]
    for nothing in (math.nan, math.inf):
        with pytest.raises(ValueError, match="JSON compliant"):
            canonical({"share": nothing})
