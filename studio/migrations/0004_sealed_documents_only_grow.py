"""Sealed documents only grow."""

from __future__ import annotations

from alembic import op

from storage import guard

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    guard.append_only(op.get_bind(), "sealed_document")
