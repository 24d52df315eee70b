"""What an import told of clients who were on file: kept in sealed rows, told again in their history."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection, Mapping
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.clients.models import Client, ImportFill
from studio.kernel.changes import SECRET, plain
from studio.kernel.journal import canonical

FILLS = columns_of(ImportFill)
FILL = FILLS.c
_SECRETS = {column.name for column in columns_of(Client).columns if column.info.get("secret")}


def told_row(import_id: UUID, line: int, client: Mapping[str, Any], told: Mapping[str, Any]) -> dict[str, Any]:
    """A row that holds what somebody lacked until now, and its digest, which tells nothing without the salt."""
    salt = secrets.token_hex(16)
    before = {name: plain(client[name]) for name in told}
    after = {name: SECRET if name in _SECRETS else plain(value) for name, value in told.items()}
    values = canonical({"before": before, "after": after})
    return {
        "import_id": import_id, "line": line, "client_id": client["id"], "salt": salt, "told": values,
        "digest": digest(salt, values),
    }  # fmt: skip


def digest(salt: str, told: str) -> str:
    """SHA-256 over the salt and the values."""
    return sha256(bytes.fromhex(salt) + told.encode()).hexdigest()


def fills_of(connection: Connection, import_id: UUID, clients: Collection[UUID]) -> list[dict[str, Any]]:
    """What this import told of these clients, as changes of their files."""
    mine = select(FILL.client_id, FILL.told).where(FILL.import_id == import_id, FILL.client_id.in_(clients))
    told = connection.execute(mine.where(FILL.told.is_not(None)).order_by(FILL.line))
    return [{"table": "client", "id": str(client_id), **json.loads(values)} for client_id, values in told]
