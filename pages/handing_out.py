"""Stored files on their way out: in pieces, by the kind we found, under a name we made."""

from __future__ import annotations

from collections.abc import AsyncIterator

from fastapi.responses import StreamingResponse

PIECE = 64 * 1024
MEDIA = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "text": "text/plain; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
SHOWN = frozenset({"jpeg", "png", "webp", "pdf"})
"""What a browser may show in place: pictures we drew anew, and PDFs that were looked through."""


def handed_out(data: bytes, kind: str, name: str, *, shown: bool = False) -> StreamingResponse:
    """The file of this kind (as `studio.extension.incoming` names it); `name` is plain letters. `shown` opens it in
    the browser where its kind is harmless there, else it is saved."""
    way = "inline" if shown and kind in SHOWN else "attachment"
    headers = {
        "Content-Disposition": f'{way}; filename="{name}"',
        "Content-Length": str(len(data)),
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }
    return StreamingResponse(_pieces(data), media_type=MEDIA.get(kind, "application/octet-stream"), headers=headers)


async def _pieces(data: bytes) -> AsyncIterator[bytes]:
    for at in range(0, len(data), PIECE):
        yield data[at : at + PIECE]
