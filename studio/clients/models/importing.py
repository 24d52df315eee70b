"""Clients that come from a file: the file's own row, and its lines as they wait to be put on file."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table

EMPTY = {"server_default": ""}


class ClientImport(Table, table=True):
    """One file and how far it is: read, checked, running, done, undone."""

    __tablename__ = "client_import"

    user_id: UUID | None = None
    by_name: str = ""
    file_name: str
    file_id: str
    """The file itself among the attachments, encrypted: every row can be looked up again."""
    file_hash: str = Field(index=True)
    size: int
    state: str = "read"
    reading: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn, nullable=False)
    """How it is read: kind, encoding, delimiter, sheet, whether the first line names the columns."""
    seen: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn, nullable=False)
    """Its columns with a few values of each, and about how many lines it has."""
    mapping: list[str] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    """What each column is; empty for those that are left out."""
    order: str = "ymd"
    counts: dict[str, int] = Field(default_factory=dict, sa_type=JsonColumn, nullable=False)
    choice: str = "skip"
    """What becomes of those who look like somebody on file: skip, fill, new."""
    done: int = 0
    reached: int = 0
    """The last line that was made ready."""
    first_number: int | None = None
    last_number: int | None = None
    trouble: str = ""
    finished_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    undone_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class ImportRow(SQLModel, table=True):
    """One line: what would be stored, or what is wrong with it. Gone once its client is on file."""

    __tablename__ = "client_import_row"
    __table_args__ = (
        Index("client_import_row_by_state", "import_id", "state", "line"),
        Index("client_import_row_by_name", "import_id", "name_key", "line"),
    )

    import_id: UUID = Field(primary_key=True, foreign_key="client_import.id")
    line: int = Field(primary_key=True)
    state: str
    """new, same (as somebody on file), twice (in the file), wrong."""
    choice: str = ""
    match_id: UUID | None = None
    match_line: int | None = None
    problems: list[Any] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    cells: list[str] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    client_id: UUID
    number: int | None = None
    code: str = ""
    name: str = ""
    name_key: str = ""
    preferred_name: str = ""
    pronouns: str = ""
    gender: str = Field(default="", sa_column_kwargs=EMPTY)
    phone: str = ""
    phone_digits: str = ""
    email: str = ""
    address: str = ""
    birth_date: date | None = None
    guardian_name: str = ""
    guardian_relation: str = Field(default="", sa_column_kwargs=EMPTY)
    guardian_phone: str = ""
    guardian_birth_date: date | None = None
    emergency_name: str = ""
    emergency_phone: str = ""
    emergency_relation: str = Field(default="", sa_column_kwargs=EMPTY)
    id_kind: str = Field(default="", sa_column_kwargs=EMPTY)
    id_issuer: str = Field(default="", sa_column_kwargs=EMPTY)
    id_number: str = Field(default="", sa_column_kwargs={**EMPTY, "info": {"secret": True}})
    id_expires: date | None = None
    brought_by: str = Field(default="", sa_column_kwargs=EMPTY)
    notes: str = ""
    language: str = ""
    tags: list[str] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    consents: dict[str, bool] = Field(default_factory=dict, sa_type=JsonColumn, nullable=False)


class ImportFill(SQLModel, table=True):
    """What a line told of a client on file, who lacked it. The entry of the import seals the digests of all of these.

    Erasing a person empties `salt` and `told`; the digest stays and tells nothing.
    """

    __tablename__ = "client_import_fill"

    import_id: UUID = Field(primary_key=True, foreign_key="client_import.id")
    line: int = Field(primary_key=True)
    client_id: UUID = Field(index=True)
    salt: str | None = None
    told: str | None = None
    """The values that were empty before, as JSON."""
    digest: str
