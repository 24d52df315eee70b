"""The matrix by keyboard in real Chromium, and what it does to a page somebody else has open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

SignIn = Callable[..., "Page"]


def cell(right: str, role: str) -> str:
    return f"[data-cell='{right}/{role}']"


def test_a_cell_is_changed_by_keyboard_and_an_open_page_of_that_role_follows(served: Served, sign_in: SignIn) -> None:
    from playwright.sync_api import expect

    hers = sign_in("reception")
    hers.goto(f"{served.desk}/clients")
    hers.get_by_role("heading", name="Clients", level=1).wait_for()
    page = sign_in("owner")
    page.goto(f"{served.desk}/staff/roles")
    page.locator(cell("clients.client.see", "artist")).focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    seen = page.locator(cell("clients.client.see", "reception"))
    expect(seen).to_be_focused()
    page.keyboard.press("Space")
    expect(seen).to_have_accessible_name("See clients, Reception, No, Usually: All")
    hers.get_by_text("Your role does not allow this.").wait_for()
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(seen).to_have_accessible_name("See clients, Reception, All")


def test_what_one_person_may_do_and_who_may_do_one_thing(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    page.goto(f"{served.desk}/staff/roles")
    page.get_by_label("Search rights").fill("phone address")
    page.locator(".right-btn").first.click()
    page.locator("tr.holders").get_by_text("Noor Haddad").wait_for()
    page.get_by_label("Search rights").fill("")
    page.get_by_label("Person", exact=True).select_option(label="Noor Haddad")
    page.locator(cell("clients.client.edit", "reception")).wait_for()
    assert page.locator(cell("staff.user.add", "reception")).count() == 0


def test_a_person_is_invited_and_cancel_really_closes(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    page.goto(f"{served.desk}/staff")
    page.get_by_role("button", name="Invite a person").click()
    dialog = page.get_by_role("dialog", name="Invite a person")
    dialog.get_by_role("button", name="Cancel").click()
    dialog.wait_for(state="detached")
    page.get_by_role("button", name="Invite a person").click()
    dialog.get_by_label("Name").fill("Pia Papel")
    dialog.get_by_label("E-mail").fill("pia@example.com")
    dialog.get_by_role("button", name="Invite", exact=True).click()
    told = page.get_by_role("dialog", name="A code for Pia Papel")
    told.get_by_role("button", name="I have passed it on").click()
    told.wait_for(state="detached")
    page.get_by_text("Invited").wait_for()
