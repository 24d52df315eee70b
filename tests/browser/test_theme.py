"""The theme of an account: chosen on one device, worn on the next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page


def worn(page: Page) -> str:
    page.locator("main").wait_for()
    return str(page.evaluate("document.documentElement.dataset.theme || 'system'"))


def test_a_theme_chosen_on_one_device_is_worn_on_another(served: Served, sign_in: Callable[..., Page]) -> None:
    one = sign_in("reception")
    one.goto(f"{served.desk}/profile")
    one.get_by_role("radio", name="Dark").or_(one.locator("main button", has_text="Dark")).first.click()
    one.get_by_role("button", name="Save account").click()
    one.get_by_text("Saved.").wait_for()
    other = sign_in("reception")
    assert (worn(other), "#" in other.url) == ("dark", False)
    other.goto(f"{served.desk}/clients")
    assert worn(other) == "dark"
    assert worn(sign_in("owner")) == "system"
