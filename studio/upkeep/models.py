"""What is stored of upkeep: the certificates the studio makes for its own network."""

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
