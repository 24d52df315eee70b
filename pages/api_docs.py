"""The API's description to click through, drawn by the bundled Swagger UI without the network."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from pages.rendering import render

router = APIRouter()


@router.get("/api/docs")
def docs(request: Request) -> Response:
    """Swagger UI over /api/v1/openapi.json."""
    return render("plain_assets/api_docs.html")
