"""Static files of the look, each under an address that changes with its content, so browsers may keep it for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from fastapi import FastAPI, Response

FOLDER = Path(__file__).parent / "assets"
PREFIX = "/assets"
TYPES = {
    ".woff2": "font/woff2",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".css": "text/css",
}
_made: dict[str, tuple[str, Callable[[], bytes]]] = {}


def serve(name: str, media_type: str, make: Callable[[], bytes]) -> None:
    """Offer a file that is made by us instead of read from the folder."""
    _made[name] = (media_type, make)
    content.cache_clear()
    address.cache_clear()


@cache
def address(name: str) -> str:
    """Where a page finds the file."""
    return f"{PREFIX}/{hashlib.sha256(content(name)).hexdigest()[:10]}/{name}"


@cache
def content(name: str) -> bytes:
    """The bytes of one asset; KeyError when there is none of that name."""
    if name in _made:
        return _made[name][1]()
    path = FOLDER / name
    if path.parent != FOLDER or not path.is_file():
        raise KeyError(name)
    return path.read_bytes()


def answer(name: str) -> Response:
    """The asset as an HTTP answer, or 404."""
    try:
        body = content(name)
    except KeyError:
        return Response(status_code=404)
    kind = _made[name][0] if name in _made else TYPES.get(Path(name).suffix, "application/octet-stream")
    return Response(body, media_type=kind, headers={"Cache-Control": "public, max-age=31536000, immutable"})


def mount(app: FastAPI) -> None:
    """Answer every asset address on this app."""

    @app.get(PREFIX + "/{stamp}/{name}", include_in_schema=False)
    def asset(stamp: str, name: str) -> Response:  # the stamp only names the version
        return answer(name)
