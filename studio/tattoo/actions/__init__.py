"""The verbs of pieces: the only ones who write here."""

from studio.tattoo.actions.booking import book_session, book_sessions
from studio.tattoo.actions.design import add_design, approve_design, check_spelling, confirm_letters, void_approval
from studio.tattoo.actions.piece import add_piece, archive_piece, edit_piece, restore_piece
from studio.tattoo.actions.quote import ask_deposit, note_deposit, set_quote
from studio.tattoo.actions.step import advance_piece, reopen_piece

__all__ = [
    "add_design",
    "add_piece",
    "advance_piece",
    "approve_design",
    "archive_piece",
    "ask_deposit",
    "book_session",
    "book_sessions",
    "check_spelling",
    "confirm_letters",
    "edit_piece",
    "note_deposit",
    "reopen_piece",
    "restore_piece",
    "set_quote",
    "void_approval",
]
