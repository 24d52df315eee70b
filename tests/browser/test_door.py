"""The front door in real browsers: the poster, a form on the tablet and in the desk's window, a code of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from studio.clients.reader import read_code
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

SignIn = Callable[..., "Page"]
SAID = "() => document.querySelector('.step:not([hidden]) h1').innerText"


def fill_in(page: Page, name: str, email: str = "") -> None:
    """Through every step of the form, with what it needs and nothing more."""
    page.locator("#name").fill(name)
    forward(page)
    if email:
        page.locator("#email").fill(email)
    forward(page)
    page.locator("[name=birth_day]").fill("4")
    page.locator("select[name=birth_month]").select_option("3")
    page.locator("[name=birth_year]").fill("1991")
    for _ in range(3):
        forward(page)


def forward(page: Page) -> None:
    """One step on."""
    before = page.evaluate(SAID)
    page.get_by_role("button", name="Continue").click()
    page.wait_for_function(f"said => ({SAID})() !== said", arg=before)


def test_a_guest_scans_the_poster_and_the_desk_hears_of_the_form(served: Served, sign_in: SignIn, phone: Page) -> None:
    desk = sign_in("owner")
    desk.goto(f"{served.desk}/inbox/poster")
    desk.get_by_text("Off: the poster leads nowhere.").wait_for()
    desk.get_by_role("switch", name="Guests may scan the poster").click()
    desk.get_by_text("the poster hands out forms").wait_for()
    code = desk.get_by_label("QR code of the poster")
    read = read_code(code.screenshot())
    assert read
    phone.goto(served.lan_address(read))
    phone.get_by_role("button", name="Start").click()
    phone.wait_for_url("**/r/*")
    desk.goto(f"{served.desk}/inbox")
    fill_in(phone, "Posy Door")
    phone.get_by_role("button", name="Send").click()
    phone.get_by_text("Thank you!").wait_for()
    desk.locator("[data-row]", has_text="Posy Door").wait_for()


def test_a_form_goes_to_the_tablet_and_the_tablet_waits_again(served: Served, sign_in: SignIn, tablet: Page) -> None:
    desk = sign_in("reception")
    desk.goto(f"{served.desk}/inbox")
    desk.get_by_role("button", name="Register a client").last.click()
    desk.get_by_role("button", name="On a tablet").click()
    tablet.wait_for_url("**/r/*")
    desk.get_by_text("The form is open on").wait_for()
    assert tablet.locator("input[name=name]").get_attribute("autocomplete") == "off"
    fill_in(tablet, "Tabby Let")
    assert tablet.evaluate("Object.keys(localStorage).filter(key => key.startsWith('linework:')).length") == 0
    tablet.get_by_role("button", name="Send").click()
    tablet.get_by_text("give the tablet back").wait_for()
    desk.get_by_text("The form has arrived in the inbox.").wait_for()
    tablet.get_by_role("link", name="Done").click()
    tablet.wait_for_url("**/kiosk")
    tablet.go_back()
    assert "Tabby" not in tablet.content()


def test_a_tablet_left_alone_waits_again_and_so_does_one_the_desk_takes_back(
    served: Served, sign_in: SignIn, tablet: Page
) -> None:
    desk = sign_in("reception")
    tablet.clock.install()
    tablet.goto(tablet.url)
    desk.goto(f"{served.desk}/inbox")
    desk.get_by_role("button", name="Register a client").last.click()
    for end in ("alone", "stopped", "taken back"):
        desk.get_by_role("button", name="On a tablet").click()
        tablet.wait_for_url("**/r/*")
        tablet.locator("#name").fill("Nobody Stays")
        if end == "alone":
            tablet.clock.fast_forward(65_000)
            tablet.get_by_text("Are you still there?").wait_for()
            tablet.clock.fast_forward(30_000)
        elif end == "stopped":
            tablet.get_by_role("button", name="Stop").click()
        else:
            desk.get_by_role("button", name="Take it back").click()
            tablet.clock.fast_forward(6_000)
        tablet.wait_for_url("**/kiosk")
        desk.get_by_text("Nobody filled it in").last.wait_for()
        assert "Nobody Stays" not in tablet.content()


def test_the_form_in_the_desks_window_has_a_way_back(served: Served, sign_in: SignIn) -> None:
    desk = sign_in("reception")
    desk.goto(f"{served.desk}/inbox")
    desk.get_by_role("button", name="Register a client").last.click()
    desk.get_by_role("button", name="Fill in here").click()
    desk.wait_for_url("**/r/*")
    desk.get_by_role("link", name="Back to the desk").click()
    desk.wait_for_url("**/inbox")


def test_a_code_of_ones_own_shows_nothing_stored_and_updates_what_is_chosen(
    served: Served, sign_in: SignIn, phone: Page
) -> None:
    desk = sign_in("owner")
    desk.goto(f"{served.desk}/clients/CL-0002")
    name = desk.locator("h1.profile-name").inner_text()
    desk.get_by_role("button", name="Update by phone").click()
    code = desk.get_by_label("QR code that opens the registration form")
    code.wait_for()
    read = read_code(code.screenshot())
    assert read
    phone.goto(served.lan_address(read))
    phone.get_by_text("up to date").wait_for()
    assert name not in phone.content()
    fill_in(phone, name, email="brand-new@example.com")
    phone.get_by_role("button", name="Send").click()
    phone.get_by_text("Thank you!").wait_for()
    desk.get_by_role("link", name="Open").last.click()
    desk.get_by_text("Update of CL-0002").wait_for()
    desk.get_by_text("Scanned their own code").wait_for()
    desk.get_by_role("button", name=f"Merge into {name}").click()
    desk.get_by_text("now part of").wait_for()
    desk.goto(f"{served.desk}/clients/CL-0002")
    desk.get_by_text("brand-new@example.com").first.wait_for()
