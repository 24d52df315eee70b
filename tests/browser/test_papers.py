"""The studio's papers in real browsers: read over the form without losing it, and taken home on the client's phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from studio.clients.reader import read_code
from tests.browser.served import Served
from tests.browser.test_accessible import invitation

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEAVES_NO_TRACE = True
SignIn = Callable[..., "Page"]


def test_a_guest_reads_the_notice_over_the_form_and_goes_on_typing(
    served: Served, sign_in: SignIn, phone: Page
) -> None:
    troubles: list[str] = []
    phone.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    phone.goto(invitation(sign_in("reception"), served))
    phone.locator("#name").fill("Ana Pereira")
    phone.evaluate("document.querySelectorAll('.step').forEach(step => (step.hidden = false))")
    link = phone.get_by_role("link", name="Privacy notice")
    link.click()
    sheet = phone.get_by_role("dialog", name="Privacy notice")
    sheet.get_by_role("heading", name="What we keep").wait_for()
    sheet.get_by_role("button", name="Close").click()
    sheet.wait_for(state="detached")
    assert phone.locator("#name").input_value() == "Ana Pereira"
    assert phone.evaluate("document.activeElement.dataset.paper") == "Privacy notice"
    assert troubles == []


def test_a_sheet_goes_to_the_clients_phone_and_the_desk_sees_it_opened(
    served: Served, sign_in: SignIn, phone: Page
) -> None:
    desk = sign_in("artist")
    desk.goto(f"{served.desk}/clients/CL-0003")
    desk.get_by_role("button", name="Give a sheet").click()
    desk.get_by_role("button", name="Give it", exact=True).click()
    code = desk.get_by_role("img", name="QR code of")
    code.wait_for()
    address = read_code(code.screenshot())
    assert address
    desk.get_by_role("button", name="Done").click()
    phone.goto(served.lan_address(address))
    phone.locator("article h1").wait_for()
    assert phone.evaluate("performance.getEntriesByType('resource').length") == 0
    desk.get_by_text("Opened").first.wait_for()
    desk.get_by_role("button", name="Take the note of").first.click()
    desk.get_by_text("Taken back", exact=True).wait_for()
    phone.reload()
    phone.get_by_text("Nothing to see here").wait_for()
