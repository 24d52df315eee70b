"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage import columns, guard, search

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "api_replay",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("key_hash", sa.String(), nullable=False),
        sa.Column("request_hash", sa.String(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key_hash"),
    )
    op.create_table(
        "client",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("preferred_name", sa.String(), nullable=False),
        sa.Column("pronouns", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("phone_digits", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("guardian_name", sa.String(), nullable=False),
        sa.Column("guardian_relation", sa.String(), nullable=False),
        sa.Column("guardian_phone", sa.String(), nullable=False),
        sa.Column("guardian_birth_date", sa.Date(), nullable=True),
        sa.Column("emergency_name", sa.String(), nullable=False),
        sa.Column("emergency_phone", sa.String(), nullable=False),
        sa.Column("emergency_relation", sa.String(), nullable=False),
        sa.Column("notes", sa.String(), nullable=False),
        sa.Column("tags", columns.JsonColumn(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("photo", sa.String(), nullable=True),
        sa.Column("photo_small", sa.String(), nullable=True),
        sa.Column("health_light", sa.String(), nullable=False),
        sa.Column("archived_at", columns.UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("number"),
    )
    with op.batch_alter_table("client", schema=None) as batch_op:
        batch_op.create_index("client_by_change", ["archived_at", "updated_at"], unique=False)
        batch_op.create_index("client_by_name", ["archived_at", "name_key"], unique=False)
        batch_op.create_index(batch_op.f("ix_client_birth_date"), ["birth_date"], unique=False)
        batch_op.create_index(batch_op.f("ix_client_email"), ["email"], unique=False)
        batch_op.create_index(batch_op.f("ix_client_phone_digits"), ["phone_digits"], unique=False)

    op.create_table(
        "client_counter",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "guest_token",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("expires_at", columns.UtcDateTime(), nullable=False),
        sa.Column("opened_at", columns.UtcDateTime(), nullable=True),
        sa.Column("used_at", columns.UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    op.create_table(
        "journal_entry",
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("at", columns.UtcDateTime(), nullable=False),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor_id", sa.String(), nullable=False),
        sa.Column("device_id", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("values_digest", sa.String(), nullable=False),
        sa.Column("prev_mac", sa.String(), nullable=False),
        sa.Column("mac", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("no"),
    )
    with op.batch_alter_table("journal_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_journal_entry_subject"), ["subject"], unique=False)

    op.create_table(
        "setting",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", columns.JsonColumn(), nullable=True),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "timer_run",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", columns.UtcDateTime(), nullable=False),
        sa.Column("result", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("name"),
    )
    op.create_table(
        "user",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("theme", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email"),
    )
    op.create_table(
        "client_tag",
        sa.Column("tag", sa.String(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
        ),
        sa.PrimaryKeyConstraint("tag", "client_id"),
    )
    with op.batch_alter_table("client_tag", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_client_tag_client_id"), ["client_id"], unique=False)

    op.create_table(
        "consent_tick",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("at", columns.UtcDateTime(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("wording", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("consent_tick", schema=None) as batch_op:
        batch_op.create_index("consent_tick_by_client", ["client_id", "kind", "at"], unique=False)

    op.create_table(
        "health_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("answer", sa.Boolean(), nullable=False),
        sa.Column("choices", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=False),
        sa.Column("answered_at", columns.UtcDateTime(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("client_id", "question"),
    )
    op.create_table(
        "journal_values",
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("salt", sa.String(), nullable=True),
        sa.Column("facts", sa.String(), nullable=True),
        sa.Column("changes", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("agent", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["no"],
            ["journal_entry.no"],
        ),
        sa.PrimaryKeyConstraint("no"),
    )
    op.create_table(
        "registration",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("form_id", sa.String(), nullable=False),
        sa.Column("token_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("health_light", sa.String(), nullable=False),
        sa.Column("minor", sa.Boolean(), nullable=False),
        sa.Column("payload", columns.JsonColumn(), nullable=False),
        sa.Column("submitted_at", columns.UtcDateTime(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("decided_at", columns.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("form_id"),
    )
    with op.batch_alter_table("registration", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_registration_client_id"), ["client_id"], unique=False)
        batch_op.create_index("registration_by_state", ["state", "submitted_at"], unique=False)

    op.create_table(
        "sign_in",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("expires_at", columns.UtcDateTime(), nullable=False),
        sa.Column("seen_at", columns.UtcDateTime(), nullable=False),
        sa.Column("ended_at", columns.UtcDateTime(), nullable=True),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("agent", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_user_id"), ["user_id"], unique=False)
    search.create_index(op.get_bind())
    guard.append_only(op.get_bind(), "journal_entry")
    guard.append_only(op.get_bind(), "journal_values", erasable=("salt", "facts", "changes", "address", "agent"))
