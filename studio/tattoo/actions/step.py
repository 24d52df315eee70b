"""Where a piece stands: put on or back, closed, called off, opened again."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.tattoo import refusals
from studio.tattoo.drawing import STEP
from studio.tattoo.filing import EDIT, before_of, follow_bookings, nothing_ahead, present, put, state_word
from studio.tattoo.models import Piece
from studio.tattoo.rules.details import clean_reason
from studio.tattoo.rules.steps import CALLED_OFF, OVER, STATES, may_follow


@action("tattoo.piece.advance", needs=EDIT)
def advance_piece(work: Work, piece_id: UUID, to: str, reason: str = "", seen_version: int | None = None) -> Piece:
    """Put it where somebody says it stands; cancelled and not pursued need a reason, and no bookings ahead."""
    piece = present(work, piece_id, EDIT, seen_version, over=True)
    if to not in STATES:
        raise refusals.StateIsUnknown("to")
    if not may_follow(piece.state, to):
        raise refusals.StepIsNotPossible(code=piece.code, state=state_word(piece.state), wanted=state_word(to))
    why = clean_reason(reason, needed=to in CALLED_OFF)
    if to in OVER:
        nothing_ahead(work, piece)
    put(work, piece, to, why)
    return piece


@action("tattoo.piece.reopen", needs=EDIT)
def reopen_piece(work: Work, piece_id: UUID, seen_version: int | None = None) -> Piece:
    """Take the last step that somebody chose back: what was closed or called off goes on where it stood."""
    piece = present(work, piece_id, EDIT, seen_version, over=True)
    if piece.state not in OVER:
        raise refusals.PieceIsNotOver(code=piece.code, state=state_word(piece.state))
    last = select(STEP.from_state).where(STEP.piece_id == piece.id, STEP.to_state == piece.state)
    before = work.connection.execute(last.order_by(STEP.at.desc(), STEP.id.desc()).limit(1)).scalar_one()
    put(work, piece, before if before not in OVER else "touch_up")
    return piece


@advance_piece.undone_by
def _back(work: Work, past: Past) -> None:
    before = before_of(past)
    piece = present(work, past.subject_id, EDIT, over=True)
    put(work, piece, before.get("state", piece.state))
    piece.chosen, piece.held_back = before.get("chosen", piece.chosen), before.get("held_back", piece.held_back)
    follow_bookings(work, piece)


@reopen_piece.undone_by
def _over_again(work: Work, past: Past) -> None:
    piece = present(work, past.subject_id, EDIT)
    nothing_ahead(work, piece)
    put(work, piece, before_of(past)["state"])
