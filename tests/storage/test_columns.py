"""Columns refuse naive times and broken money, and give back what they were given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy.exc import StatementError
from sqlmodel import select

from storage.engine import Database
from tests.storage.tables import Sale


def stored(db: Database, **values: Any) -> Sale:
    with db.writing() as session:
        session.add(Sale(number=1, **values))
    with db.writing() as session:
        return session.exec(select(Sale)).one()


def test_a_moment_comes_back_aware_in_utc(db: Database) -> None:
    evening = datetime(2026, 3, 1, 22, 30, 0, 123456, tzinfo=timezone(timedelta(hours=-3)))
    sale = stored(db, created_at=evening)
    assert sale.created_at == evening
    assert sale.created_at.tzinfo is UTC


def test_a_moment_without_zone_is_refused(db: Database) -> None:
    with pytest.raises(StatementError, match="time zone"):
        stored(db, created_at=datetime(2026, 3, 1))  # noqa: DTZ001


@pytest.mark.parametrize("minor", [0, 1, -250, 10**15])
def test_money_is_kept_to_the_cent(db: Database, minor: int) -> None:
    assert stored(db, price=minor).price == minor


@pytest.mark.parametrize("amount", [1.5, 2.0, Decimal("2.50"), True, "250"])
def test_money_is_never_anything_but_a_whole_number(db: Database, amount: object) -> None:
    with pytest.raises(StatementError, match="whole minor units"):
        stored(db, price=amount)


@pytest.mark.parametrize("value", [None, [], {"name": "Zoë", "sizes": [1, 2.5], "ok": True}, "日本", 7])
def test_json_comes_back_as_it_went_in(db: Database, value: object) -> None:
    assert stored(db, basket=value).basket == value


def test_a_number_that_is_no_json_is_refused(db: Database) -> None:
    with pytest.raises(StatementError):
        stored(db, basket=float("nan"))


def test_ids_sort_by_birth() -> None:
    ids = [Sale(number=number).id for number in range(200)]
    assert ids == sorted(ids)
    assert {each.version for each in ids} == {7}
