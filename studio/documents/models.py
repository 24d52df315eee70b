"""What is stored of documents: the keys that seal them, and each sealed one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.table import Table


class DocumentKey(Table, table=True):
    """A key the studio seals with. A retired one seals nothing more, and what it sealed still verifies."""

    __tablename__ = "document_key"

    fingerprint: str = Field(unique=True)
    """SHA-256 of the certificate."""
    certificate: str
    """PEM; nothing secret."""
    sealed_key: str = Field(sa_column_kwargs={"info": {"secret": True}})
    """The private key, encrypted under the house's key, as hex."""
    retired_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SealedDocument(Table, table=True):
    """A sealed PDF and what it is about. Its id is the seal's own number, which also stands in the PDF. Only grows."""

    __tablename__ = "sealed_document"
    __table_args__ = (Index("sealed_document_by_subject", "subject_kind", "subject_id"),)

    kind: str
    """What its room calls it: consent, invoice …"""
    subject_kind: str
    subject_id: UUID
    title: str = ""
    needs: str = ""
    """A right besides `documents.document.see` that reading it takes; empty for none."""
    sha256: str = Field(unique=True)
    file_id: str
    size: int
    fingerprint: str
    """Of the key it was sealed with."""
    by_name: str = Field(default="", sa_column_kwargs={"server_default": ""})
    """Who put it on file; empty where a rule of the house did."""
    at: datetime = Field(sa_type=UtcDateTime)
