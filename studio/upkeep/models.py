"""What is stored of upkeep: the certificates of the studio's own network, and what went wrong in the program."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.table import Table


class LanCertificate(Table, table=True):
    """The studio's own authority, or a certificate it made for this computer. Retired ones stay as history."""

    __tablename__ = "lan_certificate"

    kind: str
    """`authority` or `server`."""
    fingerprint: str = Field(unique=True)
    """SHA-256 of the certificate."""
    certificate: str
    """PEM; nothing secret."""
    sealed_key: str = Field(sa_column_kwargs={"info": {"secret": True}})
    """The private key, encrypted under the house's key, as hex."""
    expires_at: datetime = Field(sa_type=UtcDateTime)
    retired_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Incident(Table, table=True):
    """One kind of incident, counted. `created_at` is when it happened first."""

    __tablename__ = "incident"

    code: str = Field(unique=True)
    kind: str
    place: str
    message: str
    count: int
    last_at: datetime = Field(sa_type=UtcDateTime, index=True)
    seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
