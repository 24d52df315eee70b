"""What was asked about people's data and what was done, newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from storage.table import columns_of
from studio.clients.models import Client
from studio.kernel.work import Read, query
from studio.privacy.models import PrivacyRequest

REQUEST, CLIENT = columns_of(PrivacyRequest), columns_of(Client)
LARGEST = 200


@dataclass(frozen=True, slots=True)
class RequestLine:
    """One request. `kind` is file, erasure or retention; `finished_at` says since when nothing is left to be done."""

    id: UUID
    kind: str
    client_id: UUID | None
    code: str
    name: str
    by_name: str
    at: datetime
    reason: str
    result: Mapping[str, Any]
    finished_at: datetime | None


@query("privacy.request.see")
def requests(
    read: Read, *, client_id: UUID | None = None, page: int = 1, size: int = 50
) -> tuple[list[RequestLine], int]:
    """A page of everything, or of what was asked about one client; and how many there are."""
    page, size = max(1, page), max(1, min(size, LARGEST))
    which = [REQUEST.c.client_id == client_id] if client_id else []
    total = read.connection.execute(select(func.count()).select_from(REQUEST).where(*which)).scalar_one()
    columns = (
        REQUEST.c.id, REQUEST.c.kind, REQUEST.c.client_id, func.coalesce(CLIENT.c.code, ""),
        func.coalesce(CLIENT.c.name, ""), REQUEST.c.by_name, REQUEST.c.at, REQUEST.c.reason,
        REQUEST.c.result, REQUEST.c.finished_at,
    )  # fmt: skip
    found: Select[Any] = (
        select(*columns).outerjoin_from(REQUEST, CLIENT, CLIENT.c.id == REQUEST.c.client_id).where(*which)
    )
    newest = found.where(*which).order_by(REQUEST.c.at.desc()).limit(size).offset((page - 1) * size)
    return [RequestLine(*row) for row in read.connection.execute(newest)], total
