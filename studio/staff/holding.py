"""What the staff room holds: people who work here, and what opens doors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, String, cast, func, or_

from storage.table import columns_of
from studio.extension.holding import Holding, Lasting
from studio.kernel.subject import Subject
from studio.kernel.text import N_
from studio.staff.models import ApiReplay, Device, GuestToken, RecoveryCode, SignIn, SignInCode, User

KEPT = timedelta(days=30)
REPLAY, TOKEN = columns_of(ApiReplay), columns_of(GuestToken)


def answered_about(clients: Sequence[UUID]) -> ColumnElement[bool]:
    """Answers of the API that name these clients; they are kept for a day."""
    return or_(*(func.instr(cast(REPLAY.c.body, String), str(one)) > 0 for one in clients))


def handed_to(clients: Sequence[UUID]) -> ColumnElement[bool]:
    """Codes that were made for these clients."""
    return TOKEN.c.subject.in_([str(Subject("client", one)) for one in clients])


HOLDS = (
    Holding(
        columns_of(User),
        {
            "staff": "name email role photo photo_small language theme active ends_at",
            "credential": "password_hash pin_hash totp_secret",
            "technical": "pin_tries totp_step",
        },
    ),
    Holding(
        columns_of(SignIn),
        {
            "staff": "user_id address agent seen_at",
            "credential": "token_hash",
            "technical": "kind expires_at ended_at device_id locked_at",
        },
        lasting=Lasting(N_("Sign-ins that ended"), KEPT, "ended_at expires_at"),
    ),
    Holding(
        columns_of(SignInCode),
        {"staff": "user_id", "credential": "code_hash", "technical": "purpose expires_at tries used_at"},
        lasting=Lasting(N_("Codes for a new password"), KEPT, "expires_at"),
    ),
    Holding(columns_of(RecoveryCode), {"staff": "user_id", "credential": "code_hash", "technical": "used_at"}),
    Holding(
        TOKEN,
        {"credential": "token_hash", "technical": "purpose subject expires_at opened_at used_at"},
        whose=handed_to,
        lasting=Lasting(N_("Codes and links of guests"), KEPT, "expires_at"),
    ),
    Holding(
        columns_of(Device),
        {
            "credential": "token_hash",
            "staff": "paired_by agent",
            "business": "name",
            "technical": "kind seen_at revoked_at",
        },
    ),
    Holding(
        REPLAY,
        {"credential": "key_hash request_hash", "technical": "status body"},
        whose=answered_about,
        lasting=Lasting(N_("Answers given to programs"), timedelta(days=1), "created_at"),
    ),
)
