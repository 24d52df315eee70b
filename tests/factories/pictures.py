"""Photos as people hand them in: with camera, place and a thumbnail inside."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image

from studio.clients.actions import record_consent
from studio.clients.models import Client
from studio.kernel.actor import Actor
from studio.kernel.work import perform
from studio.photos.actions import add_photo
from studio.photos.models import Photo
from studio.photos.pictures import Drawn, read_photo
from tests.factories.clients import on_file

SECRETS = ("Pocketcam 9", "Rua Secreta", "Jo Photographer")


@cache
def with_secrets(colour: str = "sienna") -> bytes:
    """A JPEG that tells which camera, where on earth, and who."""
    exif = Image.Exif()
    exif[0x0110], exif[0x013B], exif[0x010E] = SECRETS[0], SECRETS[2], SECRETS[1]
    exif.get_ifd(0x8825).update({1: "S", 2: (23.0, 33.0, 1.0), 3: "W", 4: (46.0, 38.0, 2.0)})
    out = BytesIO()
    Image.new("RGB", (640, 480), colour).save(out, "JPEG", exif=exif, comment=b"Rua Secreta 7")
    return out.getvalue()


@cache
def drawn(colour: str = "sienna") -> Drawn:
    """Such a picture as it is kept."""
    return read_photo(with_secrets(colour))


def agreeing(actor: Actor, *kinds: str, name: str = "Ana Pereira") -> Client:
    """A client who gave these consents."""
    client = on_file(actor, name)
    for kind in kinds or ("photo_record", "photo_publicity"):
        perform(actor, record_consent, client.id, kind, True)
    return client


def kept(actor: Actor, client: Client, colour: str = "sienna", **details: Any) -> Photo:
    """A picture of a client on file."""
    return perform(actor, add_photo, client.id, drawn(colour), {"kind": "finished", **details})
