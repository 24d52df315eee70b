"""What artists show of their work: drawings of their own, and pictures of clients who let them be shown."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table


class PortfolioWork(Table, table=True):
    """One picture of a portfolio. A client's photo is only named here, and goes with it and with the consent."""

    __tablename__ = "portfolio_work"
    __table_args__ = (
        Index("portfolio_in_order", "artist_id", "position"),
        Index("portfolio_by_removal", "removed_at"),
        UniqueConstraint("artist_id", "photo_id"),
    )

    artist_id: UUID = Field(foreign_key="artist.id")
    photo_id: UUID | None = Field(default=None, foreign_key="photo.id", ondelete="CASCADE", index=True)
    """A photo of a client; without one, the artist's own drawing."""
    title: str = ""
    tags: list[str] = Field(default_factory=list, sa_type=JsonColumn, nullable=False)
    file_id: str | None = Field(default=None, index=True)
    small_id: str | None = None
    wide: int = 0
    tall: int = 0
    position: int
    added_by_name: str = ""
    removed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    removed_by_name: str = ""
