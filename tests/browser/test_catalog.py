"""The catalogue worked for real: rows dragged, moved by keys, a service changed beside the list."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.browser.patience import until
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

SignIn = Callable[..., "Page"]
NAMES = "[...document.querySelectorAll('[data-row] td.is-strong')].map((one) => one.innerText.trim())"


def names(page: Page) -> list[str]:
    found: list[str] = page.evaluate(NAMES)
    return found


def stands(page: Page, wanted: list[str]) -> bool:
    return bool(until(page, f"JSON.stringify({NAMES}.slice(0, {len(wanted)})) === JSON.stringify({wanted!r})"))


def at_the_catalogue(page: Page, served: Served) -> list[str]:
    page.goto(f"{served.desk}/catalog")
    page.locator("[data-row]").first.wait_for()
    return names(page)


def test_a_row_is_dragged_to_its_place_and_stays_there(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    first, second, third, *_ = at_the_catalogue(page, served)
    grips = page.locator(".grip")
    start, end = grips.nth(2).bounding_box(), grips.nth(0).bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 10, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 10, start["y"] - 10, steps=4)
    page.mouse.move(end["x"] + 10, end["y"] + 10, steps=6)
    page.mouse.up()
    page.get_by_text("The order is changed.").wait_for()
    assert stands(page, [third, first, second])
    page.reload()
    page.locator("[data-row]").first.wait_for()
    assert stands(page, [third, first, second])


def test_a_drag_that_is_given_up_changes_nothing(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    before = at_the_catalogue(page, served)
    start = page.locator(".grip").nth(0).bounding_box()
    assert start
    page.mouse.move(start["x"] + 10, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 10, start["y"] + 110, steps=6)
    assert names(page) != before
    page.keyboard.press("Escape")
    page.mouse.up()
    assert stands(page, before[:4])
    assert page.get_by_text("The order is changed.").count() == 0


def test_a_row_is_moved_by_keys_and_taken_back(served: Served, sign_in: SignIn) -> None:
    page = sign_in("manager")
    first, second, third, *_ = at_the_catalogue(page, served)
    page.locator("[data-row]").first.focus()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Alt+ArrowDown")
    assert stands(page, [second, third, first])
    page.get_by_text("Now number 3 of").wait_for(state="attached")
    assert until(page, "document.activeElement.closest('[data-row]')?.innerText.includes(" + repr(first) + ")")
    both = page.locator(".toast", has_text="The order is changed.")
    both.nth(1).wait_for()
    both.nth(1).get_by_role("button", name="Undo").click()
    assert stands(page, [second, first, third])


def test_rows_cannot_be_moved_while_they_are_sorted_otherwise_or_by_who_may_not(
    served: Served, sign_in: SignIn
) -> None:
    page = sign_in("owner")
    at_the_catalogue(page, served)
    page.get_by_role("button", name="Name", exact=True).click()
    page.wait_for_url(re.compile("sort=name"))
    assert until(page, "!document.querySelector('.grip')")
    desk = sign_in("reception")
    at_the_catalogue(desk, served)
    assert desk.locator(".grip").count() == 0


def test_a_service_is_changed_beside_the_list_by_keys_alone(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    at_the_catalogue(page, served)
    row = page.locator("[data-row]", has_text="Cover-up")
    row.focus()
    page.keyboard.press("Enter")
    pane = page.locator(".beside-one.on")
    pane.get_by_role("heading", name="Cover-up").wait_for()
    pane.get_by_role("button", name="Edit").focus()
    page.keyboard.press("Enter")
    price = pane.get_by_label("Price", exact=True)
    price.wait_for()
    price.fill("1e5")
    page.keyboard.press("Control+Enter")
    pane.get_by_text("is not an amount").wait_for()
    assert price.input_value() == "1e5"
    price.fill("275.50")
    page.keyboard.press("Control+Enter")
    page.get_by_text("Changes to Cover-up are saved.").wait_for()
    pane.get_by_text("from £275.50").wait_for()
    row.get_by_text("from £275.50").wait_for()


def test_what_is_typed_beside_the_list_is_not_lost_to_another_row(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    at_the_catalogue(page, served)
    page.locator("[data-row]", has_text="Half day").click()
    pane = page.locator(".beside-one.on")
    pane.get_by_role("button", name="Edit").click()
    pane.get_by_label("Name *").fill("Five hours")
    page.locator("[data-row]", has_text="Full day").click()
    page.get_by_text("Leave without saving?").wait_for()
    page.get_by_role("dialog", name="Leave without saving?").get_by_role("button", name="Cancel").click()
    assert pane.get_by_label("Name *").input_value() == "Five hours"


def test_on_a_phone_a_service_is_moved_from_its_menu(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner", width=390)
    page.goto(f"{served.desk}/catalog")
    page.locator(".cards [data-row]").first.wait_for()
    card = page.locator(".cards [data-row]").nth(1)
    name = card.locator(".card-name").inner_text().strip()
    card.get_by_role("button").click()
    page.get_by_role("menuitem", name="Move up").click()
    page.get_by_text("The order is changed.").wait_for()
    assert until(page, f"document.querySelector('.cards .card-name').innerText.trim() === {name!r}")
