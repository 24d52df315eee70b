"""What every collection of the API shares: pages in, one envelope out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

import orjson
from fastapi import Query, Response

PageNumber = Annotated[int, Query(ge=1, le=1_000_000, description="Which page, from 1.")]
PageSize = Annotated[int, Query(ge=1, le=200, description="How many a page.")]


def collection(items: Iterable[Any], total: int, page: int, size: int) -> Response:
    """The envelope around a page of a collection. orjson and no response model: a list costs what its rows cost."""
    return as_json({"items": list(items), "total": total, "page": page, "size": size})


def as_json(value: Any, status: int = 200) -> Response:
    """Plain data, dataclasses, ids and aware times as JSON."""
    return Response(orjson.dumps(value), status, media_type="application/json")
