"""What the staff room does by itself: note when sessions were last used, drop what is long over."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Table, delete, update
from sqlmodel import col, select

from storage.table import columns_of
from studio.kernel.work import Work, action
from studio.staff.ending import end_what_is_over
from studio.staff.guessing import settle_guesses
from studio.staff.holding import KEPT
from studio.staff.locking import lock
from studio.staff.models import ApiReplay, Device, GuestToken, SignIn, User
from studio.staff.queries.seen import Seen, people, tablets

_sign_in = columns_of(SignIn)
_device = columns_of(Device)
_token = columns_of(GuestToken)
_replay = columns_of(ApiReplay)


@action("staff.tokens.tidy")
def tidy_sign_ins(work: Work) -> None:
    """Write down last uses; remove what nobody needs any more. Only endings are journalled."""
    for table, seen in ((_sign_in, people), (_device, tablets)):
        _write_down(work, table, seen)
    _lock_idle(work)
    end_what_is_over(work)
    settle_guesses(work)
    long_ago = work.now - KEPT
    work.connection.execute(delete(_token).where(_token.c.expires_at < long_ago))
    work.connection.execute(delete(_sign_in).where(_sign_in.c.expires_at < long_ago))
    work.connection.execute(delete(_replay).where(_replay.c.created_at < work.now - timedelta(days=1)))


def _write_down(work: Work, table: Table, seen: Seen) -> None:
    """A use is forgotten once a later round finds it stored: this one may still fail, on a full disk for one."""
    for row_id, at in seen.unwritten().items():
        newer = update(table).where(table.c.id == row_id, table.c.seen_at < at)
        if not work.connection.execute(newer.values(seen_at=at)).rowcount:
            seen.written(row_id, at)


def _lock_idle(work: Work) -> None:
    """At a shared desk, what nobody has used for some minutes waits for its PIN, also where its page was closed."""
    minutes = work.house.settings["staff.lock_minutes"]
    left = (
        select(SignIn)
        .join(User, col(User.id) == SignIn.user_id)
        .where(
            SignIn.kind == "browser",
            col(SignIn.device_id).is_not(None),
            User.pin_hash != "",
            col(SignIn.ended_at).is_(None),
            col(SignIn.locked_at).is_(None),
            col(SignIn.seen_at) < work.now - timedelta(minutes=minutes),
        )
    )
    for session in work.session.exec(left).all():
        lock(work, session)
