"""The API of pieces."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Response

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from pages.paging import PageNumber, PageSize, as_json, collection
from pages.schedule.api import as_it_stands as booking_as_it_stands
from pages.tattoo.api_bodies import DepositSet, NewPiece, PieceChange, PieceSeen, PieceSession, PieceStepTo, QuoteSet
from studio.kernel.actor import Actor
from studio.kernel.work import Action, Read, Work, ask, perform
from studio.tattoo import actions, queries
from studio.tattoo.models import Piece as Stored
from studio.tattoo.refusals import PieceIsUnknown
from studio.tattoo.views import PieceCard

router = APIRouter(prefix="/pieces", tags=["pieces"])

Sort = Annotated[
    str, Query(max_length=20, description="changed, code, title, client, artist, state_at; -code backwards.")
]
State = Annotated[str, Query(max_length=20, description="A state, or `open` for all that are not over.")]


@router.get("")
def get_pieces(
    actor: ApiActor, q: Annotated[str, Query(max_length=200, description="A code, or words of title and client.")] = "",
    page: PageNumber = 1, size: PageSize = 50, sort: Sort = "-changed", state: State = "",
    client_id: UUID | None = None, artist_id: UUID | None = None, archived: bool = False,
) -> Response:  # fmt: skip
    """Pieces, a page at a time."""
    found = ask(
        actor, queries.list_pieces, q=q, page=page, size=size, sort=sort, state=state, client_id=client_id,
        artist_id=artist_id, archived=archived,
    )  # fmt: skip
    return collection(map(asdict, found.items), found.total, found.page, found.size)


@router.post("", status_code=201)
def post_piece(made: NewPiece, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Take in what somebody wants."""
    told = {name: value for name, value in made.details().items() if name != "client_id"}
    return post(actor, key, actions.add_piece, (made.client_id, told), as_it_stands)


@router.get("/{piece}")
def get_piece(piece: str, actor: ApiActor) -> Response:
    """One piece, by id or code, with sessions, designs, hours and money."""
    return as_json(shown(one_of(actor, piece)))


@router.patch("/{piece}")
def patch_piece(piece: str, change: PieceChange, actor: ApiActor) -> Response:
    """Change what is named."""
    known = one_of(actor, piece).piece.id
    perform(actor, actions.edit_piece, known, change.details(), change.version)
    return as_json(shown(ask(actor, queries.piece, known)))


@router.delete("/{piece}")
def delete_piece(piece: str, actor: ApiActor) -> Response:
    """Archive it; 409 before it is over."""
    known = one_of(actor, piece).piece.id
    perform(actor, actions.archive_piece, known)
    return as_json(shown(ask(actor, queries.piece, known)))


@router.post("/{piece}/restore")
def post_restore(piece: str, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Back into the lists."""
    return _act(actor, key, actions.restore_piece, piece)


@router.post("/{piece}/advance")
def post_advance(piece: str, step: PieceStepTo, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Say where it stands."""
    return _act(actor, key, actions.advance_piece, piece, step.to, step.reason, step.version)


@router.post("/{piece}/reopen")
def post_reopen(piece: str, actor: ApiActor, seen: PieceSeen | None = None, key: IdempotencyKey = "") -> Response:
    """What was closed or called off goes on where it stood."""
    return _act(actor, key, actions.reopen_piece, piece, seen.version if seen else None)


@router.post("/{piece}/quote")
def post_quote(piece: str, quote: QuoteSet, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Say what it will cost."""
    return _act(actor, key, actions.set_quote, piece, quote.details(), quote.version)


@router.post("/{piece}/deposit")
def post_deposit(piece: str, told: DepositSet, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Say what is asked in advance, or with `state` alone that it was taken, waived, or is due again."""
    if told.state:
        return _act(actor, key, actions.note_deposit, piece, told.state, told.version)
    due = told.due.money() if told.due else None
    return _act(actor, key, actions.ask_deposit, piece, due, told.version)


@router.get("/{piece}/next-slot")
def get_next_slot(
    piece: str, actor: ApiActor, minutes: Annotated[int | None, Query(ge=5, le=1440)] = None,
    artist_id: UUID | None = None, anybody: bool = False,
) -> Response:  # fmt: skip
    """When the next session could be: behind the healing, with the lead artist unless another is named."""
    known = one_of(actor, piece).piece.id
    return as_json(ask(actor, queries.next_slot, known, minutes, artist_id, anybody=anybody))


@router.post("/{piece}/sessions", status_code=201)
def post_session(piece: str, made: PieceSession, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """Book a session of it; 409 with what is in the way."""
    known = one_of(actor, piece).piece.id
    return post(actor, key, actions.book_session, (known, made.details()), booking_as_it_stands)


def one_of(actor: Actor, known: str) -> PieceCard:
    """By id or code; anything else is as unknown as a wrong one."""
    if len(known) > 40:
        raise PieceIsUnknown
    try:
        return ask(actor, queries.piece, UUID(known))
    except ValueError:
        return ask(actor, queries.piece_by_code, known)


def shown(card: PieceCard) -> dict[str, Any]:
    """A piece as programs see it."""
    told = asdict(card)
    return {**told.pop("piece"), **told}


def as_it_stands(work: Work, row: Stored) -> dict[str, Any]:
    """The piece as this very act leaves it."""
    work.session.flush()
    return shown(queries.piece.run(Read(work.connection, work.actor, work.house, "all"), row.id))


def _act(actor: Actor, key: str, verb: Action[..., Stored], piece: str, *args: Any) -> Response:
    known = one_of(actor, piece).piece.id
    return post(actor, key, verb, (known, *args), as_it_stands, status=200)
