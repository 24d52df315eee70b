"""Two people at one client, many clients at once, and two files of one person, in real windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.browser.patience import take_back
from tests.browser.served import Served
from tests.browser.test_client_screens import put_on_file

if TYPE_CHECKING:
    from playwright.sync_api import Page

SignIn = Callable[..., "Page"]


def test_two_windows_on_one_client_see_both_versions_and_lose_nothing(served: Served, sign_in: SignIn) -> None:
    here, there = sign_in("owner"), sign_in("reception")
    profile = put_on_file(here, served, "Perpetua Lind")
    for page in (here, there):
        page.goto(f"{profile}/edit")
        page.get_by_label("Notes").wait_for()
    there.get_by_label("Notes").fill("Comes with a dog.")
    there.get_by_label("E-mail").fill("perpetua@example.com")
    there.keyboard.press("Control+Enter")
    there.wait_for_url(profile)
    here.get_by_label("Notes").fill("Sits well.")
    here.get_by_label("Pronouns").fill("she/her")
    here.keyboard.press("Control+Enter")
    dialog = here.get_by_role("dialog")
    dialog.get_by_text("Somebody else changed this client meanwhile").wait_for()
    assert dialog.get_by_text("Comes with a dog.").count() == 1
    assert dialog.get_by_text("Sits well.").count() == 1
    dialog.get_by_role("radio", name="Theirs").click()
    dialog.get_by_role("button", name="Save this").click()
    here.wait_for_url(profile)
    for words in ("Comes with a dog.", "perpetua@example.com", "she/her"):
        here.get_by_text(words).first.wait_for()


def test_a_tag_goes_on_all_a_filter_finds_and_comes_off_with_undo(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    for name in ("Quillon Aster", "Quillon Birch"):
        put_on_file(page, served, name)
    page.goto(f"{served.desk}/clients?q=quillon")
    page.wait_for_function("document.querySelectorAll('[data-row]').length === 2")
    page.get_by_label("Tick all on this page").check()
    page.get_by_role("button", name="Tag", exact=True).click()
    page.get_by_label("Tag *").fill("Winter fair")
    page.keyboard.press("Control+Enter")
    page.get_by_text("2 clients now carry “winter fair”.").wait_for()
    page.wait_for_function("document.querySelectorAll('td .tag').length === 2")
    take_back(page, "2 clients now carry “winter fair”.")
    page.wait_for_function("document.querySelectorAll('td .tag').length === 0")


def test_two_files_become_one_and_two_again(served: Served, sign_in: SignIn) -> None:
    page = sign_in("owner")
    kept = put_on_file(page, served, "Ysolde Marrow")
    other = put_on_file(page, served, "Ysolde Marow")
    codes = [address.rpartition("/")[2] for address in (kept, other)]
    page.goto(f"{served.desk}/clients/duplicates/{'/'.join(codes)}")
    page.get_by_role("button", name="Merge into Ysolde Marrow").click()
    page.wait_for_url(kept)
    page.get_by_text("Merged into this file").wait_for()
    page.goto(other)
    page.wait_for_url(kept)
    page.get_by_role("button", name="Take apart").click()
    page.get_by_text("stands by itself again.").wait_for()
    page.goto(other)
    page.get_by_role("heading", name="Ysolde Marow").wait_for()
