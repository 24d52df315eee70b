"""A desk people share, in real Chromium: covered with what was typed below, taken over, and given back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

PIN = "7391"
COVER = ".lock"


def take_a_pin(page: Page, served: Served, role: str) -> None:
    page.goto(f"{served.desk}/profile")
    page.get_by_role("button", name="Choose a PIN").click()
    asked = page.get_by_role("dialog")
    asked.get_by_label("Present password").fill(served.people[role][1])
    asked.get_by_label("New PIN").fill(PIN)
    asked.get_by_role("button", name="Keep this PIN").click()
    page.get_by_text("Your PIN is set.").wait_for()


def share(page: Page, served: Served, name: str) -> None:
    page.goto(f"{served.desk}/login/desk")
    page.get_by_label("Name of this desk").fill(name)
    page.get_by_role("button", name="Share this browser").click()
    page.wait_for_url("**/settings**")


def lock(page: Page) -> None:
    page.get_by_role("button", name="Lock the screen").click()
    page.locator(COVER).wait_for()


def open_with(page: Page, pin: str) -> None:
    page.locator(f"{COVER} input").fill(pin)
    page.keyboard.press("Enter")


def test_what_was_typed_is_still_there_and_other_tabs_are_covered_too(
    served: Served, sign_in: Callable[..., Page]
) -> None:
    page = sign_in("owner")
    take_a_pin(page, served, "owner")
    share(page, served, "Front desk")
    page.goto(f"{served.desk}/profile")
    page.get_by_label("Name *").fill("Typed and not saved")
    tab = page.context.new_page()
    tab.goto(f"{served.desk}/clients")
    tab.get_by_role("button", name="Lock the screen").wait_for()
    lock(page)
    tab.locator(COVER).wait_for()
    assert page.evaluate("document.getElementById('app').inert") is True
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('.lock')"), "the keyboard stays on the cover"
    open_with(page, "0012")
    page.get_by_text("Wrong PIN. 4 tries are left.").wait_for()
    open_with(page, PIN)
    for one in (page, tab):
        one.locator(COVER).wait_for(state="detached")
    assert page.get_by_label("Name *").input_value() == "Typed and not saved"


def test_a_colleague_takes_over_with_the_password_once_and_both_by_pin_after(
    served: Served, sign_in: Callable[..., Page]
) -> None:
    colleague = sign_in("reception")
    take_a_pin(colleague, served, "reception")
    page = sign_in("manager")
    take_a_pin(page, served, "manager")
    share(page, served, "Back room")
    lock(page)
    page.get_by_role("button", name="Somebody else").click()
    page.get_by_text("Who is at the desk?").wait_for()
    page.locator(".faces a", has_text="Noor").click()
    page.get_by_label("Password").fill(served.people["reception"][1])
    page.get_by_role("button", name="Sign in").click()
    page.locator(".who", has_text="Noor").wait_for()
    for name in ("Tomás", "Noor"):
        lock(page)
        page.get_by_role("button", name="Somebody else").click()
        page.locator(".faces a", has_text=name).click()
        page.get_by_label("PIN").fill(PIN)
        page.get_by_role("button", name="Sign in").click()
        page.locator(".who", has_text=name).wait_for()
