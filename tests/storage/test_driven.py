"""What goes straight to the driver has the types, the defaults and the errors of every other statement."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Uuid, bindparam, column, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from storage.driven import Prepared, rows
from storage.engine import Database
from storage.errors import StorageFault
from storage.table import columns_of
from tests.storage.tables import Sale

TABLE = columns_of(Sale)
ONE = TABLE.c.id == bindparam("one", type_=Uuid())
ADD, BY_ID = Prepared(insert(TABLE)), Prepared(select(TABLE).where(ONE, TABLE.c.version > 0).limit(1))
EVENING = datetime(2026, 3, 1, 22, 30, 0, 123456, tzinfo=timezone(timedelta(hours=-3)))


def kept(db: Database, number: int = 1) -> Sale:
    sale = Sale(number=number, price=250, basket={"sizes": [1, 2.5]}, created_at=EVENING)
    with db.writing() as session:
        assert ADD.rows(session.connection(), sale.model_dump()) == []
    return sale


def test_values_go_in_and_come_out_as_they_do_everywhere(db: Database) -> None:
    sale = kept(db)
    with db.reading() as connection:
        mine, usual = BY_ID.first(connection, {"one": sale.id}), connection.execute(select(TABLE)).one()
        assert mine == tuple(usual)
        assert mine._asdict() == usual._asdict()
        assert (mine.created_at, mine.created_at.tzinfo, mine.id) == (EVENING, UTC, sale.id)
        assert BY_ID.first(connection, {"one": Sale(number=2).id}) is None


def test_only_the_named_columns_are_written(db: Database) -> None:
    sale, changing = kept(db), Prepared(update(TABLE).where(ONE), ("price", "version"))
    with db.writing() as session:
        changing.rows(session.connection(), {"one": sale.id, "price": 300, "version": 2})
    with db.reading() as connection:
        after = BY_ID.first(connection, {"one": sale.id})
    assert (after.price, after.version, after.buyer, after.basket) == (300, 2, "Zoë", {"sizes": [1, 2.5]})


def test_what_was_written_comes_back_where_it_is_asked_for(db: Database) -> None:
    kept(db)
    raising = Prepared(text("UPDATE sale SET number = number + :step RETURNING number").columns(column("number")))
    with db.writing() as session:
        assert raising.first(session.connection(), {"step": 4}).number == 5


def test_a_value_left_out_and_a_broken_one_are_refused(db: Database) -> None:
    sale = Sale(number=1)
    with db.writing() as session:
        with pytest.raises(KeyError, match="price"):
            ADD.rows(session.connection(), sale.model_dump(exclude={"price"}))
        with pytest.raises(TypeError, match="whole minor units"):
            ADD.rows(session.connection(), {**sale.model_dump(), "price": 1.5})


def two(db: Database, first: Sale, second: Sale) -> None:
    with db.writing() as session:
        for sale in (first, second):
            ADD.rows(session.connection(), sale.model_dump())


def test_what_the_table_refuses_is_said_without_the_values_and_leaves_nothing(db: Database) -> None:
    with pytest.raises(IntegrityError, match=r"UNIQUE constraint failed: sale\.number") as refused:
        two(db, Sale(number=1), Sale(number=1, buyer="Mara"))
    assert "Mara" not in str(refused.value)
    with db.reading() as connection:
        assert connection.execute(select(TABLE)).first() is None


def test_a_fault_beneath_is_named(db: Database) -> None:
    with db.reading() as connection, pytest.raises(StorageFault, match="READONLY"):
        rows(connection, "DELETE FROM sale", ())
