"""Several files at one place: each with its own line, kept until the form is saved, without a mouse as well."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.patience import picker, until
from tests.browser.served import ROOT, clean
from tests.factories.hostile import picture
from tests.factories.hostile_papers import good_paper, locked
from tests.ports import free_port

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port, folder = free_port(), tmp_path_factory.mktemp("field") / "data"
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.browser.field_page", folder, str(port)], cwd=ROOT, env=clean()
    )
    found = f"http://127.0.0.1:{port}/"
    end = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(found, timeout=5).close()
            break
        except OSError:
            time.sleep(0.1)
    yield found
    process.terminate()
    process.wait(20)


@pytest.fixture
def field(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    page = context.new_page()
    page.goto(address)
    page.bring_to_front()
    page.get_by_role("button", name="Choose files").wait_for()
    yield page
    context.close()


def test_each_file_has_a_line_and_one_that_is_refused_leaves_the_others(field: Page) -> None:
    put(
        field,
        ("me.jpg", picture()),
        ("paper.pdf", good_paper(3)),
        ("secret.pdf", locked()),
        ("list.csv", b"Name\nAna\n"),
    )
    field.get_by_text("protected by a password").wait_for()
    field.get_by_text("3 pages").wait_for()
    assert until(field, "() => document.querySelectorAll('.files-list .done').length === 3")
    assert until(field, "() => document.querySelector('.files-list img').naturalWidth > 0")
    assert kept(field) == ["me.jpg", "paper.pdf", "list.csv"]
    field.get_by_role("button", name="Remove paper.pdf").press("Enter")
    assert until(field, "() => document.activeElement.getAttribute('aria-label') === 'Remove secret.pdf'")
    assert kept(field) == ["me.jpg", "list.csv"]
    assert field.evaluate("document.documentElement.scrollWidth") <= 390
    field.get_by_role("button", name="Clear").click()
    assert until(field, "() => !document.querySelector('.files-list')")
    assert kept(field) == []


def test_it_is_used_without_a_mouse_and_read_aloud(field: Page) -> None:
    from playwright.sync_api import expect

    field.keyboard.press("Tab")
    expect(field.get_by_role("button", name="Choose files")).to_be_focused()
    opened = picker(field, lambda: field.keyboard.press("Enter"))
    assert opened.is_multiple()
    opened.set_files([given("me.jpg", picture()), given("list.csv", b"Name\n")])
    assert until(field, "() => document.querySelector('.files [role=status]').textContent === 'list.csv: Ready'")
    field.get_by_role("button", name="Complain").press("Enter")
    field.get_by_role("alert").get_by_text("Choose at least one file.").wait_for()
    field.evaluate(AXE.read_text("utf-8"))
    found = field.evaluate(
        "async () => (await axe.run('.files')).violations.map((one) => one.id + ' ' + one.nodes[0].html)"
    )
    assert found == []


def test_a_lost_connection_is_said_and_tried_again(field: Page) -> None:
    field.route("**/upload/*", lambda route: route.abort())
    put(field, ("list.csv", b"Name\nAna\n"))
    field.locator(".files-list").get_by_text(
        "The file did not arrive. Check the connection, then try again."
    ).wait_for()
    field.unroute("**/upload/*")
    field.get_by_role("button", name="Try again").click()
    assert until(field, "() => document.querySelectorAll('.files-list .done').length === 1")
    assert kept(field) == ["list.csv"]


def test_what_is_too_large_never_travels(field: Page) -> None:
    gone: list[Any] = []
    field.on("request", lambda request: gone.append(request) if "/upload/" in request.url else None)
    put(field, ("film.csv", b"x" * 20_000_001))
    field.locator(".files-list").get_by_text("This file is larger than 20 MB.").wait_for()
    assert gone == []


def kept(page: Page) -> list[str]:
    """What the server holds now."""
    before = page.locator("#kept").text_content()
    page.get_by_role("button", name="Keep").click()
    assert until(page, "(before) => document.querySelector('#kept').textContent !== before", before)
    return page.locator("#kept").inner_text().split()[1:]


def put(page: Page, *files: tuple[str, bytes]) -> None:
    page.locator(".files input[type=file]").first.set_input_files([given(*one) for one in files])


def given(name: str, data: bytes) -> Any:
    kinds = {"jpg": "image/jpeg", "pdf": "application/pdf", "csv": "text/csv"}
    return {"name": name, "mimeType": kinds[name.rsplit(".")[-1]], "buffer": data}
