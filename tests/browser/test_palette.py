"""The palette and the shortcuts with real keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.browser.served import Served
from tests.browser.test_accessible import findings

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEAVES_NO_TRACE = True
SignIn = Callable[..., "Page"]


def opened(page: Page) -> None:
    page.keyboard.press("Control+k")
    page.wait_for_function("document.activeElement.matches('.palette input') && document.querySelector('.palette-row')")


def test_by_keys_alone_to_a_screen_and_a_client(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    page.goto(f"{served.desk}/clients")
    page.locator("[data-row]").first.wait_for()
    opened(page)
    page.keyboard.type("inb")
    page.locator(".palette-row[aria-selected=true]", has_text="Inbox").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/inbox")
    page.locator(".app").wait_for()
    opened(page)
    page.keyboard.type("cl-0001")
    page.keyboard.press("Enter")  # before the answer is there: the first that comes is taken
    page.wait_for_url("**/clients/CL-0001")
    page.locator(".app").wait_for()
    opened(page)
    recent = page.locator(".palette [role=group]").first
    recent.get_by_text("CL-0001").wait_for()
    recent.get_by_text("Inbox").wait_for()


def test_what_stands_on_this_page_can_be_done_and_its_keys_are_shown(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    page.goto(f"{served.desk}/clients")
    page.locator("[data-row]").first.wait_for()
    page.keyboard.press("?")
    keys = page.get_by_role("dialog")
    keys.get_by_text("On this page").wait_for()
    keys.get_by_text("New client").wait_for()
    page.keyboard.press("Escape")
    keys.wait_for(state="detached")
    page.get_by_label("Search this list").fill("?n")  # never inside fields
    assert page.get_by_role("dialog").count() == 0
    opened(page)
    page.keyboard.type("new cl")
    page.keyboard.press("Enter")
    page.wait_for_url("**/clients/new")


def test_it_is_legible_to_everybody(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    page.goto(f"{served.desk}/clients")
    page.locator("[data-row]").first.wait_for()
    opened(page)
    assert not findings(page), "\n".join(findings(page))


def test_signing_out_is_a_few_keys_away(served: Served, sign_in: SignIn) -> None:
    page = sign_in("reception")
    page.goto(f"{served.desk}/clients")
    page.locator("[data-row]").first.wait_for()
    opened(page)
    page.keyboard.type("sign out")
    page.keyboard.press("Enter")
    page.get_by_label("E-mail").wait_for()
