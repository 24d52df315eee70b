"""The inbox on a wide screen, worked by keys alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.browser.patience import until
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEAVES_NO_TRACE = True
SignIn = Callable[..., "Page"]
HELD = "document.activeElement.closest('[data-row]')?.matches('.current')"


def names(page: Page) -> list[str]:
    return page.locator("[data-row] td.is-strong").all_inner_texts()


def opened(page: Page, name: str) -> None:
    page.locator(".beside-one.on h2", has_text=name).first.wait_for()


def test_forms_are_gone_through_and_decided_by_keys_alone(served: Served, sign_in: SignIn) -> None:
    page = sign_in("reception")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{served.desk}/inbox")
    page.locator("[data-row]").first.wait_for()
    first, second, third, *_ = names(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    opened(page, first)
    page.keyboard.press("ArrowDown")
    opened(page, second)
    page.wait_for_url(re.compile(r"/inbox\?open="))
    page.reload()
    opened(page, second)
    assert until(page, HELD)
    page.keyboard.press("a")
    opened(page, third)
    assert until(page, HELD)
    assert second not in names(page)
    page.keyboard.press("ArrowUp")
    opened(page, first)
    page.keyboard.press("Escape")
    page.locator(".beside-one.on").wait_for(state="detached")
    page.set_viewport_size({"width": 1000, "height": 900})
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/inbox/[\w-]+$"))
