"""The API of designs: versions with their pictures, lettering checked, approved or no longer."""

from __future__ import annotations

from hashlib import sha256
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.concurrency import run_in_threadpool

from pages.api import ApiActor
from pages.idempotency import IdempotencyKey, post
from pages.tattoo.api import as_it_stands, one_of
from pages.tattoo.api_bodies import Approved, Spelt, Voided
from studio.extension.incoming import PICTURES, Allowed, made_safe
from studio.kernel.actor import Actor
from studio.kernel.work import Action, Work, ask
from studio.tattoo import actions, queries
from studio.tattoo.models import Piece, PieceApproval, PieceDesign
from studio.tattoo.refusals import DesignIsUnknown

router = APIRouter(prefix="/pieces/{piece}/designs", tags=["pieces"])
latest = APIRouter(prefix="/pieces/{piece}", tags=["pieces"])
TAKEN = Allowed(PICTURES, most=20)
No = Annotated[int, Path(ge=1, le=100_000, description="The version.")]
Words = Annotated[str, Query(max_length=2000)]


@router.post(
    "",
    status_code=201,
    openapi_extra={"requestBody": {"content": {"image/*": {"schema": {"type": "string", "format": "binary"}}}}},
)
async def post_design(
    piece: str, request: Request, actor: ApiActor, lettering: Words = "", note: Words = "", key: IdempotencyKey = ""
) -> Response:
    """A new version: the body is its picture, JPEG, PNG or WebP. Whatever was approved before no longer is."""
    return await run_in_threadpool(_added, actor, key, piece, await request.body(), lettering, note)


@router.get("/{no}/picture", response_class=Response)
def get_picture(piece: str, no: No, actor: ApiActor, small: bool = False) -> Response:
    """The picture of a version."""
    data = ask(actor, queries.design_picture, _version(actor, piece, no), small=small)
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return Response(data, media_type=f"image/{kind}")


@router.post("/{no}/spelling")
def post_spelling(piece: str, no: No, spelt: Spelt, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """The lettering typed out anew: the same, letter by letter, or 422."""
    return _say(actor, key, actions.check_spelling, piece, no, spelt.typed)


@router.post("/{no}/letters")
def post_letters(piece: str, no: No, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """The client confirmed the lettering letter by letter."""
    return _say(actor, key, actions.confirm_letters, piece, no)


@router.post("/{no}/approve")
def post_approve(piece: str, no: No, yes: Approved, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """The client said yes; 409 while its lettering is not checked and confirmed."""
    return _say(actor, key, actions.approve_design, piece, no, yes.how, None, yes.note)


@latest.post("/approve")
def post_approve_latest(piece: str, yes: Approved, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """The client said yes to the latest version."""
    no = max((one.no for one in one_of(actor, piece).designs), default=0)
    return _say(actor, key, actions.approve_design, piece, no, yes.how, None, yes.note)


@router.post("/{no}/void")
def post_void(piece: str, no: No, why: Voided, actor: ApiActor, key: IdempotencyKey = "") -> Response:
    """It is approved no longer."""
    return _say(actor, key, actions.void_approval, piece, no, why.reason)


def _added(actor: Actor, key: str, piece: str, body: bytes, lettering: str, note: str) -> Response:
    known = one_of(actor, piece).piece.id
    asked_for = [str(known), sha256(body).hexdigest(), lettering, note]
    return post(
        actor, key, actions.add_design, (known, made_safe(body, TAKEN), lettering, note), _piece_of, asked_for=asked_for
    )


def _say(actor: Actor, key: str, verb: Action[..., PieceApproval], piece: str, no: int, *args: Any) -> Response:
    return post(actor, key, verb, (_version(actor, piece, no), *args), _piece_of, status=200)


def _version(actor: Actor, piece: str, no: int) -> UUID:
    found = next((one.id for one in one_of(actor, piece).designs if one.no == no), None)
    if found is None:
        raise DesignIsUnknown
    return found


def _piece_of(work: Work, row: PieceDesign | PieceApproval) -> dict[str, Any]:
    return as_it_stands(work, work.get(Piece, row.piece_id))
