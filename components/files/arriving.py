"""The address files are sent to: each open field has its own, for the person who opened its page and nobody else."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any, Protocol
from urllib.parse import unquote
from weakref import WeakValueDictionary

from fastapi import FastAPI
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from storage.spool import Spool
from studio.extension.incoming import FileIsTooHeavy
from studio.kernel.actor import Actor
from studio.kernel.house import house

ADDRESS = "/upload"
LONGEST_NAME = 150
TOGETHER = 8
"""Files on their way in at once, in the whole house; others wait their turn."""
_open: WeakValueDictionary[str, Any] = WeakValueDictionary()
_places = asyncio.Semaphore(TOGETHER)


class Place(Protocol):
    """A field that waits for files."""

    owner: Actor

    async def receive(self, name: str, pieces: AsyncIterator[bytes]) -> dict[str, Any]: ...


@dataclass(eq=False)
class Handed:
    """A file that has arrived whole. It is encrypted until it is read, and gone when its page is."""

    name: str
    kind: str
    spool: Spool = field(repr=False)
    pages: int = 0
    small: bytes = field(default=b"", repr=False)
    """A little picture of a picture."""
    whole: bytes | None = field(default=None, repr=False)
    """Its bytes, while whoever takes it looks at them; nothing is opened twice, nor on the event loop."""
    id: str = field(default_factory=lambda: secrets.token_hex(8))

    @property
    def size(self) -> int:
        return self.spool.size

    def read(self) -> bytes:
        """Its bytes, as often as they are needed."""
        return self.spool.read() if self.whole is None else self.whole

    def close(self) -> None:
        """Gone: it reads as empty from here on."""
        self.spool.close()
        self.whole = None


def wait_at_address(place: Place) -> str:
    """An address of its own for a field, as long as the field lives."""
    token = secrets.token_urlsafe(24)
    _open[token] = place
    return f"{ADDRESS}/{token}"


def mount(app: FastAPI) -> None:
    """Take files at these addresses on this app."""
    app.post(ADDRESS + "/{token}", include_in_schema=False)(arrive)


async def arrive(request: Request, token: str) -> Response:
    """One file: its bytes are the body, its name is told beside them."""
    place = _open.get(token)
    if place is None or not _is_theirs(place.owner, request.scope.get("linework.actor")):
        return JSONResponse({}, 404)
    try:
        async with _places:
            told = await place.receive(named(request.headers.get("x-file-name", "")), request.stream())
    except ClientDisconnect:
        return Response(status_code=400)
    return JSONResponse(told, 422 if "said" in told else 200)


async def gathered(pieces: AsyncIterator[bytes], most: int, megabytes: int) -> Spool:
    """All pieces, laid down encrypted. What is more than `most` is heard to its end and forgotten."""
    spool, came = Spool(house().folder.files), 0
    try:
        async for piece in pieces:
            came += len(piece)
            if came <= most:
                await asyncio.to_thread(spool.add, piece)
            else:
                spool.close()
    except BaseException:
        spool.close()
        raise
    if came > most:
        raise FileIsTooHeavy(n=megabytes)
    return spool


def named(told: str) -> str:
    """The last part of a name, as one short line: it is shown, and never used to find a file."""
    name = unquote(told, errors="replace").replace("\\", "/").rsplit("/", 1)[-1]
    plain = "".join(letter for letter in name if letter.isprintable())
    return " ".join(plain.split())[:LONGEST_NAME]


def _is_theirs(owner: Actor, actor: Any) -> bool:
    return isinstance(actor, Actor) and (actor.id, actor.session_id) == (owner.id, owner.session_id)
