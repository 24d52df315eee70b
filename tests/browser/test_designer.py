"""A consent text becomes the studio's own in Chromium: changed, moved, looked at, published, handed on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import Served
from tests.browser.test_accessible import on_paper_and_in_the_dark, settled

pytestmark = pytest.mark.browser
HERE = "/consent/templates"


def names(page: Page) -> list[str]:
    return [one.strip()[:20] for one in page.locator(".blocks .medium").all_inner_texts()]


def drag(page: Page, at: int, to: int) -> None:
    """Pull a block by its grip onto another one."""
    over = page.locator(f"[data-block='{to}']").bounding_box()
    grip = page.locator(f"[data-block='{at}'] .grip").bounding_box()
    assert over
    assert grip
    page.mouse.move(grip["x"] + 6, grip["y"] + 6)
    page.mouse.down()
    page.mouse.move(over["x"] + 90, over["y"] + over["height"] / 2, steps=4)
    page.mouse.up()


def test_a_text_is_made_ones_own_and_handed_on(served: Served, sign_in: Callable[..., Page], tmp_path: Path) -> None:
    page = sign_in("owner")
    settled(page, f"{served.desk}{HERE}")
    troubles = on_paper_and_in_the_dark(page)
    assert not troubles, "\n".join(troubles)
    page.get_by_role("link", name="Photo and video release").click()
    page.locator("[data-block='0'] .acts-of button").first.click()
    page.locator(".block-form textarea").first.fill("Our own first words. Five short clauses.")
    troubles = on_paper_and_in_the_dark(page)
    assert not troubles, "\n".join(troubles)
    page.get_by_role("button", name="Keep").click()
    expect(page.get_by_text("It counts once it is published.")).to_be_visible()
    for width, wide in (("Tablet", 820), ("Phone", 390)):
        page.locator(".sight").get_by_text(width, exact=True).click()
        expect(page.locator(f".sight-page.{width.lower()}")).to_be_visible()
        expect(page.frame_locator(".sight-page").get_by_text("Our own first words.")).to_be_visible()
        seen = page.frame_locator(".sight-page").locator("html").evaluate("(e) => [innerWidth, e.scrollWidth]")
        assert wide - 6 <= seen[0] <= wide, seen  # the frame, at the scale it is shown in
        assert seen[1] <= seen[0], f"wider than a {width}"
    before = names(page)
    page.locator("[data-block='2'] .grip").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".blocks .medium").nth(1)).to_contain_text(before[2])
    expect(page.locator("[data-block='1'] .grip")).to_be_focused()
    drag(page, 1, 2)
    expect(page.locator(".blocks .medium").nth(2)).to_contain_text(before[2])
    page.get_by_role("button", name="More for this text").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="As a file: English").click()
    download.value.save_as(tmp_path / "ours.toml")
    page.get_by_role("button", name="Publish").click()
    page.locator(".q-dialog").get_by_role("button", name="Publish").click()
    page.locator(".toast", has_text="counts from now on").wait_for()
    settled(page, f"{served.desk}{HERE}/photo-release/editions")
    expect(page.get_by_role("heading", name="Editions of Photo and video release")).to_be_visible()
    (tmp_path / "ours.toml").write_text((tmp_path / "ours.toml").read_text("utf-8").replace("Five", "5"), "utf-8")
    page.goto(served.desk + HERE)
    page.get_by_role("button", name="Take in a file").click()
    page.locator("input[type=file]").first.set_input_files(tmp_path / "ours.toml")
    page.wait_for_url("**/photo-release")
    expect(page.locator("[data-block='0']")).to_contain_text("5 short clauses")


def test_a_file_with_a_broken_block_is_refused_with_its_name(
    served: Served, sign_in: Callable[..., Page], tmp_path: Path
) -> None:
    page = sign_in("owner")
    broken = tmp_path / "broken.toml"
    broken.write_text('key = "ours"\nlanguage = "en"\ntitle = "T"\ne_form = "E"\n[[blocks]]\nkind = "clown"\n', "utf-8")
    page.goto(served.desk + HERE)
    page.get_by_role("button", name="Take in a file").click()
    page.locator("input[type=file]").first.set_input_files(broken)
    page.locator(".toast", has_text="broken.toml: Block 1").wait_for()
