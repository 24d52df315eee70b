"""Files of a client: portrait, QR code and the printable card. Plain addresses, for staff alone."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from fastapi import APIRouter, Request, Response

from studio.clients.card_print import card_pdf
from studio.clients.codes import code_text, qr_png, qr_svg
from studio.clients.queries import ClientCard, client_card, photo_of
from studio.documents.drawing.faces import FOLDER, face_for
from studio.kernel.actor import Actor
from studio.kernel.house import house
from studio.kernel.refusal import SignedOut
from studio.kernel.work import ask

router = APIRouter()
KEPT = {"Cache-Control": "private, max-age=31536000, immutable"}


@router.get("/clients/{code}/photo", include_in_schema=False)
def photo(request: Request, code: str, size: Literal["s", "l"] = "s") -> Response:
    """The portrait. Its address names the content, so a browser may keep it as far as the gate allows."""
    return Response(ask(_actor(request), photo_of, code, size), media_type="image/jpeg", headers=KEPT)


@router.get("/clients/{code}/qr.png", include_in_schema=False)
def png(request: Request, code: str) -> Response:
    """The client's QR code as a picture, large enough to print."""
    card = _card(request, code)
    return _file(qr_png(code_text(house(), card.code), scale=12), "image/png", f"{card.code}.png")


@router.get("/clients/{code}/qr.svg", include_in_schema=False)
def svg(request: Request, code: str) -> Response:
    """The client's QR code as lines."""
    card = _card(request, code)
    return _file(qr_svg(code_text(house(), card.code)).encode(), "image/svg+xml", f"{card.code}.svg")


@router.get("/clients/{code}/card.pdf", include_in_schema=False)
def card_to_print(request: Request, code: str) -> Response:
    """Name, code and QR on the size of a bank card; opens in the viewer, ready to print."""
    card = _card(request, code)
    place = house()
    studio = place.settings["studio.name"]
    drawn = card_pdf(studio, card.name, card.code, code_text(place, card.code), _font(card.name + studio))
    return _file(drawn, "application/pdf", f"{card.code}.pdf", shown=True)


def _font(words: str) -> Path | None:
    """The bundled typeface that writes all of these letters, or most of them."""
    face = face_for(words, bold=False)
    return FOLDER / f"{face.name}.ttf" if face else None


def _card(request: Request, code: str) -> ClientCard:
    return ask(_actor(request), client_card, code)


def _actor(request: Request) -> Actor:
    actor = request.scope.get("linework.actor")
    if not isinstance(actor, Actor):
        raise SignedOut
    return actor


def _file(content: bytes, kind: str, name: str, *, shown: bool = False) -> Response:
    way = "inline" if shown else "attachment"
    return Response(content, media_type=kind, headers={"Content-Disposition": f'{way}; filename="{name}"'})
