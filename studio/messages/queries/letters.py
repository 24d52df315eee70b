"""The outbox as a list: what became of each letter. What stands in them is nobody's to read here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from storage.table import columns_of
from studio.kernel.house import House
from studio.kernel.work import Read, query
from studio.messages.models import Letter
from studio.messages.troubles import told

_letters = columns_of(Letter)
_letter = _letters.c
STATES = ("queued", "sending", "sent", "failed", "cancelled")
LARGEST_PAGE = 200


@dataclass(frozen=True, slots=True)
class LetterView:
    """One letter as the outbox lists it."""

    id: UUID
    version: int
    template: str
    language: str
    to: str
    subject: str
    state: str
    tries: int
    created_at: datetime
    next_try_at: datetime | None
    sent_at: datetime | None
    trouble: str
    can_resend: bool
    file_name: str = ""


@query("messages.letter.see")
def list_letters(read: Read, *, state: str = "", page: int = 1, size: int = 25) -> tuple[list[LetterView], int]:
    """A page of letters, the newest first, and how many there are."""
    size = min(size, LARGEST_PAGE)
    wanted = (_letter.state == state,) if state else ()
    total = read.connection.execute(select(func.count()).select_from(_letters).where(*wanted)).scalar_one()
    rows = read.connection.execute(
        select(_letters)
        .where(*wanted)
        .order_by(_letter.created_at.desc(), _letter.id.desc())
        .limit(size)
        .offset((page - 1) * size)
    ).mappings()
    return [
        LetterView(
            row["id"],
            row["version"],
            row["template"],
            row["language"],
            row["recipient"],
            row["subject"],
            row["state"],
            row["tries"],
            row["created_at"],
            row["next_try_at"],
            row["sent_at"],
            told(row["error"], row["error_values"]),
            row["state"] in ("queued", "failed", "cancelled") and bool(row["body_text"]),
            row["file_name"] or "",
        )
        for row in rows
    ], total


def post_is_due(house: House) -> bool:
    """Whether any letter waits to be handed over now, or was cut off while it was."""
    with house.db.reading() as connection:
        due = select(_letter.id).where(
            (_letter.state == "sending") | ((_letter.state == "queued") & (_letter.next_try_at <= house.clock.now()))
        )
        return connection.execute(due.limit(1)).first() is not None
