"""For what is asked at every keystroke: FastAPI's own way of reading parameters would cost as much as the search."""

from __future__ import annotations

from typing import Any, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

from pages.api import actor_of
from studio.kernel.actor import Actor

M = TypeVar("M", bound=BaseModel)


def asked(request: Request, model: type[M]) -> tuple[Actor, M]:
    """Who asks, and what. Raises what FastAPI would have raised."""
    actor = actor_of(request)
    try:
        return actor, model.model_validate(dict(request.query_params))
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        raise RequestValidationError([{**one, "loc": ("query", *one["loc"])} for one in found]) from error


def described(model: type[BaseModel]) -> dict[str, Any]:
    """The same for the description of the API, as `openapi_extra`."""
    schema = model.model_json_schema()
    needed = schema.get("required", ())
    parameters = [
        {"name": name, "in": "query", "required": name in needed, "schema": shape}
        for name, shape in schema["properties"].items()
    ]
    return {"parameters": parameters, "security": [{"HTTPBearer": []}]}
