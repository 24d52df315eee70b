"""Waiting for what a page should come to; its policy forbids Playwright's own way, and its clock may stand still."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def until(page: Page, true: str, arg: object = None, *, seconds: float = 30) -> bool:
    """Whether the expression came true in time."""
    end = time.monotonic() + seconds
    while not page.evaluate(true, arg):
        if time.monotonic() > end:
            return False
        page.wait_for_timeout(30)
    return True
