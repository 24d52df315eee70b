"""A client on file, their tags, and the counter that numbers them without a gap."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table

EMPTY = {"server_default": ""}


class Client(Table, table=True):
    """Someone the studio works on; a name is enough, everything else may stay empty."""

    __tablename__ = "client"
    __table_args__ = (
        Index("client_by_name", "archived_at", "name_key"),
        Index("client_by_change", "archived_at", "updated_at"),
    )

    number: int = Field(unique=True)
    code: str = Field(unique=True)
    name: str
    name_key: str
    preferred_name: str = ""
    pronouns: str = ""
    gender: str = Field(default="", sa_column_kwargs=EMPTY)
    phone: str = ""
    phone_digits: str = Field(default="", index=True)
    email: str = Field(default="", index=True)
    address: str = ""
    birth_date: date | None = Field(default=None, index=True)
    guardian_name: str = ""
    guardian_relation: str = ""
    guardian_phone: str = ""
    guardian_birth_date: date | None = None
    emergency_name: str = ""
    emergency_phone: str = ""
    emergency_relation: str = ""
    id_kind: str = Field(default="", sa_column_kwargs=EMPTY)
    id_issuer: str = Field(default="", sa_column_kwargs=EMPTY)
    id_number: str = Field(default="", sa_column_kwargs={**EMPTY, "info": {"secret": True}})
    id_expires: date | None = None
    brought_by: str = Field(default="", sa_column_kwargs=EMPTY)
    brought_by_id: UUID | None = None
    artist_id: UUID | None = None
    """The artist who looks after them: a person of the studio."""
    filed_by: UUID | None = None
    """Who put them on file, where it was a person of the studio."""
    notes: str = ""
    tags: list[str] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    language: str = ""
    photo: str | None = None
    photo_small: str | None = None
    health_light: str = "unknown"
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    merged_into: UUID | None = Field(default=None, index=True)
    """Whose file this one was merged into; what is attached to it is read together with that one's."""


class ClientTag(SQLModel, table=True):
    """The index behind tag filters: one row for each entry of a client's `tags`, kept in step with it."""

    __tablename__ = "client_tag"

    tag: str = Field(primary_key=True)
    client_id: UUID = Field(primary_key=True, foreign_key="client.id", index=True)


class Counter(SQLModel, table=True):
    """The last number handed out under a name; raised in the transaction that uses it, so no number is lost."""

    __tablename__ = "client_counter"

    name: str = Field(primary_key=True)
    value: int = 0
