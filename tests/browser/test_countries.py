"""A country's profile becomes the studio's own in Chromium: copied, changed, compared, put in force, handed on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import Served
from tests.browser.test_accessible import on_paper_and_in_the_dark, settled

pytestmark = pytest.mark.browser
HERE = "/settings/countries"


def test_a_profile_is_made_ones_own_and_handed_on(served: Served, sign_in: Callable[..., Page], tmp_path: Path) -> None:
    page = sign_in("owner")
    page.goto(served.desk + HERE)
    page.locator("[data-profile=germany]").get_by_role("button", name="Copy").click()
    page.get_by_label("Name").fill("Our Germany")
    page.get_by_role("button", name="Make the copy").click()
    page.wait_for_url("**/change")
    tattoo = page.locator(".edit-row").first
    tattoo.get_by_label("Alone from").fill("20")
    tattoo.get_by_label("Alone from").press("Tab")
    settled_page = on_paper_and_in_the_dark(page)
    assert not settled_page, "\n".join(settled_page)
    page.get_by_role("button", name="Save the profile").click()
    page.wait_for_url("**/own-our-germany")
    with page.expect_download() as download:
        page.get_by_role("button", name="As a file").click()
    download.value.save_as(tmp_path / "ours.toml")
    page.get_by_role("button", name="Use it").click()
    page.locator(".q-dialog").get_by_role("button", name="Use it").click()
    page.locator(".toast", has_text="In force now: Our Germany.").wait_for()
    settled(page, f"{served.desk}{HERE}/own-our-germany/compared")
    expect(page.get_by_text("1 rule differs from Germany.")).to_be_visible()
    page.goto(served.desk + HERE)
    page.get_by_role("button", name="Take in a file").click()
    page.locator("input[type=file]").first.set_input_files(tmp_path / "ours.toml")
    page.wait_for_url("**/own-our-germany-2")
    expect(page.get_by_role("heading", name="Our Germany (2)")).to_be_visible()
