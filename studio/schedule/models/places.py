"""Where one works, and when the studio as a whole is shut."""

from datetime import date, datetime

from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.table import Table


class Station(Table, table=True):
    """A chair, a bench, a room: what one booking at a time can have."""

    __tablename__ = "station"

    number: int = Field(unique=True)
    code: str = Field(unique=True)
    name: str
    name_key: str
    kind: str = "chair"
    equipment: str = ""
    active: bool = True
    position: int
    archived_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Closure(Table, table=True):
    """Days on which the studio is shut: a holiday, building work, a convention everybody goes to."""

    __tablename__ = "closure"

    from_on: date
    until_on: date = Field(index=True)
    """The last day."""
    reason: str
