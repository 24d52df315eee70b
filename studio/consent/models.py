"""What is stored of consent: the texts, the ceremonies, and what was signed. Signed things are only ever added."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table

SECRET = {"info": {"secret": True}}


class ConsentTemplate(Table, table=True):
    """One edition of a text in one language, kept from the day it was first used. Only grows."""

    __tablename__ = "consent_template"
    __table_args__ = (UniqueConstraint("key", "edition", "language"),)

    key: str
    edition: int
    language: str
    source: str
    content: dict[str, Any] = Field(sa_type=JsonColumn, nullable=False)
    digest: str


class Ceremony(Table, table=True):
    """One signing, from the moment staff open it: `state` goes open → signed → kept, or to cancelled."""

    __tablename__ = "consent_ceremony"
    __table_args__ = (Index("consent_ceremony_by_state", "state", "created_at"),)

    client_id: UUID = Field(foreign_key="client.id", index=True)
    template: str
    language: str
    about: str = ""
    place: str
    device_id: UUID | None = Field(default=None, foreign_key="device.id", index=True)
    token_id: UUID | None = Field(default=None, index=True)
    state: str = "open"
    opened_by: UUID | None = None
    opened_by_name: str = ""
    signed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    reason: str = ""


class SignedPart(Table, table=True):
    """What the client gave, stored the moment they signed. Only grows; erasing a person may empty `body`."""

    __tablename__ = "consent_part"

    ceremony_id: UUID = Field(foreign_key="consent_ceremony.id", unique=True)
    client_id: UUID = Field(foreign_key="client.id", index=True)
    payload_id: str
    signed_at: datetime = Field(sa_type=UtcDateTime)
    body: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn, sa_column_kwargs=SECRET)
    digest: str


class Packet(Table, table=True):
    """A whole signed consent: the client's part, the witness, the identity check, chained to the packet before."""

    __tablename__ = "consent_packet"

    number: int = Field(unique=True)
    code: str = Field(unique=True)
    ceremony_id: UUID = Field(foreign_key="consent_ceremony.id", unique=True)
    part_id: UUID = Field(foreign_key="consent_part.id", unique=True)
    client_id: UUID = Field(foreign_key="client.id", index=True)
    template: str
    edition: int
    language: str
    signed_at: datetime = Field(sa_type=UtcDateTime)
    kept_at: datetime = Field(sa_type=UtcDateTime)
    body: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn, sa_column_kwargs=SECRET)
    prev_digest: str
    digest: str
    mac: str


class ConsentWithdrawal(Table, table=True):
    """That a client took a signed consent back, and why. The packet stays as it was. Only grows."""

    __tablename__ = "consent_withdrawal"

    packet_id: UUID = Field(foreign_key="consent_packet.id", unique=True)
    reason: str
    by_id: UUID | None = None
    by_name: str
    at: datetime = Field(sa_type=UtcDateTime)


class ConsentPaper(Table, table=True):
    """The sealed PDF of a packet, where the documents room keeps it, and its SHA-256. Only grows."""

    __tablename__ = "consent_paper"

    packet_id: UUID = Field(foreign_key="consent_packet.id", unique=True)
    document_id: UUID = Field(foreign_key="sealed_document.id")
    sha256: str
    at: datetime = Field(sa_type=UtcDateTime)
