"""Waiting for what a page should come to; its policy forbids Playwright's own way, and its clock may stand still."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import FileChooser, Page


def until(page: Page, true: str, arg: object = None, *, seconds: float = 90) -> bool:
    """Whether the expression came true in time."""
    end = time.monotonic() + seconds
    while not page.evaluate(true, arg):
        if time.monotonic() > end:
            return False
        page.wait_for_timeout(30)
    return True


def picker(page: Page, opens: Callable[[], object]) -> FileChooser:
    """What `opens` opens. The browser answers once before: a key would overtake the wish to catch what it opens."""
    with page.expect_file_chooser() as opened:
        page.evaluate("1")
        opens()
    return opened.value


def take_back(page: Page, said: str) -> None:
    """Undo what the only message with these words says."""
    page.locator(".toast", has_text=said).get_by_role("button", name="Undo", exact=True).click()


def wait_until_asked(tablet: Page) -> None:
    """Lets the minute pass; what a browser does after a click (a close, a scroll) begins it anew whenever it comes."""
    for _ in range(30):
        if tablet.locator(".ask").is_visible():
            return
        tablet.clock.run_for(5_000)
    raise AssertionError("nobody is asked")
