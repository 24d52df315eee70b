"""What a failing test leaves behind: each window as it stood, what its console said, what Linework logged."""

from __future__ import annotations

import re
import shutil
import time
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

    from tests.browser.served import Served

KEPT = Path(__file__).parents[2] / "build" / "failures"
LINES, WITHIN = 400, 10_000
_windows: dict[BrowserContext, deque[str]] = {}


def watch(context: BrowserContext) -> None:
    """From now on; the newest lines are remembered."""
    said = _windows[context] = deque(maxlen=LINES)

    def note(what: str) -> None:
        said.append(f"{time.strftime('%H:%M:%S')} {what[:500]}")

    context.on("console", lambda told: note(f"{told.type}: {told.text}"))
    context.on("weberror", lambda error: note(f"error: {error.error}"))
    context.on("requestfailed", lambda asked: note(f"failed: {asked.method} {asked.url} {asked.failure}"))
    context.on("response", lambda answer: note(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
    context.on("close", forget)


def forget(context: BrowserContext) -> None:
    _windows.pop(context, None)


def keep(item: pytest.Item) -> Path:
    """Everything that can be had now; gives the folder it lies in."""
    name = re.sub(r"\W+", "-", item.nodeid.removeprefix("tests/browser/"))[:100]
    folder = next(place for n in range(1, 1000) if not (place := KEPT / f"{name}-{n}").exists())
    folder.mkdir(parents=True)
    for at, (context, said) in enumerate(_windows.items(), 1):
        (folder / f"window{at}.txt").write_text("\n".join(said), "utf-8")
        for which, page in enumerate(context.pages, 1):
            with suppress(Exception):  # a page that answers no more leaves less
                (folder / f"window{at}-{which}.html").write_text(f"<!-- {page.url} -->\n{page.content()}", "utf-8")
            with suppress(Exception):
                page.screenshot(path=folder / f"window{at}-{which}.png", timeout=WITHIN)
    served: Served | None = getattr(item, "funcargs", {}).get("served")
    if served:
        for log in (served.said, *(served.data / "logs").glob("*")):
            shutil.copy(log, folder)
    return folder
