"""Consents a file tells of: kept with the words that stood at the head of their column, for nobody read ours."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, RowMapping, insert, select
from uuid_utils.compat import uuid7

from storage.table import columns_of
from studio.clients.importing.filed import ROW
from studio.clients.importing.heads import CONSENTS
from studio.clients.models import ConsentTick
from studio.kernel.work import Work

TICKS = columns_of(ConsentTick)
PORTION = 2_000


def keep_consents(work: Work, file: RowMapping, mine: ColumnElement[bool]) -> None:
    """One tick for each answer of each new client."""
    heads = dict(zip(file["mapping"], file["seen"]["heads"], strict=True))
    if not set(CONSENTS) & set(heads):
        return
    asked = select(ROW.client_id, ROW.consents, ROW.language).where(mine)
    found = work.connection.execute(asked.execution_options(yield_per=PORTION))
    for portion in found.partitions():
        rows = [_tick(work, row, kind, given, heads[kind]) for row in portion for kind, given in row.consents.items()]
        if rows:
            work.connection.execute(insert(TICKS), rows)


def _tick(work: Work, row: Any, kind: str, given: bool, wording: str) -> dict[str, Any]:
    return {
        "id": uuid7(), "created_at": work.now, "updated_at": work.now, "version": 1, "client_id": row.client_id,
        "kind": kind, "given": given, "at": work.now, "language": row.language, "wording": wording, "source": "import",
    }  # fmt: skip
