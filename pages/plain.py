"""The plain app: pages without a websocket, sign-in, and the API, answered before NiceGUI sees the request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import parse_qs

import structlog
from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException

from pages import api_docs, static_files
from pages.api import invalid, problem, refused
from pages.rendering import message, neutral, spoken
from pages.version import VERSION
from studio.extension.registry import Registry
from studio.kernel.house import house
from studio.kernel.incidents import happened, trouble_of
from studio.kernel.refusal import Refusal
from studio.kernel.text import speaking, t

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

API = "/api/v1"
log = structlog.get_logger(__name__)
health = APIRouter()


class PlainApp(FastAPI):
    """Hands what is meant for the API straight to it: two frameworks around one answer cost as much as the answer."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith(f"{API}/"):
            await self.state.api({**scope, "root_path": API}, receive, send)
        else:
            await super().__call__(scope, receive, send)


def plain_app(registry: Registry) -> FastAPI:
    """Everything that is answered without NiceGUI: the registry's plain pages and API routers, and our own few."""
    app = PlainApp(openapi_url=None, docs_url=None, redoc_url=None)
    for router in (health, static_files.router, api_docs.router):
        app.include_router(router)
    for shown in registry.screens.values():
        for router in shown.plain:
            app.include_router(router)
    app.state.api = api_app(registry)
    app.mount(API, app.state.api)
    return _careful(app)


def api_app(registry: Registry) -> FastAPI:
    """The API of all rooms with its own description; also what `run.py openapi` prints."""
    api = FastAPI(
        title="Linework",
        version=VERSION,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        servers=[{"url": API}],
    )
    for shown in registry.screens.values():
        for router in shown.api:
            api.include_router(router)
    return _careful(api)


@health.get("/healthz")
async def healthz() -> dict[str, str]:
    """That it runs, and nothing more."""
    return {"status": "ok", "version": VERSION}


def _careful(app: FastAPI) -> FastAPI:
    app.add_exception_handler(Refusal, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_middleware(Care)
    return app


class Care:
    """Speaks the visitor's language, and turns a surprise into a code on screen and a traceback in the log."""

    def __init__(self, app: App) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        begun = False

        async def watched(sent: MutableMapping[str, Any]) -> None:
            nonlocal begun
            begun = True
            await send(sent)

        with speaking(language_of(scope)):
            try:
                await self.app(scope, receive, watched)
            except Exception as error:
                if begun:
                    raise
                code = happened(trouble_of(error))
                log.exception("incident", code=code, route=getattr(scope.get("route"), "path", ""))
                await _incident(Request(scope), code)(scope, receive, send)
        return None


def language_of(scope: Scope) -> str:
    """What to speak: as `?lang=` says, else as who is signed in likes, else the browser's wish, else the studio's."""
    query = scope.get("query_string", b"")
    asked = parse_qs(query.decode("latin-1")).get("lang", [""])[0][:20] if b"lang=" in query else ""
    actor = scope.get("linework.actor")
    signed_in = actor.language if actor is not None and actor.kind == "person" else ""
    return spoken(
        asked or signed_in, Headers(scope=scope).get("accept-language", ""), house().settings["studio.locale"]
    )


async def _on_refusal(request: Request, refusal: Exception) -> Response:
    if not isinstance(refusal, Refusal):
        raise refusal
    if wants_json(request):
        return refused(refusal)
    if refusal.status == 404:
        return neutral()
    answer = message(t("That did not work"), refusal.text(), status=refusal.status)
    if wait := getattr(refusal, "retry_after", None):
        answer.headers["Retry-After"] = str(wait)
    return answer


async def _on_invalid(request: Request, error: Exception) -> Response:
    if not isinstance(error, RequestValidationError):
        raise error
    return invalid(error) if wants_json(request) else neutral()


async def _on_http(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    if wants_json(request):
        return problem(error.status_code, detail=str(error.detail), headers=error.headers)
    return neutral()


def _incident(request: Request, code: str) -> Response:
    said = t("Something went wrong on our side. Nothing was lost. Code {code}.", code=code)
    return problem(500, detail=said) if wants_json(request) else PlainTextResponse(said, 500)


def wants_json(request: Request) -> bool:
    """Programs and our own script get problems, people get pages."""
    return request.url.path.startswith("/api/v") or "application/json" in request.headers.get("accept", "")
