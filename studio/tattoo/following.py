"""What bookings do to the piece they are about: they belong to its client, and bring it on."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select

from storage.driven import Prepared
from studio.clients.family import head_of
from studio.kernel.work import Work
from studio.schedule.facts import BookingChanged, BookingFact, BookingMade, BookingStepped
from studio.tattoo import refusals
from studio.tattoo.filing import follow_bookings, own_artist, state_word
from studio.tattoo.models import Piece
from studio.tattoo.reading import BOOKING, KIND
from studio.tattoo.rules.steps import OVER

SEE = "tattoo.piece.see"
LINKS = frozenset({"subject_id", "subject_kind", "client_id"})
_ABOUT = Prepared(
    select(BOOKING.subject_kind, BOOKING.subject_id, BOOKING.client_id).where(
        BOOKING.id == bindparam("one", type_=Uuid())
    )
)


def booking_happened(work: Work, fact: BookingFact) -> None:
    """A booking was made, took a step, or is about something else than before."""
    about = _ABOUT.first(work.connection, {"one": fact.booking_id})
    relinked = isinstance(fact, BookingChanged) and not LINKS.isdisjoint(fact.fields)
    if about.subject_kind == KIND:
        piece = _fitting(work, about, new=relinked or isinstance(fact, BookingMade))
        if relinked or isinstance(fact, BookingMade):
            _within_reach(work, piece, fact.booking_id)
        follow_bookings(work, piece)
    if relinked:
        _let_go(work, fact.booking_id)


def _fitting(work: Work, about: Any, *, new: bool) -> Piece:
    """The piece it is about; a booking that names it first is of its client, and the piece goes on."""
    piece = work.session.get(Piece, about.subject_id) if about.subject_id else None
    if piece is None:
        raise refusals.PieceIsUnknown
    if new:
        heads = {head_of(work.connection, one) for one in (piece.client_id, about.client_id) if one}
        if len(heads) > 1 or about.client_id is None:
            raise refusals.ClientIsAnother("subject_id", code=piece.code)
        if piece.archived_at is not None:
            raise refusals.PieceIsArchived(code=piece.code)
        if piece.state in OVER:
            raise refusals.PieceIsOver(code=piece.code, state=state_word(piece.state))
    return piece


def _within_reach(work: Work, piece: Piece, booking_id: UUID) -> None:
    """Whoever sees only their own pieces gains none by booking themselves for it."""
    if work.house.rights.scope(work.actor, SEE) != "own":
        return
    mine = own_artist(work)
    theirs = (BOOKING.subject_kind == KIND, BOOKING.subject_id == piece.id, BOOKING.artist_id == mine)
    known = select(BOOKING.id).where(*theirs, BOOKING.id != booking_id).limit(1)
    if mine is None or (piece.lead_artist_id != mine and work.connection.execute(known).first() is None):
        raise refusals.PieceIsUnknown


def _let_go(work: Work, booking_id: UUID) -> None:
    """The piece it was about before stands where its other bookings bring it."""
    for change in work.changes:
        if change.table == "booking" and change.id == str(booking_id) and change.before:
            piece_id = change.before.get("subject_id")
            piece = work.session.get(Piece, UUID(str(piece_id))) if piece_id else None
            if piece is not None:
                follow_bookings(work, piece)


FOLLOWS = tuple((kind, booking_happened) for kind in (BookingMade, BookingStepped, BookingChanged))
