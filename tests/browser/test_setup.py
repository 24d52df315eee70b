"""The first start by keyboard alone: never a mouse, closed half-way, opened again, up to the first page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.served import Served, serving
from tests.browser.test_accessible import findings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PASSWORD = "three little swallows"


@contextmanager
def desk(browser: Browser, served: Served, width: int = 1440) -> Iterator[Page]:
    """A browser somewhere in Brazil that speaks English."""
    context = browser.new_context(
        timezone_id="America/Sao_Paulo", locale="en-GB", viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto(served.desk)
    yield page
    context.close()


def at(page: Page, step: str) -> None:
    """Wait for a step, and look whether everybody can use it."""
    page.wait_for_selector(f"form[action='/setup/{step}']")
    page.wait_for_load_state()
    assert not findings(page), step
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0, f"{step} is {wide} px too wide"


def keys(page: Page, *typed: str) -> None:
    """Names of keys are pressed, everything else is typed."""
    for one in typed:
        if one in ("Tab", "Enter", "ArrowDown", "Space"):
            page.keyboard.press(one)
        else:
            page.keyboard.type(one)


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the button of this name has the focus."""
    for _ in range(30):
        if page.evaluate("document.activeElement.innerText || document.activeElement.ariaLabel") == words:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{words} cannot be reached by Tab")


def up_to_the_owner(page: Page) -> None:
    """The first five steps."""
    at(page, "studio")
    keys(page, "North Quay Tattoo", "Enter")
    at(page, "place")
    assert [page.locator(f"#{part}").input_value() for part in ("country", "currency", "zone")] == [
        "BR",
        "BRL",
        "America/Sao_Paulo",
    ]
    tab_to(page, "Continue")
    keys(page, "Enter")
    at(page, "hours")
    keys(page, "10-13, 14-18", "Enter")
    at(page, "payment")
    keys(page, "Space")
    tab_to(page, "Continue")
    keys(page, "Enter")
    at(page, "network")
    keys(page, "ArrowDown")
    page.get_by_text("Which network?").first.wait_for()
    keys(page, "Enter")
    at(page, "owner")


def test_the_whole_wizard_without_a_mouse_closed_half_way_and_gone_on_with(tmp_path: Path, browser: Browser) -> None:
    with serving(tmp_path / "data") as served, desk(browser, served) as page:
        up_to_the_owner(page)
        with page.expect_response(lambda answer: answer.status == 204):
            keys(page, "Ruth Cald")
    with serving(tmp_path / "data") as served, desk(browser, served) as page:
        at(page, "owner")
        assert page.locator("#name").input_value() == "Ruth Cald"
        keys(page, "er", "Tab", "ruth@example.com", "Tab", PASSWORD, "Tab", "three", "Enter")
        page.get_by_text("The two passwords are not the same.").first.wait_for()
        assert not findings(page)
        assert page.evaluate("document.activeElement.id") == "password_again"
        page.locator("#password").focus()
        keys(page, PASSWORD, "Tab", PASSWORD, "Enter")
        at(page, "people")
        keys(page, "Ines Duarte", "Tab", "ines@example.com", "Enter")
        at(page, "clients")
        tab_to(page, "Later")
        keys(page, "Enter")
        at(page, "data")
        keys(page, "Enter")
        page.get_by_text("Your studio is ready").wait_for()
        assert not findings(page)
        tab_to(page, "Open the studio")
        keys(page, "Enter")
        page.wait_for_url(served.desk + "/")
        page.get_by_text("North Quay Tattoo").first.wait_for()


def test_going_on_waits_for_what_is_just_being_kept(tmp_path: Path, browser: Browser) -> None:
    with serving(tmp_path / "data") as served, desk(browser, served) as page:
        at(page, "studio")
        with page.expect_response(lambda answer: answer.status == 204):
            keys(page, "North Quay")
        keys(page, " Tattoo", "Enter")
        at(page, "place")
        page.goto(served.desk + "/setup/studio")
        assert page.locator("#studio_name").input_value() == "North Quay Tattoo"


@pytest.mark.parametrize("width", [390, 820])
def test_it_fits_on_small_screens_and_goes_back_by_the_list(tmp_path: Path, browser: Browser, width: int) -> None:
    with serving(tmp_path / "data") as served, desk(browser, served, width) as page:
        up_to_the_owner(page)
        page.locator("button[value=hours]").focus()
        keys(page, "Enter")
        at(page, "hours")
        assert page.locator("#mon").input_value() == "10-13, 14-18"
        page.locator(".lang select").select_option("pt-BR")
        page.get_by_text("Quando o estúdio abre?").wait_for()
