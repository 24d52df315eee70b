"""What is stored of people, sign-ins and tokens. Secrets are kept as hashes only."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlmodel import Field

from storage.columns import UtcDateTime
from storage.table import Table

SECRET = {"info": {"secret": True}}
NO_PASSWORD = "$2b$12$19L2yLyX33ItA5awAnUiYuue1827JFiAKKJ7OstirRwIL2AGeQcf6"  # noqa: S105  of letters nobody kept
"""Stands where a password will: fits nothing, and takes as long to find that out as any other."""
LATER_SECRET = {**SECRET, "server_default": ""}


class User(Table, table=True):
    """Somebody who may sign in. `email` is kept folded, so that it is one person however it is typed."""

    __tablename__ = "user"

    name: str
    email: str = Field(unique=True)
    role: str
    password_hash: str = Field(sa_column_kwargs=SECRET)
    language: str = "en"
    theme: str = ""
    active: bool = True
    photo: str | None = None
    photo_small: str | None = None
    pin_hash: str = Field(default="", sa_column_kwargs=LATER_SECRET)
    pin_tries: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """Wrong PINs in a row; a sign-in with the password starts over."""
    totp_secret: str = Field(default="", sa_column_kwargs=LATER_SECRET)
    """Sealed, of the app that shows codes; empty without a second step."""
    totp_step: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    """The half minute whose code was used last: no code counts twice."""
    ends_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """When an account for a while ends by itself; none for whoever works here."""


class SignIn(Table, table=True):
    """One sign-in on one browser, or one API token; ended ones stay as history."""

    __tablename__ = "sign_in"

    user_id: UUID = Field(foreign_key="user.id", index=True)
    token_hash: str = Field(unique=True, sa_column_kwargs=SECRET)
    kind: str
    expires_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    ended_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    address: str = ""
    agent: str = ""
    device_id: UUID | None = None
    """The shared desk it happened at, where it was one."""
    locked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since when it waits for a PIN or a password; nothing can be done with it meanwhile."""


class SignInCode(Table, table=True):
    """A code that gives somebody a new password, once: told on paper, on screen, or by e-mail."""

    __tablename__ = "sign_in_code"

    user_id: UUID = Field(foreign_key="user.id", index=True)
    purpose: str
    code_hash: str = Field(sa_column_kwargs=SECRET)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    tries: int = 0
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class RecoveryCode(Table, table=True):
    """Stands in once for the app that shows codes, when the phone is lost."""

    __tablename__ = "recovery_code"

    user_id: UUID = Field(foreign_key="user.id", index=True)
    code_hash: str = Field(sa_column_kwargs=SECRET)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class GuestToken(Table, table=True):
    """What a QR code carries, hashed: one purpose, one use, a few minutes."""

    __tablename__ = "guest_token"

    token_hash: str = Field(unique=True, sa_column_kwargs=SECRET)
    purpose: str
    subject: str = ""
    expires_at: datetime = Field(sa_type=UtcDateTime)
    opened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class Device(Table, table=True):
    """A tablet of the studio, or a desk several people share: known by its cookie until it is revoked."""

    __tablename__ = "device"

    name: str
    kind: str = Field(default="tablet", sa_column_kwargs={"server_default": "tablet"})
    token_hash: str = Field(unique=True, sa_column_kwargs=SECRET)
    paired_by: UUID | None = Field(default=None, foreign_key="user.id")
    seen_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    agent: str = ""


class ApiReplay(Table, table=True):
    """The answer once given to an Idempotency-Key, given again for a day."""

    __tablename__ = "api_replay"

    key_hash: str = Field(unique=True, sa_column_kwargs=SECRET)
    request_hash: str = Field(sa_column_kwargs=SECRET)
    status: int
    body: str = Field(sa_column_kwargs=SECRET)
