"""Waiting for what a page should come to; its policy forbids Playwright's own way, and its clock may stand still."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import FileChooser, Page


@contextmanager
def may_be_left(page: Page) -> Iterator[None]:
    """For what is asked of a page that may be just about to be left: the answer then is the page that follows."""
    from playwright.sync_api import Error

    try:
        yield
    except Error as error:
        if "Execution context was destroyed" not in str(error):
            raise
        page.wait_for_load_state("domcontentloaded")


def until(page: Page, true: str, arg: object = None, *, seconds: float = 45) -> bool:
    """Whether the expression came true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with may_be_left(page):
            if page.evaluate(true, arg):
                return True
        page.wait_for_timeout(30)
    return False


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
