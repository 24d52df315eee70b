"""The studio's logo: any picture becomes a small PNG drawn anew, kept as a file under the setting `studio.logo`."""

from __future__ import annotations

from storage.decoding import Wish
from storage.errors import StorageFault
from studio.extension.incoming import Allowed, draw_anew
from studio.kernel.house import House, house
from studio.upkeep.refusals import LogoIsUnclear

KEY = "studio.logo"
LOGO = Allowed(most=10)
WIDEST = 600
WISH = Wish(WIDEST, "png", trimmed=True)
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def read_logo(upload: bytes) -> bytes:
    """The picture as a PNG of at most 600 pixels, without its empty margins and whatever else the file carried.

    What is transparent stays so. Refuses what is no picture, too large or empty. Slow for large ones: call it in a
    worker thread.
    """
    return draw_anew(upload, WISH, allowed=LOGO, field=KEY)[0]


def keep_logo(place: House, upload: bytes) -> str:
    """Put it on file; gives what the setting is set to."""
    return place.files.put(read_logo(upload))


def fitting_logo(value: str) -> str:
    """Nothing, or a logo that was kept before: no other attachment is ever shown to guests."""
    if value and not (house().files.has(value) and logo_bytes(house(), value)):
        raise LogoIsUnclear(KEY)
    return value


def logo_bytes(place: House, file_id: str) -> bytes:
    """The PNG behind a setting; nothing where there is none, or where its file is gone or no logo."""
    try:
        found = place.files.read(file_id) if file_id else b""
    except StorageFault:
        return b""
    return found if found.startswith(SIGNATURE) else b""
