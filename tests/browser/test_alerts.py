"""Somebody guesses at a password: every window of the owner knows at once, and one press takes it off both bells."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.browser.patience import until
from tests.browser.served import Served, run

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

SignIn = Callable[..., "Page"]


@pytest.fixture(scope="module", autouse=True)
def no_other_news(served: Served) -> None:
    """The made-up forms may wait for a day: nothing else is told, or settled by a clock, while these stories count."""
    token = run("token", served.people["owner"][0], "--data", str(served.data)).stdout.strip()
    with httpx.Client(base_url=f"{served.desk}/api/v1", headers={"Authorization": f"Bearer {token}"}) as desk:
        desk.put("/settings/clients.inbox.minutes", json={"value": 1440}).raise_for_status()
        waiting = desk.get("/registrations", params={"state": "waiting"}).raise_for_status().json()["items"]
        desk.post(f"/registrations/{waiting[0]['id']}/decline", json={"reason": "left again"}).raise_for_status()
        told = desk.get("/alerts").raise_for_status().json()["items"]
    assert not [alert for alert in told if "waiting" in alert["kind"]], told


def bell(page: Page) -> Locator:
    return page.get_by_role("banner").get_by_role("button", name=re.compile("^Alerts"))


def figure(page: Page) -> int:
    """What the bell says aloud."""
    said = re.search(r"\d+", bell(page).get_attribute("aria-label") or "")
    return int(said[0]) if said else 0


def rings(page: Page, count: int) -> None:
    """Wait until the bell says so."""
    from playwright.sync_api import expect

    expect(bell(page)).to_have_accessible_name(f"Alerts, {count}" if count else "Alerts")


def guess(browser: Browser, served: Served, role: str, times: int = 5) -> None:
    """Somebody who does not know the password, in a window of their own."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    for n in range(times):
        page.goto(f"{served.desk}/login")
        page.get_by_label("E-mail").fill(served.people[role][0])
        page.get_by_label("Password").fill(f"a guess {n}")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    context.close()


def test_an_alert_comes_live_is_read_and_the_bell_falls(served: Served, sign_in: SignIn, browser: Browser) -> None:
    here, there = sign_in("owner"), sign_in("owner", width=390)
    before = figure(here)
    guess(browser, served, "manager")
    for page in (here, there):
        rings(page, before + 1)

    bell(here).click()
    panel = here.get_by_role("dialog", name="Alerts")
    line = panel.get_by_role("listitem").filter(has_text=re.compile("Tom.s"))
    line.get_by_role("button", name=re.compile("^Mark as read")).click()
    for page in (here, there):
        rings(page, before)

    line.get_by_role("button", name=re.compile("^Put it off")).click()
    here.get_by_role("menuitem", name="Until tomorrow").click()
    line.wait_for(state="detached")
    here.get_by_text("Put off until").wait_for()


def test_the_whole_list_by_keyboard(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    bell(page).focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("dialog", name="Alerts").get_by_role("link", name="All alerts")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/alerts")
    page.get_by_role("heading", name="Alerts", level=1).wait_for()


def test_a_tone_is_off_until_somebody_wants_it_here(served: Served, sign_in: SignIn) -> None:
    from playwright.sync_api import expect

    page = sign_in("owner")
    page.goto(f"{served.desk}/alerts")
    tone = page.get_by_label("A tone for new alerts")
    tone.wait_for()
    assert not tone.is_checked()
    tone.check()
    page.reload()
    tone.wait_for()
    expect(tone).to_be_checked()


def test_two_open_pages_notify_once(served: Served, sign_in: SignIn, browser: Browser) -> None:
    """The browser's own notification is recorded in its place: a headless one has no desktop to show it on."""
    first = sign_in("owner")
    first.context.grant_permissions(["notifications"])
    first.context.add_init_script(
        "window.shown = []; const real = window.Notification;"
        "window.Notification = class { constructor(title, more) { shown.push(title + ': ' + more.body); }"
        " static get permission() { return real.permission; }"
        " static requestPermission() { return real.requestPermission(); } };"
    )
    first.goto(f"{served.desk}/alerts")
    first.get_by_label("Desktop notifications").check()
    second = first.context.new_page()
    second.goto(f"{served.desk}/clients")
    second.get_by_role("banner").wait_for()
    before = figure(first)
    guess(browser, served, "reception")
    rings(first, before + 1)
    rings(second, before + 1)
    first.get_by_role("status").filter(has_text="Noor").wait_for()
    second.get_by_role("status").filter(has_text="Noor").wait_for()
    assert until(
        first, "navigator.locks.query().then((all) => all.held.some((one) => one.name.startsWith('linework.')))"
    )
    shown = [*first.evaluate("shown"), *second.evaluate("shown")]
    assert len([body for body in shown if "Noor" in body]) == 1
