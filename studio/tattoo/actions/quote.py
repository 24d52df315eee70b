"""What a piece will cost, and what is asked for in advance."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from studio.catalog.rules.cleaning import amount
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.schedule.rules import cleaning as by
from studio.tattoo import refusals, words
from studio.tattoo.filing import before_of, present, put, write
from studio.tattoo.models import Piece
from studio.tattoo.rules.details import clean_quote
from studio.tattoo.rules.steps import WAY

QUOTE = "tattoo.piece.quote"


@action(QUOTE)
def set_quote(work: Work, piece_id: UUID, quote: Mapping[str, Any], seen_version: int | None = None) -> Piece:
    """Say what it will cost. `quote`: `kind` with `least` (fixed), `least` and `most` (range), or `hour_price`,
    `minutes_least` and `minutes_most` (hourly); `until` is the last day it stands. A first quote makes it quoted."""
    piece = present(work, piece_id, QUOTE, seen_version)
    kept = clean_quote(quote, piece.currency)
    if any(getattr(piece, name) != value for name, value in kept.items()):
        write(work, piece, {**kept, "quoted_at": work.now if kept["quote_kind"] else None})
    if kept["quote_kind"]:
        _at_least(work, piece, "quoted")
    return piece


@action("tattoo.deposit.ask", needs=QUOTE)
def ask_deposit(work: Work, piece_id: UUID, due: Any, seen_version: int | None = None) -> Piece:
    """Say what is to be paid in advance for the whole piece; nothing takes it back."""
    piece = present(work, piece_id, QUOTE, seen_version)
    minor = amount(due, piece.currency)
    write(work, piece, {"deposit_due": minor, "deposit_state": "none" if minor is None else "due"})
    if minor is not None:
        _at_least(work, piece, "deposit")
    return piece


@action("tattoo.deposit.note", needs=QUOTE)
def note_deposit(work: Work, piece_id: UUID, state: str, seen_version: int | None = None) -> Piece:
    """Say that it was taken, waived, or is due again."""
    piece = present(work, piece_id, QUOTE, seen_version)
    if by.choice(words.DEPOSITS)(state) == "none" or piece.deposit_due is None:
        raise refusals.NoDepositIsDue(code=piece.code)
    write(work, piece, {"deposit_state": state})
    return piece


def _at_least(work: Work, piece: Piece, state: str) -> None:
    """A quote, or a deposit asked for, brings it on; never back."""
    if WAY.index(piece.state) < WAY.index(state):
        put(work, piece, state)
    elif piece.chosen in WAY and WAY.index(piece.chosen) < WAY.index(state):
        piece.chosen = state


def _as_it_was(work: Work, past: Past) -> None:
    before = before_of(past)
    piece = present(work, past.subject_id, QUOTE)
    if "state" in before:
        put(work, piece, before["state"])
        piece.held_back = before.get("held_back", piece.held_back)
    write(work, piece, {name: _again(name, value) for name, value in before.items() if name in COLUMNS})


COLUMNS = (
    "quote_kind", "quote_least", "quote_most", "hour_price", "minutes_least", "minutes_most", "quote_until",
    "quoted_at", "deposit_due", "deposit_state",
)  # fmt: skip

for _verb in (set_quote, ask_deposit, note_deposit):
    _verb.undone_by(_as_it_was)


def _again(name: str, value: Any) -> Any:
    if name == "quote_until" and value:
        return date.fromisoformat(value)
    return datetime.fromisoformat(value) if name == "quoted_at" and value else value
