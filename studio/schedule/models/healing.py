"""What clients say of how it heals."""

from uuid import UUID

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.table import Table


class HealingCheck(Table, table=True):
    """Asked some days after a session: what the client said. Said again for a day, it takes the first's place."""

    __tablename__ = "healing_check"
    __table_args__ = (UniqueConstraint("booking_id", "day"),)

    booking_id: UUID = Field(foreign_key="booking.id")
    day: int
    """Days after the session."""
    answer: str
    note: str = ""
    by_name: str = ""
