"""What a new studio has done about people and tablets, for its first steps."""

from __future__ import annotations

from sqlalchemy import exists, func, select

from storage.table import columns_of
from studio.kernel.work import Read, query
from studio.staff.models import Device, User

_user, _device = columns_of(User), columns_of(Device)


@query("staff.user.see")
def others_work_here(read: Read) -> bool:
    """Whether somebody besides the owner has an account."""
    return bool(read.connection.execute(select(func.count() > 1).select_from(_user)).scalar_one())


@query("staff.device.see")
def tablet_paired(read: Read) -> bool:
    """Whether a tablet belongs to the studio."""
    paired = select(_device.c.id).where(_device.c.kind == "tablet", _device.c.revoked_at.is_(None))
    return bool(read.connection.execute(select(exists(paired))).scalar_one())
