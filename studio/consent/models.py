"""What is stored of consent: the texts, the ceremonies, and what was signed. Signed things are only ever added."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Index, UniqueConstraint
from sqlmodel import Field

from storage.columns import JsonColumn, UtcDateTime
from storage.table import Table

SECRET = {"info": {"secret": True}}
EMPTY = {"server_default": ""}


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
    """One signing, from the moment staff open it: `state` goes open → signed → kept, or to cancelled.

    `guardian` is where the guardian signs after the client: present or remote; empty where none is needed.
    """

    __tablename__ = "consent_ceremony"
    __table_args__ = (Index("consent_ceremony_by_state", "state", "created_at"),)

    client_id: UUID = Field(foreign_key="client.id", index=True)
    template: str
    language: str
    about: str = ""
    service_kind: str = Field(default="tattoo", sa_column_kwargs={"server_default": "tattoo"})
    service_id: UUID | None = None
    service_name: str = Field(default="", sa_column_kwargs=EMPTY)
    session_on: date | None = None
    """The day of the session on the studio's wall: the age on this day counts."""
    guardian: str = Field(default="", sa_column_kwargs=EMPTY)
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


class Guardian(Table, table=True):
    """Who stands in for a minor in one signing. `state` goes waiting → signed."""

    __tablename__ = "consent_guardian"

    ceremony_id: UUID = Field(foreign_key="consent_ceremony.id", unique=True)
    client_id: UUID = Field(foreign_key="client.id", index=True)
    name: str
    birth_date: date
    relation: str
    phone: str = ""
    state: str = "waiting"
    token_id: UUID | None = Field(default=None, index=True)
    signed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class GuardianPart(Table, table=True):
    """What the guardian gave, stored the moment they signed. Only grows; erasing a person may empty `body`."""

    __tablename__ = "consent_guardian_part"

    ceremony_id: UUID = Field(foreign_key="consent_ceremony.id", unique=True)
    client_id: UUID = Field(foreign_key="client.id", index=True)
    payload_id: str
    signed_at: datetime = Field(sa_type=UtcDateTime)
    body: dict[str, Any] | None = Field(default=None, sa_type=JsonColumn, sa_column_kwargs=SECRET)
    digest: str


class IdentityPicture(Table, table=True):
    """A picture of an identity document, encrypted in the file store until the country's rule has it removed."""

    __tablename__ = "consent_identity_picture"

    ceremony_id: UUID = Field(foreign_key="consent_ceremony.id", index=True)
    client_id: UUID = Field(foreign_key="client.id", index=True)
    whose: str
    """`client` or `guardian`."""
    file_id: str | None = None
    sha256: str
    taken_by_name: str
    taken_by: UUID | None = None
    taken_at: datetime = Field(sa_type=UtcDateTime)
    removed_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    removed_why: str = ""


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


class ConsentOverride(Table, table=True):
    """A warning somebody decided to go on in spite of, and why. Only grows; erasing a person may empty `reason`."""

    __tablename__ = "consent_override"

    packet_id: UUID = Field(foreign_key="consent_packet.id", index=True)
    client_id: UUID = Field(foreign_key="client.id", index=True)
    warning: str
    reason: str | None = Field(default=None, sa_column_kwargs=SECRET)
    by_id: UUID | None = None
    by_name: str
    at: datetime = Field(sa_type=UtcDateTime, index=True)


class ConsentWithdrawal(Table, table=True):
    """That a client took a signed consent back, and why. The packet stays as it was.

    Only grows; erasing a person may empty `reason`.
    """

    __tablename__ = "consent_withdrawal"

    packet_id: UUID = Field(foreign_key="consent_packet.id", unique=True)
    reason: str | None = None
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
