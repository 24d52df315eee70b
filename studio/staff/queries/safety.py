"""How well an account is kept: a PIN, a second step, codes for a lost phone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from storage.table import columns_of
from studio.kernel.refusal import Missing
from studio.kernel.work import Read, query
from studio.staff.models import RecoveryCode, User

_user = columns_of(User)
_spare = columns_of(RecoveryCode)


@dataclass(frozen=True)
class Safety:
    """Whether somebody has a PIN and a second step, and how many recovery codes are left."""

    pin: bool
    second_step: bool
    spare: int


@query("staff.self.see")
def safety_of(read: Read, user_id: UUID) -> Safety:
    """My own account, or anybody's with the right to see people."""
    if user_id != read.actor.id and read.house.rights.scope(read.actor, "staff.user.see") is None:
        raise Missing
    spare = select(func.count()).where(_spare.c.user_id == user_id, _spare.c.used_at.is_(None)).scalar_subquery()
    row = read.connection.execute(
        select(_user.c.pin_hash, _user.c.totp_secret, spare.label("spare")).where(_user.c.id == user_id)
    ).first()
    if row is None:
        raise Missing
    return Safety(bool(row.pin_hash), bool(row.totp_secret), row.spare)
