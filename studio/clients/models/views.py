"""How the list of clients is looked at: the colours of tags, and filters kept under a name."""

from typing import Any
from uuid import UUID

from sqlmodel import Field, SQLModel

from storage.columns import JsonColumn
from storage.table import Table

PIGMENTS = 6


class TagColour(SQLModel, table=True):
    """The pigment a tag is drawn in, 1 to 6; a tag without a row is plain."""

    __tablename__ = "client_tag_colour"

    tag: str = Field(primary_key=True)
    pigment: int


class ClientView(Table, table=True):
    """A filter of the list somebody kept, for themselves or for everybody."""

    __tablename__ = "client_view"

    user_id: UUID = Field(foreign_key="user.id", index=True)
    by_name: str
    name: str
    shared: bool = False
    wanted: dict[str, Any] = Field(default_factory=dict, sa_type=JsonColumn, nullable=False)


class ClientTouch(SQLModel, table=True):
    """Whom a journal entry about many clients touched, so that it stands in the history of each."""

    __tablename__ = "client_touch"

    client_id: UUID = Field(primary_key=True, foreign_key="client.id")
    entry_no: int = Field(primary_key=True)
