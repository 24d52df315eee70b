"""Two small tables of the tests' own, apart from those of the studio."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import MetaData, UniqueConstraint
from sqlmodel import Field

from storage.columns import JsonColumn, MoneyColumn
from storage.engine import Database
from storage.search import create_index
from storage.table import Table


class Own(Table):
    metadata = MetaData()


class Sale(Own, table=True):
    __table_args__ = (UniqueConstraint("number"),)
    number: int
    buyer: str = "Zoë"
    price: int = Field(default=0, sa_type=MoneyColumn)
    basket: Any = Field(default=None, sa_type=JsonColumn, nullable=True)


class Line(Own, table=True):
    sale_id: UUID = Field(foreign_key="sale.id", ondelete="CASCADE")
    what: str = "needle"


def create_tables(db: Database) -> None:
    with db.writing() as session:
        Own.metadata.create_all(session.connection())
        create_index(session.connection())
