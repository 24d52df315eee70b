"""Pieces: taken in, changed, archived."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from storage.folding import fold
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.tattoo import facts, refusals
from studio.tattoo.filing import (
    EDIT,
    before_of,
    check_choices,
    client_here,
    follow_bookings,
    mine,
    next_number,
    only_mine,
    own_artist,
    present,
    state_word,
    write,
)
from studio.tattoo.models import Piece
from studio.tattoo.rules.details import FIELDS, clean_piece
from studio.tattoo.rules.steps import OVER

ARCHIVE = "tattoo.piece.archive"


@action("tattoo.piece.add", needs=EDIT)
def add_piece(work: Work, client_id: UUID, details: Mapping[str, Any]) -> Piece:
    """Take in what somebody wants. `details`: `rules.details.FIELDS`; only the title is needed."""
    kept = clean_piece(details, new=True)
    if kept.get("lead_artist_id") is None and work.permit(EDIT) == "own":
        kept["lead_artist_id"] = own_artist(work)
    only_mine(work, EDIT, kept.get("lead_artist_id"))
    check_choices(work, kept)
    number = next_number(work)
    piece = Piece(
        number=number,
        code=f"PC-{number:04d}",
        client_id=client_here(work, client_id),
        title_key=fold(kept["title"]),
        state_at=work.now,
        currency=work.house.settings["studio.currency"],
        **kept,
    )
    work.add(piece)
    work.emit(facts.PieceAdded(piece.id))
    return piece


@action("tattoo.piece.edit")
def edit_piece(work: Work, piece_id: UUID, details: Mapping[str, Any], seen_version: int | None = None) -> Piece:
    """Change what is named; what is left out stays."""
    piece = present(work, piece_id, EDIT, seen_version, over=True)
    kept = clean_piece(details, new=False)
    if "lead_artist_id" in kept:
        only_mine(work, EDIT, kept["lead_artist_id"])
    check_choices(work, {name: value for name, value in kept.items() if getattr(piece, name) != value})
    if "planned_sessions" in write(work, piece, kept):
        follow_bookings(work, piece)
    return piece


@action(ARCHIVE)
def archive_piece(work: Work, piece_id: UUID, seen_version: int | None = None) -> Piece:
    """Out of the lists. Refused before it is over. Twice changes nothing."""
    piece = mine(work, piece_id, ARCHIVE, seen_version)
    if piece.archived_at is None:
        if piece.state not in OVER:
            raise refusals.PieceIsNotOver(code=piece.code, state=state_word(piece.state))
        piece.archived_at = work.now
        work.emit(facts.PieceFiled(piece.id, archived=True))
    return piece


@action("tattoo.piece.restore", needs=ARCHIVE)
def restore_piece(work: Work, piece_id: UUID) -> Piece:
    """Back into the lists. Twice changes nothing."""
    piece = mine(work, piece_id, ARCHIVE)
    if piece.archived_at is not None:
        piece.archived_at = None
        work.emit(facts.PieceFiled(piece.id, archived=False))
    return piece


@edit_piece.undone_by
def _as_before(work: Work, past: Past) -> None:
    before = {name: value for name, value in before_of(past).items() if name in FIELDS}
    edit_piece(work, past.subject_id, {name: _again(name, value) for name, value in before.items()})


@archive_piece.undone_by
def _bring_back(work: Work, past: Past) -> None:
    restore_piece(work, past.subject_id)


@restore_piece.undone_by
def _put_away(work: Work, past: Past) -> None:
    archive_piece(work, past.subject_id)


def _again(name: str, value: Any) -> Any:
    """A value of the journal as the form would say it."""
    if name.endswith("_id"):
        return UUID(value) if value else None
    return date.fromisoformat(value) if name == "touch_up_until" and value else value
