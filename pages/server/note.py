"""A note in the data folder, by which a second start finds the Linework that already serves it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOTE, WISH = "serving.json", "show.wish"


@contextmanager
def noted(folder: Path, url: str) -> Iterator[None]:
    """Leave the address for as long as it is served."""
    (folder / WISH).unlink(missing_ok=True)
    write(folder, url, window=False)
    try:
        yield
    finally:
        (folder / NOTE).unlink(missing_ok=True)


def write(folder: Path, url: str, *, window: bool) -> None:
    """Who serves this folder, where, and whether in a window of its own."""
    (folder / NOTE).write_text(json.dumps({"url": url, "pid": os.getpid(), "window": window}), "utf-8")


def read(folder: Path) -> tuple[str, bool]:
    """Address and whether it has a window; nothing while it is only starting."""
    try:
        found = json.loads((folder / NOTE).read_text("utf-8"))
        return str(found["url"]), bool(found["window"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", False


def wish_to_see(folder: Path) -> None:
    """Ask the running window to come to the front."""
    (folder / WISH).touch()


def wish_granted(folder: Path) -> bool:
    """Whether somebody asked since last time."""
    try:
        (folder / WISH).unlink()
    except FileNotFoundError:
        return False
    return True
