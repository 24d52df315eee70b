"""How the journal tells what was done to pieces."""

from collections.abc import Mapping

from studio.kernel.text import N_

SENTENCES: Mapping[str, str] = {
    "tattoo.piece.add": N_("{who} took in the piece {what}"),
    "tattoo.piece.edit": N_("{who} changed the piece {what}"),
    "tattoo.piece.archive": N_("{who} archived the piece {what}"),
    "tattoo.piece.restore": N_("{who} restored the piece {what}"),
    "tattoo.piece.advance": N_("{who} said where the piece {what} stands"),
    "tattoo.piece.reopen": N_("{who} opened the piece {what} again"),
    "tattoo.piece.quote": N_("{who} said what the piece {what} costs"),
    "tattoo.deposit.ask": N_("{who} said what is asked in advance for the piece {what}"),
    "tattoo.deposit.note": N_("{who} noted where the deposit of the piece {what} stands"),
    "tattoo.design.add": N_("{who} added a version of the design of {what}"),
    "tattoo.design.spell": N_("{who} checked the lettering of {what}"),
    "tattoo.design.confirm": N_("{who} noted that the client confirmed the lettering of {what}"),
    "tattoo.design.approve": N_("{who} noted that the client approved the design of {what}"),
    "tattoo.design.void": N_("{who} noted that the design of {what} is approved no longer"),
    "tattoo.session.book": N_("{who} booked {what}"),
    "tattoo.session.book_series": N_("{who} booked a series, beginning with {what}"),
}
