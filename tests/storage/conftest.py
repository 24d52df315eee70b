"""A fresh encrypted database for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.engine import Database
from tests.storage.tables import create_tables

KEY = bytes(range(32))


@pytest.fixture
def key() -> bytes:
    return KEY


@pytest.fixture
def db(tmp_path: Path, key: bytes) -> Iterator[Database]:
    db = Database(tmp_path / "linework.db", key)
    create_tables(db)
    yield db
    db.close()
