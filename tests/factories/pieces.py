"""Pieces of a test studio, and designs for them."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from uuid import UUID

from PIL import Image

from studio.extension.incoming import PICTURES, Allowed, Safe, made_safe
from studio.kernel.actor import Actor
from studio.kernel.work import perform
from studio.schedule.actions import check_in_booking, finish_session, start_session
from studio.schedule.models import Booking
from studio.tattoo.actions import add_design, add_piece, book_session
from studio.tattoo.models import Piece, PieceDesign
from tests.factories.clients import on_file
from tests.factories.clock import Later
from tests.factories.schedule import NOON

SIGNED = b"\x89PNG\r\n\x1a\nsigned"


def piece_for(actor: Actor, client: UUID | None = None, **details: Any) -> Piece:
    """A piece of a client."""
    client = client or on_file(actor, "Bo Lind").id
    return perform(actor, add_piece, client, {"title": "Tide sleeve", **details})


def drawn(shade: int = 40) -> Safe:
    """The picture of a design, made safe."""
    sheet = BytesIO()
    Image.new("L", (60, 80), shade).save(sheet, "PNG")
    return made_safe(sheet.getvalue(), Allowed(PICTURES))


def designed(actor: Actor, piece: UUID, lettering: str = "", shade: int = 40) -> PieceDesign:
    """A version of the design."""
    return perform(actor, add_design, piece, drawn(shade), lettering)


def sitting(actor: Actor, piece: UUID, artist: UUID, at: str = NOON, **details: Any) -> Booking:
    """A booking of a piece, for an hour."""
    return perform(actor, book_session, piece, {"artist_id": artist, "starts_local": at, "minutes": 60, **details})


def worked(actor: Actor, clock: Later, booking: UUID, minutes: int) -> None:
    """It takes place, and takes so long."""
    perform(actor, check_in_booking, booking)
    perform(actor, start_session, booking, "A friend of the house")
    clock.wait(minutes=minutes)
    perform(actor, finish_session, booking)
