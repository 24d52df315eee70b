"""Pieces that somebody leads: tried by them, and by a colleague."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from studio.kernel.actor import Actor
from studio.kernel.work import ask, perform
from studio.schedule.actions import add_artist
from studio.schedule.queries import artists
from studio.tattoo.actions import advance_piece, approve_design, edit_piece, set_quote
from studio.tattoo.queries import design_picture, piece
from tests.factories.people import id_of, signed_in
from tests.factories.pieces import designed, piece_for
from tests.factories.services import pounds


def _of(other: Actor) -> UUID:
    """A piece they lead; they become an artist by it."""
    owner = signed_in("owner")
    known = [one.id for one in ask(owner, artists) if one.user_id == other.id]
    artist = known[0] if known else perform(owner, add_artist, {"name": other.name, "user_id": id_of(other)}).id
    return piece_for(owner, lead_artist_id=artist).id


def _design(other: Actor) -> UUID:
    return designed(signed_in("owner"), _of(other)).id


OWN_PIECES: dict[str, tuple[str, list[Callable[[Actor, Actor], object]]]] = {
    "tattoo.piece.see": (
        "guest_artist",
        [
            lambda me, other: ask(me, piece, _of(other)),
            lambda me, other: ask(me, design_picture, _design(other)),
        ],
    ),
    "tattoo.piece.edit": (
        "artist",
        [
            lambda me, other: perform(me, edit_piece, _of(other), {"style": "dotwork"}),
            lambda me, other: perform(me, advance_piece, _of(other), "consult"),
        ],
    ),
    "tattoo.piece.quote": (
        "artist",
        [lambda me, other: perform(me, set_quote, _of(other), {"kind": "fixed", "least": pounds(90)})],
    ),
    "tattoo.design.approve": ("artist", [lambda me, other: perform(me, approve_design, _design(other), "at_desk")]),
}
