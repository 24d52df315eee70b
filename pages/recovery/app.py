"""The recovery screen's own small application: one page, one form, no studio behind it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from pages.recovery import drawing
from pages.recovery.acting import act, proven
from pages.rendering import spoken
from pages.server.headers import seal
from pages.server.visit import SAFE, Visit
from pages.version import VERSION
from storage.errors import StorageFault
from storage.folder import DataFolder
from studio.kernel.refusal import Refusal
from studio.kernel.text import speaking

LARGEST = 64 * 1024
LARGEST_KEY = 4096


@dataclass
class Recovery:
    """One round: shown until something was done about the fault, or somebody wants to try again."""

    folder: DataFolder
    fault: StorageFault
    round: int
    over: Callable[[], None]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        visit = Visit(scope)
        request = Request(scope, receive)

        async def sealed(message: dict[str, object]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = seal(list(message["headers"]), visit, plain=True)  # type: ignore[call-overload]  # ASGI messages are untyped
            await send(message)

        with speaking(spoken(request.query_params.get("lang", ""), visit.header(b"accept-language"), "en")):
            answer = await self._answer(visit, request)
            await answer(scope, receive, sealed)  # type: ignore[arg-type]  # as above

    async def _answer(self, visit: Visit, request: Request) -> Response:
        if not (visit.is_loopback and visit.knows_host()):
            return PlainTextResponse("", 403)
        if visit.method in SAFE:
            return self._shown(visit.path)
        if not visit.comes_from_here():
            return PlainTextResponse("", 403)
        length = visit.header(b"content-length")
        if not length.isdigit() or int(length) > LARGEST:
            return PlainTextResponse("", 413)
        if visit.path == "/again":
            return self._done()
        return await self._acted(request) if visit.path == "/act" else RedirectResponse("/", 303)

    def _shown(self, path: str) -> Response:
        if path == "/healthz":
            return JSONResponse({"status": "recovery", "round": self.round, "version": VERSION}, 503)
        if path.startswith("/static/"):
            return drawing.static(path)
        return drawing.screen(self.folder, self.fault) if path == "/" else RedirectResponse("/", 303)

    async def _acted(self, request: Request) -> Response:
        chosen = ""
        try:
            async with request.form(max_files=1, max_fields=8, max_part_size=LARGEST_KEY) as form:
                typed, file = str(form.get("key") or ""), form.get("key_file")
                chosen = str(form.get("source") or "")
                if file is not None and not isinstance(file, str) and file.size:
                    typed = (await file.read(LARGEST_KEY)).decode("ascii", "replace")
            await asyncio.to_thread(self._act, typed, chosen)
        except Refusal as refusal:
            return drawing.screen(self.folder, self.fault, refusal=refusal, chosen=chosen)
        except StorageFault as fault:
            return drawing.screen(self.folder, self.fault, trouble=fault, chosen=chosen)
        return self._done()

    def _act(self, typed: str, chosen: str) -> None:
        act(self.folder, self.fault, proven(self.folder, typed), chosen)

    def _done(self) -> Response:
        """The answer goes out before the door is closed: closing waits for what is under way."""
        asyncio.get_running_loop().call_later(0.2, self.over)
        return drawing.starting(self.round)
