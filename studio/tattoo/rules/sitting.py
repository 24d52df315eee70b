"""How long one session of a piece usually takes."""

from __future__ import annotations

from studio.tattoo.views import PieceCard

USUAL, SHORTEST, LONGEST = 120, 15, 8 * 60


def usual_minutes(card: PieceCard) -> int:
    """What is left of the planned minutes over the sessions left, to the quarter of an hour; two hours where nobody
    planned."""
    left, sessions = card.reckoning.minutes_left, card.reckoning.sessions_left
    if not left:
        return USUAL
    return max(SHORTEST, min(LONGEST, -(-left // max(1, sessions) // SHORTEST) * SHORTEST))
