"""The recovery screen in a browser: by keys alone back to the studio, and nothing for axe to find."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.test_accessible import findings
from tests.faults.hurting import HURTS, Recovering, with_a_copy

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def recovering(demo_folder: tuple[Path, dict[str, tuple[str, str]]], tmp_path: Path) -> Iterator[Recovering]:
    """A demo studio whose database was hurt after its last migration."""
    data = tmp_path / "data"
    shutil.copytree(demo_folder[0], data, ignore=shutil.ignore_patterns("*.lock"))
    with_a_copy(data)
    HURTS["page"](data, random.Random(7))
    served = Recovering(data)
    yield served
    assert served.end() == 0


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    yield context.new_page()
    context.close()


def test_the_keyboard_alone_leads_back_to_the_studio(recovering: Recovering, page: Page) -> None:
    page.goto(recovering.url)
    assert page.locator("h1").inner_text() == "The studio's data is damaged"
    assert findings(page) == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.value").startswith("copy:")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("00")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    assert findings(page) == []
    page.locator("#key").focus()
    page.keyboard.type((recovering.data / "linework.key").read_text())
    page.keyboard.press("Enter")
    page.wait_for_url("**/login**")
    assert recovering.ready().startswith("Linework is ready")
