"""Booking the sessions of a piece: with its client, its lead artist, its service, as long as what is left asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from studio.kernel.undoing import Past
from studio.kernel.work import Read, Work, action
from studio.schedule.actions import book_series, cancel_booking, cancel_series, create_booking
from studio.schedule.models import Booking
from studio.tattoo.filing import client_here, present
from studio.tattoo.models import Piece
from studio.tattoo.queries import piece as piece_card
from studio.tattoo.reading import KIND
from studio.tattoo.rules.sitting import usual_minutes
from studio.tattoo.rules.steps import SESSIONS

BOOK = "schedule.booking.edit"
SEE = "tattoo.piece.see"


@action("tattoo.session.book", needs=BOOK)
def book_session(work: Work, piece_id: UUID, details: Mapping[str, Any]) -> Booking:
    """Book a session, consultation or touch-up of it. `details` as of `create_booking`: only when it is has to be said.

    Refused with what is in the way, the healing of an earlier session too; whoever may set that aside gives a reason
    as `override`.
    """
    piece = present_for_booking(work, piece_id)
    return create_booking(work, _details(work, piece, details))


@action("tattoo.session.book_series", needs=BOOK)
def book_sessions(
    work: Work, piece_id: UUID, details: Mapping[str, Any], times: int, weeks: int | None = None, *,
    leave_out: bool = False,
) -> list[Booking]:  # fmt: skip
    """Several sessions of it at the same time on the wall, as many weeks apart as the skin needs where none is said."""
    piece = present_for_booking(work, piece_id)
    card = _card(work, piece)
    weeks = max(1, -(-card.healing.days // 7)) if weeks is None else weeks
    return book_series(work, _details(work, piece, details), times, weeks, leave_out=leave_out)


@book_session.undone_by
def _call_off(work: Work, past: Past) -> None:
    cancel_booking(work, past.subject_id, by="studio")


@book_sessions.undone_by
def _call_all_off(work: Work, past: Past) -> None:
    cancel_series(work, past.subject_id, by="studio")


def present_for_booking(work: Work, piece_id: UUID) -> Piece:
    """The piece, if it goes on; whose it is decides the schedule by who is booked."""
    work.permit(BOOK)
    return present(work, piece_id, SEE)


def _details(work: Work, piece: Piece, told: Mapping[str, Any]) -> dict[str, Any]:
    """What was said, and what follows from the piece where nothing was."""
    kept: dict[str, Any] = {"kind": "session", "artist_id": piece.lead_artist_id, "title": piece.title, **told}
    if piece.service_id is not None and kept["kind"] in SESSIONS and "services" not in kept:
        kept["services"] = [{"service_id": piece.service_id}]
    if kept["kind"] in SESSIONS and kept.get("minutes") is None and kept.get("ends_at") is None:
        kept["minutes"] = usual_minutes(_card(work, piece))
    client_id = client_here(work, piece.client_id)
    return kept | {"client_id": client_id, "subject_kind": KIND, "subject_id": piece.id}


def _card(work: Work, piece: Piece) -> Any:
    work.session.flush()
    return piece_card.run(Read(work.connection, work.actor, work.house, "all"), piece.id)
