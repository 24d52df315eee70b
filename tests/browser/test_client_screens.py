"""The clients' screens with real keys, a real file and a real address."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from tests.browser.patience import until
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

SignIn = Callable[..., "Page"]
WATCH = """() => {
  window.flashed = new Set();
  const look = () => document.querySelectorAll("tr.flashed").forEach((row) => flashed.add(row));
  new MutationObserver(look).observe(document, { attributes: true, childList: true, subtree: true });
}"""
"""Remembers the rows that flash, which they do for a moment."""
PROFILE = re.compile(r"/clients/CL-\d+$")


def put_on_file(page: Page, served: Served, name: str) -> str:
    """By keys alone: n, the name, Ctrl+Enter. Gives the new client's address."""
    page.goto(f"{served.desk}/clients")
    page.locator("[data-row]").first.wait_for()
    page.keyboard.press("n")
    page.wait_for_url("**/clients/new")
    page.get_by_label("Name *").wait_for()
    page.wait_for_function("document.activeElement.getAttribute('aria-label') === 'Name *'")
    page.keyboard.type(name)
    page.keyboard.press("Control+Enter")
    page.wait_for_url(PROFILE)
    return page.url


def test_a_client_is_put_on_file_by_keys_alone_and_another_desk_sees_it(served: Served, sign_in: SignIn) -> None:
    here, there = sign_in("owner"), sign_in("reception")
    there.goto(f"{served.desk}/clients?sort=-code")
    there.locator("[data-row]").first.wait_for()
    there.evaluate(WATCH)
    put_on_file(here, served, "Ottoline Quill")
    here.get_by_text("is on file as").wait_for()
    there.locator("[data-row]").first.get_by_text("Ottoline Quill").wait_for()
    assert until(there, "flashed.size")
    assert there.evaluate("[...flashed].map(row => row.innerText.includes('Ottoline Quill'))") == [True]


def test_what_is_searched_stands_in_the_address_and_survives_a_reload(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    put_on_file(page, served, "Thyra Ångström")
    page.goto(f"{served.desk}/clients")
    page.get_by_label("Search this list").press_sequentially("ngstr")
    page.wait_for_url(re.compile("q=ngstr"))
    page.wait_for_function("document.querySelectorAll('[data-row]').length === 1")
    page.reload()
    page.locator("[data-row]").first.get_by_text("Thyra Ångström").wait_for()
    assert page.locator("[data-row]").count() == 1


def test_leaving_a_changed_form_asks_and_what_was_typed_stays(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    page.goto(put_on_file(page, served, "Ines Tide") + "/edit")
    page.get_by_label("Notes").fill("Half a thought")
    page.wait_for_timeout(300)
    page.get_by_role("link", name="Cancel").click()
    page.get_by_text("Leave without saving?").wait_for()
    page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    page.get_by_text("Leave without saving?").wait_for(state="detached")
    assert page.get_by_label("Notes").input_value() == "Half a thought"


def test_a_portrait_is_handed_in_and_a_code_is_read_from_a_picture(
    served: Served, sign_in: SignIn, tmp_path: Path
) -> None:
    page = sign_in("owner")
    profile = put_on_file(page, served, "Zoë Portrait")
    page.goto(f"{profile}?tab=photos")
    Image.effect_noise((2400, 1800), 80).convert("RGB").save(tmp_path / "me.jpg", quality=95)
    page.locator(".files input[type=file]").first.set_input_files(tmp_path / "me.jpg")
    page.get_by_alt_text("Portrait of Zoë Portrait").wait_for()

    (tmp_path / "code.png").write_bytes(page.request.get(f"{profile}/qr.png").body())
    page.goto(f"{served.desk}/scan")
    page.locator(".files input[type=file]").first.set_input_files(tmp_path / "code.png")
    page.wait_for_url(profile)


def test_the_keyboard_is_back_where_it_was_when_a_dialog_closes(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    put_on_file(page, served, "Focke Rückkehr")
    opener = page.get_by_role("button", name="QR code")
    opener.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").wait_for(state="detached")
    assert opener.evaluate("e => e === document.activeElement")


def test_a_mistyped_address_leads_back(served: Served, sign_in: SignIn) -> None:
    page = sign_in("reception")
    assert page.goto(f"{served.desk}/no-such-screen").status == 404  # type: ignore[union-attr]  # a page was asked for
    page.get_by_text("There is no page at this address.").wait_for()
    page.get_by_role("link", name="Back to Today").click()
    page.wait_for_url(f"{served.desk}/")
    page.goto(f"{served.desk}/clients/CL-9999")
    page.get_by_role("link", name="Back to Today").click()
    page.wait_for_url(f"{served.desk}/")
