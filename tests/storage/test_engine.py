"""Every connection is durable, reads see one moment and write nothing, a write is whole or not at all."""

from __future__ import annotations

import itertools
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage.connecting import DURABLE
from storage.engine import Database
from storage.errors import AffectedSqlite, DiskFull, StorageFault
from storage.opening import refuse_affected_sqlite
from tests.storage.tables import Line, Sale
from tests.storage.walog import commits_in_log


def count(db: Database) -> int:
    with db.reading() as connection:
        return connection.execute(select(func.count()).select_from(Sale)).scalar_one()


def test_every_pooled_connection_is_durable(db: Database) -> None:
    with ExitStack() as stack:
        connections = [stack.enter_context(db.reading()) for _ in range(12)]
        assert len({id(connection.connection.dbapi_connection) for connection in connections}) == 12
        for connection in connections:
            for pragma, (_, effective) in DURABLE.items():
                assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == effective, pragma


def test_a_pragma_that_does_not_hold_is_refused(tmp_path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DURABLE, "synchronous", ("NORMAL", 2))
    with pytest.raises(StorageFault, match="synchronous is 1"):
        Database(tmp_path / "other.db", key)


def test_a_write_is_whole_or_not_at_all(db: Database) -> None:
    with pytest.raises(RuntimeError, match="changed my mind"):
        _sell_and_fail(db)
    assert count(db) == 0
    with db.writing() as session:
        session.add(Sale(number=1))
    assert count(db) == 1


def _sell_and_fail(db: Database) -> None:
    with db.writing() as session:
        session.add(Sale(number=1))
        session.flush()
        raise RuntimeError("changed my mind")


def test_what_was_written_can_be_used_after_the_commit(db: Database) -> None:
    with db.writing() as session:
        sale = Sale(number=1, buyer="Ana")
        session.add(sale)
    assert (sale.buyer, sale.version) == ("Ana", 1)


def test_a_read_sees_one_moment(db: Database) -> None:
    with db.reading() as connection:
        before = connection.execute(select(func.count()).select_from(Sale)).scalar_one()
        with db.writing() as session:
            session.add(Sale(number=1))
        assert connection.execute(select(func.count()).select_from(Sale)).scalar_one() == before == 0
    assert count(db) == 1


def test_a_read_cannot_write(db: Database) -> None:
    with db.reading() as connection, pytest.raises(StorageFault):
        connection.execute(Sale.__table__.delete())  # type: ignore[attr-defined]
    with db.writing() as session:  # the same pooled connection may write again
        session.add(Sale(number=1))
    assert count(db) == 1


def test_references_hold(db: Database) -> None:
    from sqlalchemy.exc import IntegrityError
    from uuid_utils.compat import uuid7

    with pytest.raises(IntegrityError), db.writing() as session:
        session.add(Line(sale_id=uuid7()))


def test_writing_inside_writing_is_a_mistake_of_ours(db: Database) -> None:
    with db.writing(), pytest.raises(RuntimeError, match="join"), db.writing():
        pass


def test_one_write_is_one_commit_however_many_rows(db: Database) -> None:
    db.checkpoint()
    for number in range(3):
        with db.writing() as session:
            sale = Sale(number=number)
            session.add(sale)
            session.flush()
            session.add_all([Line(sale_id=sale.id) for _ in range(20)])
        assert commits_in_log(db.path) == number + 1
    with db.reading() as connection:
        connection.execute(select(Sale)).all()
    assert commits_in_log(db.path) == 3


def test_only_a_checkpoint_moves_the_log_into_the_file(db: Database) -> None:
    before = db.path.stat().st_size
    with db.writing() as session:
        session.add_all([Sale(number=number, buyer="x" * 500) for number in range(9000)])
    assert db.path.stat().st_size == before
    db.checkpoint()
    assert db.path.stat().st_size > before + 4_000_000
    assert db.path.with_name("linework.db-wal").stat().st_size == 0


def test_a_log_that_is_kept_is_written_again_from_its_start(db: Database) -> None:
    log, numbers = db.path.with_name("linework.db-wal"), itertools.count()

    def sell(how_many: int) -> None:
        with db.writing() as session:
            session.add_all([Sale(number=next(numbers), buyer="x" * 500) for _ in range(how_many)])

    sell(500)
    size = log.stat().st_size
    for _ in range(3):
        db.checkpoint(keep_log=True)
        sell(200)
        assert log.stat().st_size == size
    with db.reading() as connection:
        assert len(connection.execute(select(Sale)).all()) == 1100
    sell(20_000)
    db.checkpoint(keep_log=True)
    assert log.stat().st_size == 0


def test_a_full_disk_is_said_kindly_and_leaves_nothing_half_done(db: Database) -> None:
    with db.writing() as session:
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(DiskFull, match="Free some space"), db.writing() as session:
        session.add_all([Sale(number=number, buyer="x" * 900) for number in range(90)])
    assert count(db) == 0
    with db.writing() as session:
        session.connection().exec_driver_sql("PRAGMA max_page_count = 100000")
        session.add_all([Sale(number=number, buyer="x" * 900) for number in range(90)])
    assert count(db) == 90


@pytest.mark.parametrize("version", [(3, 7, 0), (3, 40, 1), (3, 51, 2)])
def test_a_sqlite_that_damages_logs_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(AffectedSqlite):
        refuse_affected_sqlite(version)


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 4)])
def test_a_mended_sqlite_is_fine(version: tuple[int, ...]) -> None:
    refuse_affected_sqlite(version)
