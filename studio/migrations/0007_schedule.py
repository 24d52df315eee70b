"""The schedule: artists, stations, pieces, bookings that never overlap, those who wait."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from storage import columns, guard
from storage.exclusion import Span, no_overlap

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "booking_policy",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("notice_hours", sa.Integer(), nullable=False),
        sa.Column("free_moves", sa.Integer(), nullable=False),
        sa.Column("late_minutes", sa.Integer(), nullable=False),
        sa.Column("at", columns.UtcDateTime(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    op.create_table(
        "closure",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("closure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_closure_until_on"), ["until_on"], unique=False)

    op.create_table(
        "station",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("equipment", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("archived_at", columns.UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("number"),
    )
    op.create_table(
        "artist",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("name_key", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("colour", sa.Integer(), nullable=False),
        sa.Column("styles", columns.JsonColumn(), nullable=False),
        sa.Column("languages", columns.JsonColumn(), nullable=False),
        sa.Column("contract", sa.String(), nullable=False),
        sa.Column("share", sa.Integer(), nullable=True),
        sa.Column("rent", columns.MoneyColumn(), nullable=True),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("rent_per", sa.String(), nullable=False),
        sa.Column("guest_from", sa.Date(), nullable=True),
        sa.Column("guest_until", sa.Date(), nullable=True),
        sa.Column("hours", columns.JsonColumn(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("signature", sa.String(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("archived_at", columns.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
        sa.UniqueConstraint("number"),
        sa.UniqueConstraint("user_id"),
    )
    with op.batch_alter_table("artist", schema=None) as batch_op:
        batch_op.create_index("artist_in_order", ["archived_at", "position"], unique=False)

    op.create_table(
        "artist_absence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("artist_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("hours", columns.JsonColumn(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["artist_id"],
            ["artist.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("artist_absence", schema=None) as batch_op:
        batch_op.create_index("artist_absence_by_day", ["artist_id", "until_on"], unique=False)

    op.create_table(
        "artist_certificate",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("artist_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("expires_on", sa.Date(), nullable=True),
        sa.Column("blocks_booking", sa.Boolean(), nullable=False),
        sa.Column("file", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("ended_at", columns.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["artist_id"],
            ["artist.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("artist_certificate", schema=None) as batch_op:
        batch_op.create_index("artist_certificate_by_end", ["ended_at", "expires_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_artist_certificate_artist_id"), ["artist_id"], unique=False)

    op.create_table(
        "booking",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=True),
        sa.Column("artist_id", sa.Uuid(), nullable=True),
        sa.Column("station_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("starts_at", columns.UtcDateTime(), nullable=False),
        sa.Column("ends_at", columns.UtcDateTime(), nullable=False),
        sa.Column("starts_local", sa.String(), nullable=False),
        sa.Column("ends_local", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("buffer_before", sa.Integer(), nullable=False),
        sa.Column("buffer_after", sa.Integer(), nullable=False),
        sa.Column("held_from", columns.UtcDateTime(), nullable=False),
        sa.Column("held_until", columns.UtcDateTime(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("price", columns.MoneyColumn(), nullable=True),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("deposit_due", columns.MoneyColumn(), nullable=True),
        sa.Column("deposit_state", sa.String(), nullable=False),
        sa.Column("policy_no", sa.Integer(), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("series_id", sa.Uuid(), nullable=True),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("confirmed_at", columns.UtcDateTime(), nullable=True),
        sa.Column("checked_in_at", columns.UtcDateTime(), nullable=True),
        sa.Column("started_at", columns.UtcDateTime(), nullable=True),
        sa.Column("finished_at", columns.UtcDateTime(), nullable=True),
        sa.Column("ended_by", sa.String(), nullable=False),
        sa.Column("ended_at", columns.UtcDateTime(), nullable=True),
        sa.Column("ended_reason", sa.String(), nullable=False),
        sa.Column("notice_minutes", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("may_overlap", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["artist_id"],
            ["artist.id"],
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
        ),
        sa.ForeignKeyConstraint(
            ["station_id"],
            ["station.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    with op.batch_alter_table("booking", schema=None) as batch_op:
        batch_op.create_index("booking_by_start", ["starts_at"], unique=False)
        batch_op.create_index("booking_of_artist", ["artist_id", "held_from"], unique=False)
        batch_op.create_index(
            "booking_of_client",
            ["client_id"],
            unique=False,
            sqlite_where=sa.text("client_id IS NOT NULL"),
            postgresql_where=sa.text("client_id IS NOT NULL"),
        )
        batch_op.create_index(
            "booking_of_series",
            ["series_id"],
            unique=False,
            sqlite_where=sa.text("series_id IS NOT NULL"),
            postgresql_where=sa.text("series_id IS NOT NULL"),
        )
        batch_op.create_index(
            "booking_of_station",
            ["station_id", "held_from"],
            unique=False,
            sqlite_where=sa.text("station_id IS NOT NULL"),
            postgresql_where=sa.text("station_id IS NOT NULL"),
        )
        batch_op.create_index(
            "booking_of_subject",
            ["subject_id"],
            unique=False,
            sqlite_where=sa.text("subject_id IS NOT NULL"),
            postgresql_where=sa.text("subject_id IS NOT NULL"),
        )

    op.create_table(
        "calendar_feed",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("artist_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("with_names", sa.Boolean(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("ended_at", columns.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["artist_id"],
            ["artist.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("token_hash"),
    )
    with op.batch_alter_table("calendar_feed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_calendar_feed_artist_id"), ["artist_id"], unique=False)

    op.create_table(
        "deposit_rule",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("booking_kind", sa.String(), nullable=False),
        sa.Column("artist_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=True),
        sa.Column("amount", columns.MoneyColumn(), nullable=True),
        sa.Column("currency", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["artist_id"],
            ["artist.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("booking_kind", "artist_id"),
    )
    with op.batch_alter_table("deposit_rule", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deposit_rule_artist_id"), ["artist_id"], unique=False)

    op.create_table(
        "piece",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("lead_artist_id", sa.Uuid(), nullable=True),
        sa.Column("service_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_key", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("places", columns.JsonColumn(), nullable=False),
        sa.Column("place_note", sa.String(), nullable=False),
        sa.Column("wide_mm", sa.Integer(), nullable=True),
        sa.Column("tall_mm", sa.Integer(), nullable=True),
        sa.Column("size_note", sa.String(), nullable=False),
        sa.Column("style", sa.String(), nullable=False),
        sa.Column("ink", sa.String(), nullable=False),
        sa.Column("cover_up", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("chosen", sa.String(), nullable=False),
        sa.Column("held_back", sa.String(), nullable=False),
        sa.Column("state_at", columns.UtcDateTime(), nullable=False),
        sa.Column("quote_kind", sa.String(), nullable=False),
        sa.Column("quote_least", columns.MoneyColumn(), nullable=True),
        sa.Column("quote_most", columns.MoneyColumn(), nullable=True),
        sa.Column("hour_price", columns.MoneyColumn(), nullable=True),
        sa.Column("minutes_least", sa.Integer(), nullable=True),
        sa.Column("minutes_most", sa.Integer(), nullable=True),
        sa.Column("quote_until", sa.Date(), nullable=True),
        sa.Column("quoted_at", columns.UtcDateTime(), nullable=True),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("deposit_due", columns.MoneyColumn(), nullable=True),
        sa.Column("deposit_state", sa.String(), nullable=False),
        sa.Column("planned_sessions", sa.Integer(), nullable=False),
        sa.Column("planned_minutes", sa.Integer(), nullable=True),
        sa.Column("healing_days", sa.Integer(), nullable=True),
        sa.Column("touch_ups", sa.Integer(), nullable=True),
        sa.Column("touch_up_until", sa.Date(), nullable=True),
        sa.Column("archived_at", columns.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
        ),
        sa.ForeignKeyConstraint(
            ["lead_artist_id"],
            ["artist.id"],
        ),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("number"),
    )
    with op.batch_alter_table("piece", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_piece_client_id"), ["client_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_piece_lead_artist_id"), ["lead_artist_id"], unique=False)
        batch_op.create_index("piece_by_state", ["archived_at", "state", "state_at"], unique=False)

    op.create_table(
        "portfolio_work",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("artist_id", sa.Uuid(), nullable=False),
        sa.Column("photo_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("tags", columns.JsonColumn(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=True),
        sa.Column("small_id", sa.String(), nullable=True),
        sa.Column("wide", sa.Integer(), nullable=False),
        sa.Column("tall", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("added_by_name", sa.String(), nullable=False),
        sa.Column("removed_at", columns.UtcDateTime(), nullable=True),
        sa.Column("removed_by_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["artist_id"],
            ["artist.id"],
        ),
        sa.ForeignKeyConstraint(["photo_id"], ["photo.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("artist_id", "photo_id"),
    )
    with op.batch_alter_table("portfolio_work", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_portfolio_work_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_portfolio_work_photo_id"), ["photo_id"], unique=False)
        batch_op.create_index("portfolio_by_removal", ["removed_at"], unique=False)
        batch_op.create_index("portfolio_in_order", ["artist_id", "position"], unique=False)

    op.create_table(
        "booking_override",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("told", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("at", columns.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("booking_override", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_booking_override_booking_id"), ["booking_id"], unique=False)

    op.create_table(
        "booking_service",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("service_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("price", columns.MoneyColumn(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking.id"],
        ),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("booking_service", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_booking_service_booking_id"), ["booking_id"], unique=False)

    op.create_table(
        "booking_timer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("started_at", columns.UtcDateTime(), nullable=False),
        sa.Column("stopped_at", columns.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("booking_timer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_booking_timer_booking_id"), ["booking_id"], unique=False)

    op.create_table(
        "healing_check",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("booking_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("booking_id", "day"),
    )
    op.create_table(
        "piece_design",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("piece_id", sa.Uuid(), nullable=False),
        sa.Column("no", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=True),
        sa.Column("small_id", sa.String(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("lettering", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("at", columns.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["piece_id"],
            ["piece.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("piece_design", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_piece_design_file_id"), ["file_id"], unique=False)
        batch_op.create_index("piece_design_by_piece", ["piece_id", "no"], unique=True)

    op.create_table(
        "piece_step",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("piece_id", sa.Uuid(), nullable=False),
        sa.Column("from_state", sa.String(), nullable=False),
        sa.Column("to_state", sa.String(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("at", columns.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["piece_id"],
            ["piece.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("piece_step", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_piece_step_piece_id"), ["piece_id"], unique=False)

    op.create_table(
        "wait_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("artist_id", sa.Uuid(), nullable=True),
        sa.Column("service_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("style", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("days", columns.JsonColumn(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("offered_at", columns.UtcDateTime(), nullable=True),
        sa.Column("offered_until", columns.UtcDateTime(), nullable=True),
        sa.Column("offer", columns.JsonColumn(), nullable=True),
        sa.Column("booking_id", sa.Uuid(), nullable=True),
        sa.Column("ended_at", columns.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["artist_id"],
            ["artist.id"],
        ),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking.id"],
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["client.id"],
        ),
        sa.ForeignKeyConstraint(
            ["service_id"],
            ["service.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("wait_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wait_entry_artist_id"), ["artist_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wait_entry_client_id"), ["client_id"], unique=False)
        batch_op.create_index("wait_entry_by_state", ["state", "created_at"], unique=False)

    op.create_table(
        "piece_approval",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", columns.UtcDateTime(), nullable=False),
        sa.Column("updated_at", columns.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("piece_id", sa.Uuid(), nullable=False),
        sa.Column("design_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("how", sa.String(), nullable=False),
        sa.Column("lettering", sa.String(), nullable=True),
        sa.Column("signature", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("by_id", sa.Uuid(), nullable=True),
        sa.Column("by_name", sa.String(), nullable=False),
        sa.Column("at", columns.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["design_id"],
            ["piece_design.id"],
        ),
        sa.ForeignKeyConstraint(
            ["piece_id"],
            ["piece.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("piece_approval", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_piece_approval_design_id"), ["design_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_piece_approval_piece_id"), ["piece_id"], unique=False)
    held = Span("held_from", "held_until", 2, "status", ("cancelled", "no_show"), "may_overlap")
    no_overlap(op.get_bind(), "booking", "artist_id", held)
    no_overlap(op.get_bind(), "booking", "station_id", held)
    guard.append_only(op.get_bind(), "booking_override", erasable=("reason",))
    guard.append_only(op.get_bind(), "booking_policy")
    guard.append_only(op.get_bind(), "piece_design", erasable=("file_id", "small_id", "lettering", "note"))
    guard.append_only(op.get_bind(), "piece_approval", erasable=("lettering", "signature", "note"))
    guard.append_only(op.get_bind(), "piece_step", erasable=("reason",))
