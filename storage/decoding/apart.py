"""The process apart: it opens what others sent, knows no key and no database, may write no file and not grow on."""

from __future__ import annotations

import json
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from storage.decoding.asked import Unfit, Wish
from storage.restraint import restrain

MOST_MEMORY = 1_500_000_000
"""Bytes of addresses, libraries among them: forty megapixels take a fourth."""
MOST_SECONDS = 600
"""Of computing in a whole life; one file has its own, shorter patience."""


def serve(pipe: Connection[Any, Any]) -> None:
    """Answer one question after the other, until nobody asks any more."""
    restrain(MOST_MEMORY, MOST_SECONDS)
    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            asked = json.loads(pipe.recv_bytes())
            told, parts = answer(asked, pipe.recv_bytes() if asked["size"] else b"")
            pipe.send_bytes(json.dumps(told).encode())
            for part in parts:
                pipe.send_bytes(part)


def answer(asked: dict[str, Any], upload: bytes) -> tuple[dict[str, Any], list[bytes]]:
    """Pictures for wishes, a number of pages else; whatever a file does to its reader is a file that is unclear."""
    from storage.decoding.drawing import redraw
    from storage.decoding.papers import count_pages

    try:
        if "wishes" in asked:
            return {}, redraw(upload, [Wish(**wish) for wish in asked["wishes"]])
        return {"pages": count_pages(upload)}, []
    except Unfit as unfit:
        return {"unfit": unfit.why}, []
    except MemoryError:
        return {"unfit": "large"}, []
    except Exception:  # noqa: BLE001  as said above
        return {"unfit": "unclear"}, []
