"""Two files of one person: how they became one, and what was found to be two people after all."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table


class ClientMerge(Table, table=True):
    """One merge. `inverse` holds what undoing needs: health answers and document numbers, which no journal shows."""

    __tablename__ = "client_merge"

    kept_id: UUID = Field(foreign_key="client.id", index=True)
    other_id: UUID = Field(foreign_key="client.id", index=True)
    inverse: dict[str, Any] | None = Field(
        default=None, sa_type=JsonColumn, sa_column_kwargs={"info": {"secret": True}}
    )
    by_name: str = ""
    at: datetime = Field(sa_type=UtcDateTime)
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ClientsApart(SQLModel, table=True):
    """Two clients who look alike and are not the same person; the smaller id comes first."""

    __tablename__ = "clients_apart"

    one_id: UUID = Field(primary_key=True, foreign_key="client.id")
    other_id: UUID = Field(primary_key=True, foreign_key="client.id", index=True)
