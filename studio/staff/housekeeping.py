"""What the staff room does by itself: note when sessions were last used, drop what is long over."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import delete, update

from studio.kernel.work import Work, action
from studio.staff.models import ApiReplay, GuestToken, SignIn
from studio.staff.queries.standing import seen

_sign_in = SignIn.__table__  # type: ignore[attr-defined]  # SQLModel adds it
_token = GuestToken.__table__  # type: ignore[attr-defined]  # SQLModel adds it
_replay = ApiReplay.__table__  # type: ignore[attr-defined]  # SQLModel adds it

KEPT = timedelta(days=30)


@action("staff.tokens.tidy")
def tidy_sign_ins(work: Work) -> None:
    """Write down last uses; remove what nobody needs any more. Not journalled: no person did it."""
    for session_id, at in seen().take().items():
        work.connection.execute(
            update(_sign_in).where(_sign_in.c.id == session_id, _sign_in.c.seen_at < at).values(seen_at=at)
        )
    long_ago = work.now - KEPT
    work.connection.execute(delete(_token).where(_token.c.expires_at < long_ago))
    work.connection.execute(delete(_sign_in).where(_sign_in.c.expires_at < long_ago))
    work.connection.execute(delete(_replay).where(_replay.c.created_at < work.now - timedelta(days=1)))
