"""What `?` lists is what answers to a key, no more and no less, on every screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pages.furnishing import KEYS
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEAVES_NO_TRACE = True
SignIn = Callable[..., "Page"]
SCREENS = (*KEYS, "/consent", "/clients/CL-0001", "/clients/tags", "/staff/roles", "/alerts", "/profile")
ANSWERING = """() => [...document.querySelectorAll("[data-key]")].filter(el => !el.closest(".main") || el.offsetParent)
  .map(el => el.dataset.key.replace("mod k", "Ctrl K"))"""
BY_HAND = {"Ctrl ↵", "Esc", "↑ ↓", "↵", "Space", "PgUp PgDn", "Home End"}
"""What fields, lists and dialogs hear themselves."""


def listed(page: Page) -> dict[str, str]:
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog")
    sheet.locator("dt").first.wait_for()
    keys = [" ".join(one.split()) for one in sheet.locator("dt").all_inner_texts()]
    words = sheet.locator("dd").all_inner_texts()
    page.keyboard.press("Escape")
    sheet.wait_for(state="detached")
    return dict(zip(keys, words, strict=True))


def test_the_list_of_keys_is_whatever_answers_to_one(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    for path in dict.fromkeys(SCREENS):
        page.goto(served.desk + path)
        page.locator(".main h1").wait_for()
        page.locator(".app [data-key='mod k']").wait_for(state="attached")
        answering = page.evaluate(ANSWERING)
        assert len(set(answering)) == len(answering), f"{path}: one key for two things"
        shown = listed(page)
        assert set(answering) == set(shown) - BY_HAND, path
        assert all(shown.values()), path
    assert "g l" in shown
