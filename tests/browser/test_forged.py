"""A page's own socket, used by hand: events for acts that are not offered reach the verb, and the verb says no."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.browser.conftest import PATIENCE
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Page

FORGE = """([name, ids]) => {
  const elements = document.getElementById("app")._vnode.component.proxy.elements;
  const hears = (e, type) => (e.events || []).some(v => v.type === type);
  const table = Object.entries(elements).find(([, e]) => hears(e, "act") && hears(e, "export"));
  const event = table[1].events.find(v => v.type === "act");
  window.socket.emit("event", {id: Number(table[0]), client_id: window.clientId,
                               listener_id: event.listener_id, args: [JSON.stringify({name, ids})]});
}"""


def bearer(page: Page, served: Served, role: str) -> dict[str, str]:
    email, password = served.people[role]
    asked = page.request.post(f"{served.desk}/api/v1/auth/token", data={"email": email, "password": password})
    return {"Authorization": f"Bearer {asked.json()['access_token']}"}


def people(page: Page, served: Served) -> dict[str, dict[str, Any]]:
    answer = page.request.get(f"{served.desk}/api/v1/users", headers=bearer(page, served, "owner"))
    return {user["role"]: user for user in answer.json()["items"]}


def forge(page: Page, name: str, ids: list[str]) -> None:
    page.wait_for_function("window.did_handshake")
    page.evaluate(FORGE, [name, ids])


def becomes(page: Page, served: Served, active: bool) -> None:
    """Wait until the artist is so."""
    end = time.monotonic() + PATIENCE / 1000
    while people(page, served)["artist"]["active"] is not active:
        assert time.monotonic() < end, f"the artist never became {'active' if active else 'suspended'}"
        page.wait_for_timeout(500)


def test_the_forgery_works_for_whoever_may(served: Served, sign_in: Callable[..., Page]) -> None:
    """Else the next test would pass for the wrong reason."""
    page = sign_in("owner")
    page.goto(f"{served.desk}/staff")
    artist = people(page, served)["artist"]
    page.get_by_text(artist["name"]).first.wait_for()
    forge(page, "suspend", [artist["id"]])
    page.get_by_role("dialog").get_by_role("button", name="Suspend").click()
    becomes(page, served, False)
    forge(page, "restore", [artist["id"]])
    becomes(page, served, True)


def test_a_hidden_act_is_refused(served: Served, sign_in: Callable[..., Page]) -> None:
    page = sign_in("manager")
    page.goto(f"{served.desk}/staff")
    artist = people(page, served)["artist"]
    page.get_by_text(artist["name"]).first.wait_for()
    forge(page, "suspend", [artist["id"]])
    page.wait_for_timeout(1500)  # nothing is to happen
    if page.get_by_role("dialog").count():
        page.get_by_role("dialog").get_by_role("button", name="Suspend").click()
        page.wait_for_timeout(1000)
    assert people(page, served)["artist"]["active"] is True


def test_an_open_page_of_somebody_signed_out_acts_no_more(served: Served, sign_in: Callable[..., Page]) -> None:
    page, other = sign_in("reception"), sign_in("owner")
    page.goto(f"{served.desk}/clients")
    page.get_by_text("CL-00").first.wait_for()
    reception = people(other, served)["reception"]
    other.request.patch(
        f"{served.desk}/api/v1/users/{reception['id']}", headers=bearer(other, served, "owner"), data={"active": False}
    )
    page.wait_for_url("**/login**")
