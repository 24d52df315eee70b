"""People in full: what rights, clients, alerts and incidents keep."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage import columns

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "lan_certificate",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("certificate", sa.String(), nullable=False),
        sa.Column("sealed_key", sa.String(), nullable=False),
        sa.Column("expires_at", columns.UtcDateTime(), nullable=False),
        sa.Column("retired_at", columns.UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("fingerprint"),
    )
