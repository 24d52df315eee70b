"""The QR code of a client: written by us, known again by us, and nothing else is acted upon."""

import base64
import hashlib
import hmac
from dataclasses import dataclass

from studio.kernel.house import House

SCHEME = "LW:CLIENT:"


@dataclass(frozen=True, slots=True)
class OwnCode:
    """A code this studio printed: the client it stands for."""

    client_code: str


@dataclass(frozen=True, slots=True)
class ForeignCode:
    """Anything else: shown as text, never opened, never followed."""

    text: str


def code_text(house: House, client_code: str) -> str:
    """What the QR of a client holds: our scheme, the code, and a seal only this studio can make."""
    return f"{SCHEME}{client_code}:{_seal(house, client_code)}"


def recognise(house: House, text: str) -> OwnCode | ForeignCode:
    """Whose code it is. Text that only looks like ours, or comes from another studio, is foreign."""
    typed = text.strip().upper()
    client_code, _, seal = typed.removeprefix(SCHEME).rpartition(":")
    ours = typed.startswith(SCHEME) and seal.isascii() and hmac.compare_digest(seal, _seal(house, client_code))
    return OwnCode(client_code) if ours else ForeignCode(readable(text))


def readable(text: str, limit: int = 300) -> str:
    """Foreign text fit to be shown on one line."""
    shown = "".join(character if character.isprintable() else " " for character in text[: limit * 4])
    return " ".join(shown.split())[:limit]


def qr_svg(text: str, scale: int = 5) -> str:
    """A QR code as an SVG document; never a Micro QR, which few phones read."""
    from io import BytesIO

    import segno

    drawn = BytesIO()
    segno.make_qr(text, error="m").save(drawn, kind="svg", scale=scale, border=4, xmldecl=False)
    return drawn.getvalue().decode()


def qr_png(text: str, scale: int = 8) -> bytes:
    """A QR code as a PNG picture."""
    from io import BytesIO

    import segno

    drawn = BytesIO()
    segno.make_qr(text, error="m").save(drawn, kind="png", scale=scale, border=4)
    return drawn.getvalue()


def _seal(house: House, client_code: str) -> str:
    mac = hmac.new(house.derive("client codes"), f"client:{client_code}".encode(), hashlib.sha256).digest()
    return base64.b32encode(mac[:10]).decode()
