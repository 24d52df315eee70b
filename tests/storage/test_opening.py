"""A file that is not ours, not whole or under another key is named as what it is, and left as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from storage.engine import Database
from storage.errors import Damaged, StorageFault, WrongKey
from tests.storage.tables import Sale, create_tables


@pytest.fixture
def closed(tmp_path: Path, key: bytes) -> Path:
    """A database with some pages in it, closed."""
    db = Database(tmp_path / "linework.db", key)
    create_tables(db)
    with db.writing() as session:
        session.add_all([Sale(number=number, buyer="x" * 200) for number in range(500)])
    db.close()
    return db.path


def test_the_wrong_key_is_said_to_be_wrong(closed: Path, key: bytes) -> None:
    with pytest.raises(WrongKey, match="does not open this database"):
        Database(closed, key[::-1])
    Database(closed, key).close()


def _cut_in_half(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def _cut_within_the_first_page(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1000])


def _zero_the_first_page(path: Path) -> None:
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])


def _zero_the_first_bytes(path: Path) -> None:
    path.write_bytes(bytes(16) + path.read_bytes()[16:])


def _overwrite_in_the_first_page(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[500:564] = b"\xff" * 64
    path.write_bytes(data)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _a_foreign_database(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as foreign:
        foreign.execute("CREATE TABLE t(a)")
    foreign.close()


DAMAGES = [
    _cut_in_half,
    _cut_within_the_first_page,
    _zero_the_first_page,
    _zero_the_first_bytes,
    _overwrite_in_the_first_page,
    _empty,
    _a_foreign_database,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__.strip("_"))
def test_a_damaged_file_is_said_to_be_damaged_and_left_alone(
    closed: Path, key: bytes, damage: Callable[[Path], None]
) -> None:
    damage(closed)
    before = closed.read_bytes()
    with pytest.raises(Damaged):
        Database(closed, key)
    assert closed.read_bytes() == before


def test_noise_is_never_opened(closed: Path, key: bytes) -> None:
    closed.write_bytes(bytes(range(256)) * 64)
    with pytest.raises(StorageFault):
        Database(closed, key)


def test_a_lost_file_whose_log_is_left_is_not_replaced_by_an_empty_one(closed: Path, key: bytes) -> None:
    closed.rename(closed.with_name("linework.db-wal"))
    with pytest.raises(Damaged, match="gone"):
        Database(closed, key)
    assert not closed.exists()


def test_a_foreign_log_beside_our_file_does_no_harm(closed: Path, key: bytes) -> None:
    closed.with_name("linework.db-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(9000))
    db = Database(closed, key)
    with db.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sale").scalar() == 500
    db.close()


def test_nothing_readable_stands_on_the_disk(tmp_path: Path, key: bytes) -> None:
    db = Database(tmp_path / "linework.db", key)
    create_tables(db)
    with db.writing() as session:
        session.add(Sale(number=1, buyer="canary-of-the-coal-mine"))
    raw = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    db.close()
    raw += b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"canary" not in raw
    assert b"CREATE TABLE" not in raw
    assert b"SQLite format" not in raw
