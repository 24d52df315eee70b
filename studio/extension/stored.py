"""Bytes in the encrypted store, seen from the rows that name them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from studio.extension.registry import registry
from studio.kernel.work import Work


def let_go(work: Work, files: Iterable[str | None]) -> None:
    """Remove the bytes of files no row of any room names any more. Take the ids out of the rows first.

    The bytes go before the commit: whatever happens next, nobody can look at them, and doing it twice is no fault.
    """
    work.session.flush()
    columns = [column for holding in registry().holdings() for column in holding.file_columns]
    for file in {one for one in files if one}:
        named = (work.connection.execute(select(column).where(column == file).limit(1)).first() for column in columns)
        if not any(named):
            work.house.files.remove(file)
