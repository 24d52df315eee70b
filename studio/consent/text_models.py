"""What the studio does with consent texts: drafts that wait, and texts put away."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlmodel import Field

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table
from studio.consent.models import SECRET


class ConsentText(Table, table=True):
    """A text the studio has touched. `draft` (language → content) counts for nobody until it is published."""

    __tablename__ = "consent_text"

    key: str = Field(unique=True)
    title: str
    based_on: str = ""
    draft: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn, sa_column_kwargs=SECRET)
    draft_edition: int = 0
    draft_by: str = ""
    draft_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
