"""The main job, as it happens: a guest registers by phone, and is on file at the desk."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from studio.clients.reader import read_code
from tests.browser.patience import until
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

SignIn = Callable[..., "Page"]


def show_code(desk: Page) -> str:
    """What a phone's camera reads from the QR code on the screen."""
    desk.get_by_role("button", name="Show the code").click()
    shown = desk.get_by_label("QR code that opens the registration form")
    shown.wait_for()
    read = read_code(shown.screenshot())
    assert read
    assert "/r/" in read
    return read


def go_on(phone: Page) -> None:
    phone.get_by_role("button", name="Continue").click()


def fill_in(phone: Page, name: str, *, mobile: str = "07700 900 731") -> None:
    """A guest's way through the six steps."""
    phone.locator("#name").fill(name)
    go_on(phone)
    phone.locator("#phone").fill(mobile)
    phone.locator("#email").fill("guest.of.today@example.com")
    go_on(phone)
    for part, value in (("day", "3"), ("month", "5"), ("year", "1996")):
        choose(phone, f"birth_{part}", value)
    go_on(phone)
    go_on(phone)
    phone.locator("[name='h.allergies'][value=yes] + span").click()
    phone.locator("[name='h.allergies.c'][value=latex] + span").click()
    phone.locator("[name='h.pregnant'][value=no] + span").click()
    go_on(phone)
    phone.locator("[name='c.health_data'] + span").click()


def choose(phone: Page, name: str, value: str) -> None:
    field = phone.locator(f"[name={name}]")
    if field.evaluate("e => e.tagName") == "SELECT":
        field.select_option(value)
    else:
        field.fill(value)


def test_a_guest_registers_by_phone_and_is_on_file(served: Served, sign_in: SignIn, phone: Page) -> None:
    desk, other = sign_in("reception"), sign_in("owner")
    other.goto(f"{served.desk}/inbox")
    phone.goto(served.lan_address(show_code(desk)))
    desk.get_by_text("open on the phone").wait_for()

    fill_in(phone, "Zoë Quillfeather")
    phone.get_by_role("button", name="Send").click()
    phone.get_by_text("Thank you").first.wait_for()

    # It arrives live at both desks, and touches no client yet.
    desk.get_by_text("Zoë Quillfeather").first.wait_for()
    other.get_by_text("Zoë Quillfeather").first.wait_for()
    desk.goto(f"{served.desk}/clients?q=quillf")
    desk.get_by_text("Nothing fits").wait_for()

    # Accepted, it is on file with its health light, found by any fragment and without the accent.
    other.get_by_text("Zoë Quillfeather").first.click()
    other.wait_for_url("**/inbox/*")
    other.get_by_role("button", name="Accept as new client").click()
    desk.goto(f"{served.desk}/clients?q=lfeat")
    desk.get_by_text("Zoë Quillfeather").first.click()
    desk.wait_for_url(re.compile(r"/clients/CL-\d{4}"))
    desk.get_by_text("Ask before you start").first.wait_for()
    assert desk.get_by_text("Latex").count() == 0, "reception sees the light, not the answers"
    other.goto(desk.url)
    other.get_by_text("Latex").first.wait_for()


def test_a_code_is_used_once(served: Served, sign_in: SignIn, phone: Page) -> None:
    address = served.lan_address(show_code(sign_in("reception")))
    phone.goto(address)
    fill_in(phone, "Una Vez")
    phone.get_by_role("button", name="Send").click()
    phone.get_by_text("Thank you").first.wait_for()
    fresh = phone.context.browser
    assert fresh
    stranger = fresh.new_context()
    answer = stranger.request.get(address)
    assert answer.status == 404
    stranger.close()


def test_lost_wifi_and_a_reload_lose_nothing_and_it_counts_once(served: Served, sign_in: SignIn, phone: Page) -> None:
    desk = sign_in("reception")
    phone.goto(served.lan_address(show_code(desk)))
    phone.locator("#name").fill("Ines Offline")
    phone.reload()
    assert phone.locator("#name").input_value() == "Ines Offline"
    fill_in(phone, "Ines Offline", mobile="07700 900 732")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Send").click()
    phone.get_by_text("No connection", exact=False).first.wait_for()
    phone.context.set_offline(False)
    phone.get_by_text("Thank you").first.wait_for()
    desk.goto(f"{served.desk}/inbox")
    desk.get_by_text("Ines Offline").first.wait_for()
    assert desk.get_by_text("Ines Offline").count() == 1
    assert kept(phone) == "{}"


def test_what_was_about_to_be_saved_is_not_saved_once_it_is_sent(served: Served, sign_in: SignIn, phone: Page) -> None:
    phone.clock.install(time=1_800_000_000)
    phone.clock.pause_at(1_800_000_060)
    phone.goto(served.lan_address(show_code(sign_in("reception"))))
    fill_in(phone, "Ida Latewrite", mobile="07700 900 733")
    assert "Ida Latewrite" in kept(phone)
    phone.route("**/r/*", lambda route: stays(route) if route.request.is_navigation_request() else route.continue_())
    phone.get_by_role("button", name="Send").click()
    assert until(phone, "!localStorage.length")
    phone.clock.run_for(10_000)
    assert kept(phone) == "{}"
    phone.unroute_all()
    phone.reload()
    phone.get_by_text("Thank you").first.wait_for()


def stays(route: Route) -> None:
    """Nothing to go to, so the page lives on, as it does for a while on a slow phone."""
    route.fulfill(status=204)


def test_a_lost_answer_leaves_nothing_on_the_phone(served: Served, sign_in: SignIn, phone: Page) -> None:
    phone.goto(served.lan_address(show_code(sign_in("reception"))))
    fill_in(phone, "Ada Lostword", mobile="07700 900 734")

    def arrives_but_is_not_answered(route: Route) -> None:
        if route.request.method == "POST":
            route.fetch()
            route.abort()
        else:
            route.continue_()

    phone.route("**/r/*", arrives_but_is_not_answered)
    phone.get_by_role("button", name="Send").click()
    phone.get_by_text("No connection", exact=False).first.wait_for()
    assert "Ada Lostword" in kept(phone)
    phone.context.clear_cookies()
    phone.reload()
    phone.get_by_text("Nothing to see here").wait_for()
    assert kept(phone) == "{}"


def kept(phone: Page) -> str:
    """Everything our pages left in its browser."""
    return str(phone.evaluate("JSON.stringify(localStorage)"))


def test_the_form_works_without_scripts(served: Served, sign_in: SignIn) -> None:
    desk = sign_in("reception")
    address = served.lan_address(show_code(desk))
    browser = desk.context.browser
    assert browser
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(address)
    page.get_by_role("button", name="Send").click()
    assert page.get_by_text("Please").count() or page.get_by_text("name").count()
    page.locator("#name").fill("Nora Noscript")
    for part, value in (("day", "3"), ("month", "5"), ("year", "1990")):
        choose(page, f"birth_{part}", value)
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Thank you").first.wait_for()
    context.close()
    desk.goto(f"{served.desk}/inbox")
    desk.get_by_text("Nora Noscript").first.wait_for()


def test_two_desks_see_each_others_changes(served: Served, sign_in: SignIn) -> None:
    one, two = sign_in("reception"), sign_in("owner")
    for desk in (one, two):
        desk.goto(f"{served.desk}/clients/CL-0002")
    one.goto(f"{served.desk}/clients/CL-0002/edit")
    one.get_by_label("Name *").fill("Renamed Elsewhere")
    one.keyboard.press("Control+Enter")
    two.get_by_text("Renamed Elsewhere").first.wait_for()
