"""Many writers at once wait their turn: no number is given twice, none is skipped, nobody is told of locks."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select
from sqlmodel import col

from storage import engine
from storage.engine import Database
from storage.errors import Busy
from tests.storage.tables import Sale


def _sell(db: Database, many: int) -> None:
    for _ in range(many):
        with db.writing() as session:
            last = session.connection().execute(select(func.max(Sale.number))).scalar()
            session.add(Sale(number=(last or 0) + 1))


def test_eight_threads_number_sixty_sales_each_without_a_gap(db: Database) -> None:
    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(_sell, db, 60) for _ in range(8)]:
            done.result()
    with db.reading() as connection:
        numbers = list(connection.execute(select(col(Sale.number)).order_by(col(Sale.number))).scalars())
    assert numbers == list(range(1, 481))


def test_two_engines_on_one_file_number_without_a_gap(db: Database, key: bytes) -> None:
    """As when `run.py user add` works beside the serving process."""
    other = Database(db.path, key)
    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(_sell, each, 40) for each in (db, other, db, other)]:
            done.result()
    other.close()
    with db.reading() as connection:
        assert connection.execute(select(func.max(Sale.number))).scalar() == 160


def test_reading_goes_on_while_somebody_writes_and_somebody_moves_the_log(db: Database) -> None:
    stop = threading.Event()

    def read() -> int:
        times = 0
        while not stop.is_set():
            with db.reading() as connection:
                first = connection.execute(select(func.count()).select_from(Sale)).scalar()
                assert connection.execute(select(func.count()).select_from(Sale)).scalar() == first
            times += 1
        return times

    def move_the_log() -> None:
        while not stop.is_set():
            db.checkpoint()

    with ThreadPoolExecutor(4) as pool:
        readers, mover = [pool.submit(read), pool.submit(read)], pool.submit(move_the_log)
        try:
            _sell(db, 60)
        finally:
            stop.set()
        mover.result()
        assert all(reader.result() > 10 for reader in readers)


def test_who_waits_too_long_is_told_so_kindly(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WRITER_WAIT", 0.05)
    with db.writing(), ThreadPoolExecutor(1) as pool, pytest.raises(Busy, match="busy"):
        pool.submit(_sell, db, 1).result()


def test_another_process_holding_the_pen_is_busy_too(db: Database, key: bytes) -> None:
    other = Database(db.path, key)
    with db.reading() as connection:  # a short patience, on the connection the write will take
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with other.writing(), pytest.raises(Busy) as told:
        _sell(db, 1)
    assert "locked" not in told.value.sentence
    other.close()
