"""What the script of the plain forms adds: steps, checks while typing, and drafts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.served import Served
from tests.browser.test_accessible import findings, invitation

if TYPE_CHECKING:
    from playwright.sync_api import Page

LEAVES_NO_TRACE = True
SignIn = Callable[..., "Page"]


@pytest.fixture
def form(served: Served, sign_in: SignIn, phone: Page) -> Page:
    """A fresh registration form on a phone."""
    phone.goto(invitation(sign_in("reception"), served))
    return phone


def title(page: Page) -> str:
    return page.locator("h1:visible").inner_text()


def go_on(page: Page) -> None:
    page.locator(".go").click()


def born(page: Page, day: str, month: str, year: str) -> None:
    page.locator("[name=birth_day]").fill(day)
    page.locator("[name=birth_month]").select_option(month)
    page.locator("[name=birth_year]").fill(year)


def to_birth_date(page: Page) -> None:
    page.locator("#name").fill("Ana Souza")
    go_on(page)
    go_on(page)
    page.get_by_text("When were you born?").wait_for()


def test_a_step_that_lacks_something_says_so_and_waits(form: Page) -> None:
    go_on(form)
    assert title(form) == "Who are you?"
    assert form.locator(".err:visible").all_inner_texts() == ["Please enter your name."]
    assert form.evaluate("document.activeElement.id") == "name"
    form.locator("#name").fill("Ana")
    assert form.locator(".err:visible").count() == 0


def test_the_phones_own_back_button_goes_one_step_back(form: Page) -> None:
    to_birth_date(form)
    form.go_back()
    assert title(form) == "How do we reach you?"
    form.locator(".back").click()
    assert title(form) == "Who are you?"
    assert form.locator("#name").input_value() == "Ana Souza"


def test_a_date_that_never_was_is_refused_and_youth_asks_for_a_guardian(form: Page) -> None:
    to_birth_date(form)
    born(form, "29", "2", "2023")
    go_on(form)
    assert form.locator(".err:visible").all_inner_texts() == ["There is no such date. Check day, month and year."]
    born(form, "28", "2", "1990")
    assert form.locator("#guardian_name").is_hidden()
    born(form, "28", "2", "2012")
    go_on(form)
    assert form.locator(".err:visible").all_inner_texts() == ["Please enter the name of a parent or guardian."]


def test_an_odd_phone_number_is_asked_about_and_hinders_nobody(form: Page) -> None:
    form.locator("#name").fill("Ana Souza")
    go_on(form)
    form.locator("#phone").fill("07700 9001")
    form.locator("#email").focus()
    assert form.locator(".odd").all_inner_texts() == ["Is it complete? From abroad it begins with +."]
    form.locator("#phone").fill("+1 555")
    form.locator("#email").focus()
    assert form.locator(".odd").all_inner_texts() == [""]
    form.locator("#phone").fill("07700 9001")
    go_on(form)
    assert title(form) == "When were you born?"


def test_another_language_keeps_what_was_typed(form: Page) -> None:
    form.locator("#name").fill("Ana Souza")
    form.locator(".lang select").select_option("pt-BR")
    form.get_by_text("Quem é você?").wait_for()
    assert form.locator("#name").input_value() == "Ana Souza"


def test_a_draft_is_forgotten_after_an_hour(form: Page) -> None:
    form.locator("#name").fill("Ana Souza")
    form.get_by_text("Saved on this phone").wait_for()
    form.reload()
    assert form.locator("#name").input_value() == "Ana Souza"
    form.add_init_script("const real = Date.now; Date.now = () => real() + 3600001")
    form.reload()
    assert form.locator("#name").input_value() == ""


def test_every_step_is_fit_for_everybody(form: Page) -> None:
    form.set_viewport_size({"width": 320, "height": 640})
    found = []
    to_birth_date(form)
    born(form, "1", "2", "2012")
    form.locator("#guardian_name").fill("Maria Souza")
    for _ in range(4):
        found += findings(form)
        wide = form.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"{title(form)} is {wide} px too wide"] if wide > 0 else []
        if title(form) == "Your health":
            form.locator("[name='h.allergies'][value=yes]").check(force=True)
        if title(form) != "What may we do?":
            go_on(form)
    assert title(form) == "What may we do?"
    assert not found, "\n".join(found)
    assert form.get_by_text("Without this tick your health answers are not sent.").is_visible()
    assert "Ana Souza" in form.locator(".look").inner_text()
