"""A consent with every kind of block in real Chromium: questions, a figure, a photo, an answer that stops it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.browser.served import Served, run, serving
from tests.browser.signing import answer_all, draw, forward, phone_address, send
from tests.browser.test_accessible import findings

if TYPE_CHECKING:
    from playwright.sync_api import Page

SignIn = Callable[..., "Page"]
PUBLISH = """
import sys
from pathlib import Path
from studio.extension.opening import open_studio
from tests.conftest import rooms
from tests.factories.texts import publish_every_block
open_studio(Path(sys.argv[1]), rooms())
publish_every_block()
"""


@pytest.fixture(scope="module")
def served(
    demo_folder: tuple[Path, dict[str, tuple[str, str]]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """A studio whose own text has every kind of block."""
    copy = tmp_path_factory.mktemp("blocks") / "data"
    shutil.copytree(demo_folder[0], copy, ignore=shutil.ignore_patterns("*.lock"))
    run(str(copy), program=("-c", PUBLISH))
    with serving(copy, demo_folder[1]) as studio:
        yield studio


def answer(page: Page, key: str, value: str) -> None:
    """One of the text's own questions with something to choose from."""
    page.locator(f"[name='x.{key}'][value={value}] + span").click()


def ask_own_questions(page: Page) -> None:
    """Through the introduction and the text's own questions."""
    page.locator("[name=e_form]").check(force=True)
    forward(page)
    forward(page)
    assert page.locator(".err:visible").all_inner_texts() == ["Answer yes or no."]
    answer(page, "swollen", "yes")
    page.locator("[name='x.swollen.d']").fill("Monday")
    page.locator("[name='x.since']").fill("After sport")
    answer(page, "numb", "no")
    page.locator("[name='x.hours']").fill("2,5")
    page.locator("[name='x.last']").fill("2026-01-31")
    answer(page, "design", "custom")
    answer(page, "styles", "flash")


def test_every_block_from_the_first_question_to_the_packet(served: Served, sign_in: SignIn, phone: Page) -> None:
    desk = sign_in("artist")
    send(desk, served, "Their own phone")
    phone.goto(phone_address(desk, served))
    ask_own_questions(phone)
    found = findings(phone)
    forward(phone)
    draw(phone, phone.locator(".clause:visible .pad canvas"), 2)
    forward(phone)

    # A tap on the figure, another place by the keyboard alone.
    forward(phone)
    assert "Show where on your body" in phone.locator(".err:visible").inner_text()
    phone.locator("path[data-place='front.chest_left']").click()
    phone.locator("[data-view=front]").focus()
    phone.keyboard.press("ArrowRight")
    phone.locator("input[data-place='back.spine']").focus()
    phone.keyboard.press("Space")
    assert phone.locator(".chosen").inner_text() == "Chosen: Left side of the chest, Spine"
    assert phone.locator("path.on").count() == 2
    found += findings(phone)
    forward(phone)

    forward(phone)
    assert phone.locator(".err:visible").inner_text() == "Take or choose a photo."
    phone.locator(".choose input").set_input_files(
        {"name": "notes.txt", "mimeType": "image/jpeg", "buffer": b"no picture at all"}
    )
    phone.get_by_text("This is another kind of file").wait_for()
    phone.locator(".take input").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": picture()})
    phone.get_by_text("The photo is here.").wait_for()
    assert phone.locator(".shot").is_visible()
    found += findings(phone)
    forward(phone)

    answer_all(phone)
    forward(phone)
    phone.get_by_role("heading", name="Nearly done").wait_for()
    forward(phone)
    for _ in ("How I am today", "the studio's own rules for moving and cancelling"):
        draw(phone, phone.locator(".clause:visible .pad canvas"), 2)
        forward(phone)
    for consent in phone.locator("[data-c]").all():
        consent.locator("[value=yes] + span").click()
    forward(phone)
    forward(phone)
    draw(phone, phone.locator(".big canvas"), 5)
    forward(phone)
    phone.get_by_text("Thank you!").first.wait_for()
    assert not found, "\n".join(found)
    desk.get_by_text("waiting for the artist").wait_for()


def test_an_answer_that_rules_it_out_ends_it_kindly_and_the_desk_is_told(
    served: Served, sign_in: SignIn, phone: Page
) -> None:
    desk = sign_in("artist")
    send(desk, served, "Their own phone")
    phone.goto(phone_address(desk, served))
    ask_own_questions(phone)
    answer(phone, "numb", "yes")
    forward(phone)
    phone.get_by_text("Let us talk first").wait_for()
    phone.get_by_role("button", name="Change my answer").click()
    assert "With this answer we cannot go on today" in phone.locator(".err:visible").inner_text()
    forward(phone)
    phone.get_by_role("button", name="Yes, it is so").click()
    phone.get_by_text("Thank you for telling us").wait_for()
    desk.get_by_text("An answer rules it out today").first.wait_for()
    assert phone.evaluate("Object.keys(localStorage).filter(key => key.startsWith('linework:')).length") == 0


def picture() -> bytes:
    """A photo as a phone would send it."""
    out = BytesIO()
    Image.new("RGB", (900, 700), "peru").save(out, "PNG")
    return out.getvalue()
