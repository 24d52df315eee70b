"""What every API router shares: errors as problems, and who is asking."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.security import HTTPBearer

from studio.kernel.actor import Actor
from studio.kernel.refusal import Refusal, SignedOut
from studio.kernel.text import t

Fields = Mapping[str, Sequence[str]]


def problem(
    status: int,
    title: str = "",
    detail: str = "",
    fields: Fields | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """An RFC 9457 problem; `fields` says per field what to mend."""
    title = title or HTTPStatus(status).phrase
    body = {"type": "about:blank", "title": title, "status": status, "detail": detail, "fields": dict(fields or {})}
    text = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")  # what people send may be no letter at all
    return Response(
        text, status, {"Cache-Control": "no-store", **(headers or {})}, media_type="application/problem+json"
    )


def refused(refusal: Refusal) -> Response:
    """A refusal as a problem, with what it knows besides its sentence."""
    headers = {"WWW-Authenticate": "Bearer"} if refusal.status == 401 else {}
    if wait := getattr(refusal, "retry_after", None):
        headers["Retry-After"] = str(wait)
    return problem(refusal.status, detail=refusal.text(), fields=refusal.fields, headers=headers)


def invalid(error: RequestValidationError) -> Response:
    """What did not fit the description of the API, named per field."""
    fields: dict[str, list[str]] = {}
    for found in error.errors():
        place = ".".join(str(part) for part in found["loc"][1:]) or str(found["loc"][0])
        fields.setdefault(place, []).append(found["msg"])
    return problem(422, detail=t("Please look at the marked fields."), fields=fields)


bearer = HTTPBearer(auto_error=False, description="A token from POST /auth/token, or from `run.py token`.")


async def api_actor(request: Request, _: Annotated[object, Depends(bearer)]) -> Actor:
    """Who sent the bearer token."""
    return actor_of(request)


def actor_of(request: Request) -> Actor:
    """Who sent the bearer token; the gate has looked it up. Raises SignedOut without one."""
    actor = request.scope.get("linework.actor")
    if not isinstance(actor, Actor):
        raise SignedOut
    return actor


ApiActor = Annotated[Actor, Depends(api_actor)]
