"""Pieces on file: what the verbs of this room share below their permissions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from storage.folding import fold
from storage.table import columns_of
from studio.catalog.models import ServiceEntry
from studio.clients.family import head_of
from studio.clients.models import Client
from studio.kernel.changes import SECRET
from studio.kernel.refusal import Denied, Stale
from studio.kernel.text import t
from studio.kernel.undoing import CannotBeUndone, Past
from studio.kernel.work import Work
from studio.schedule.models import Artist
from studio.tattoo import facts, refusals
from studio.tattoo.drawing import ARTIST, PIECE
from studio.tattoo.models import Piece, PieceStep
from studio.tattoo.reading import BOOKING, KIND
from studio.tattoo.rules.steps import AHEAD, OVER, Sitting, standing, told_by
from studio.tattoo.words import STATES

EDIT = "tattoo.piece.edit"


def present(work: Work, piece_id: UUID, right: str, seen_version: int | None = None, *, over: bool = False) -> Piece:
    """The piece, if whoever acts may do so with it; refused when archived, or over unless that is fine."""
    piece = mine(work, piece_id, right, seen_version)
    if piece.archived_at is not None:
        raise refusals.PieceIsArchived(code=piece.code)
    if piece.state in OVER and not over:
        raise refusals.PieceIsOver(code=piece.code, state=state_word(piece.state))
    return piece


def mine(work: Work, piece_id: UUID, right: str, seen_version: int | None = None) -> Piece:
    """The piece, archived or not; of whoever may do this with their own alone only where they lead it."""
    piece = work.session.get(Piece, piece_id)
    if piece is None:
        raise refusals.PieceIsUnknown
    if seen_version is not None and piece.version != seen_version:
        work.session.expunge(piece)
        raise Stale(piece)
    only_mine(work, right, piece.lead_artist_id)
    return piece


def only_mine(work: Work, right: str, artist_id: UUID | None) -> None:
    """Raises Denied for whoever may do this with their own pieces alone, when somebody else leads it."""
    if work.permit(right) == "own" and (artist_id is None or artist_id != own_artist(work)):
        raise Denied


def own_artist(work: Work) -> UUID | None:
    """The artist who acts; None where an account is no artist's."""
    if work.actor.id is None:
        return None
    return work.connection.execute(select(ARTIST.id).where(ARTIST.user_id == work.actor.id)).scalar()


def next_number(work: Work) -> int:
    """One more than the last; no other act writes meanwhile, and no piece is ever deleted."""
    last = select(func.coalesce(func.max(PIECE.number), 0))
    return int(work.connection.execute(last).scalar_one()) + 1


def client_here(work: Work, client_id: UUID) -> UUID:
    """The file somebody stands under; refused when unknown or archived."""
    client = work.session.get(Client, head_of(work.connection, client_id))
    if client is None:
        raise refusals.ClientIsUnknown("client_id")
    if client.archived_at is not None:
        raise refusals.ClientIsGone("client_id", name=client.name)
    return client.id


def check_choices(work: Work, values: Mapping[str, Any]) -> None:
    """An artist and a service that are here."""
    artist_id, service_id = values.get("lead_artist_id"), values.get("service_id")
    if artist_id is not None:
        artist = work.session.get(Artist, artist_id)
        if artist is None or artist.archived_at is not None:
            raise refusals.ArtistIsUnknown("lead_artist_id")
    if service_id is not None:
        service = work.connection.execute(
            select(columns_of(ServiceEntry).c.id).where(columns_of(ServiceEntry).c.id == service_id)
        ).first()
        if service is None:
            raise refusals.ServiceIsUnknown("service_id")


def write(work: Work, piece: Piece, values: Mapping[str, Any]) -> tuple[str, ...]:
    """Write what differs, and say so; gives the names of the fields that changed."""
    changed = {name: value for name, value in values.items() if getattr(piece, name) != value}
    for name, value in changed.items():
        setattr(piece, name, value)
    if "title" in changed:
        piece.title_key = fold(piece.title)
    if changed:
        work.emit(facts.PieceChanged(piece.id, tuple(changed)))
    return tuple(changed)


def put(work: Work, piece: Piece, to: str, reason: str = "") -> None:
    """Somebody chooses where it stands; what its bookings say now is held back if it says otherwise."""
    told = bookings_say(work, piece)
    piece.chosen = to
    _, piece.held_back = standing(to, told, told)
    _stand(work, piece, to, chosen=True, reason=reason)


def follow_bookings(work: Work, piece: Piece) -> None:
    """Let it stand where its bookings bring it, as far as nobody chose otherwise since."""
    state, held_back = standing(piece.chosen, piece.held_back, bookings_say(work, piece))
    piece.held_back = held_back
    if state != piece.state:
        _stand(work, piece, state, chosen=False)


def bookings_say(work: Work, piece: Piece) -> str:
    """Where its bookings alone say it stands."""
    about = (BOOKING.subject_id == piece.id, BOOKING.subject_kind == KIND)
    rows = work.connection.execute(select(BOOKING.kind, BOOKING.status).where(*about))
    return told_by([Sitting(*row) for row in rows], piece.planned_sessions)


def nothing_ahead(work: Work, piece: Piece) -> None:
    """Raises HasBookingsAhead while somebody counts on it."""
    about = (BOOKING.subject_id == piece.id, BOOKING.subject_kind == KIND)
    ahead = select(func.min(BOOKING.starts_local)).where(*about, BOOKING.status.in_([*AHEAD, "in_progress"]))
    first = work.connection.execute(ahead).scalar()
    if first is not None:
        raise refusals.HasBookingsAhead(code=piece.code, day=first[:10])


def before_of(past: Past) -> dict[str, Any]:
    """What stood in the piece before an act that may have written it more than once."""
    told = [change["before"] for change in past.of("piece")]
    if not told or any(one is None or SECRET in one.values() for one in told):
        raise CannotBeUndone
    return {name: value for one in reversed(told) for name, value in one.items()}


def state_word(state: str) -> str:
    """What people call where a piece stands."""
    return t(STATES[state]).lower()


def _stand(work: Work, piece: Piece, to: str, *, chosen: bool, reason: str = "") -> None:
    step = PieceStep(
        piece_id=piece.id, from_state=piece.state, to_state=to, chosen=chosen, reason=reason or None,
        by_id=work.actor.id, by_name=work.actor.name, at=work.now,
    )  # fmt: skip
    work.add(step)
    piece.state, piece.state_at = to, work.now
    work.emit(facts.PieceStepped(piece.id, to, chosen))
