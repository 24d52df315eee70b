"""Straight to the driver: for the few reads that are asked at every keystroke."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection

from storage.errors import fault_in


def rows(connection: Connection, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
    """All rows, seen at the same moment as everything else on this connection, at a third of the usual cost."""
    if not connection.in_transaction():
        connection.begin()
    raw: Any = connection.connection.driver_connection
    try:
        found: list[tuple[Any, ...]] = raw.execute(sql, values).fetchall()
    except driver.Error as error:
        raise fault_in(error) or error from error
    return found
