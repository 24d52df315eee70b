"""Papers and privacy: services, places, texts, guardians, documents, what is kept and for how long."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage import columns, guard

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "jurisdiction_in_force",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("since", columns.UtcDateTime(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("content", columns.JsonColumn(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    with op.batch_alter_table("jurisdiction_in_force", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_jurisdiction_in_force_since"), ["since"], unique=False)

    op.create_table(
        "jurisdiction_profile",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("based_on", sa.String(), nullable=False),
        sa.Column("content", columns.JsonColumn(), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    op.create_table(
        "client_import_fill",
        sa.Column("import_id", sa.Uuid(), nullable=False),
        sa.Column("line", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("salt", sa.String(), nullable=True),
        sa.Column("told", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["client_import.id"],
        ),
        sa.PrimaryKeyConstraint("import_id", "line"),
    )
    with op.batch_alter_table("client_import_fill", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_client_import_fill_client_id"), ["client_id"], unique=False)

    with op.batch_alter_table("client_import_row", schema=None) as batch_op:
        batch_op.add_column(sa.Column("gender", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("guardian_relation", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("guardian_birth_date", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("emergency_relation", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("id_kind", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("id_issuer", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("id_number", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("id_expires", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("brought_by", sa.String(), server_default="", nullable=False))
    guard.append_only(op.get_bind(), "client_import_fill", erasable=("salt", "told"))
    guard.append_only(op.get_bind(), "jurisdiction_in_force")
