"""Every screen, on paper and in the dark, at the desk's width and a phone's: nothing serious for axe to find."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text("utf-8")
DRAWN = """() => new Promise((done) => {
  const quiet = () => setTimeout(done, 500);
  let timer = quiet();
  const again = () => { clearTimeout(timer); timer = quiet(); };
  new MutationObserver(again).observe(document, { childList: true, subtree: true });
})"""
"""Until nothing was added or taken away for a while: a live page never rests as a whole."""
SCREENS = [
    "/",
    "/clients",
    "/clients/new",
    "/clients/tags",
    "/clients/duplicates",
    "/clients/CL-0001",
    "/clients/CL-0001/edit",
    "/inbox",
    "/scan",
    "/staff",
    "/staff/roles",
    "/audit",
    "/settings",
    "/settings/incidents",
    "/profile",
    "/alerts",
    "/alerts/routes",
    "/outbox",
]


def findings(page: Page) -> list[str]:
    """What axe calls serious or critical, as lines a person can act on."""
    page.evaluate(AXE)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{found['id']}: {node['target']} {node['failureSummary']}"
        for found in result["violations"]
        if found["impact"] in ("serious", "critical")
        for node in found["nodes"]
    ]


def settled(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("load")
    page.locator("main, form").first.wait_for()
    page.evaluate(DRAWN)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_the_desks_screens(served: Served, sign_in: Callable[..., Page], width: int, theme: str) -> None:
    page = sign_in("owner", width=width, theme=theme)
    found = []
    for path in SCREENS:
        settled(page, served.desk + path)
        found += [f"{path} {one}" for one in findings(page)]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"{path} is {wide} px too wide"] if wide > 1 else []
    assert not found, "\n".join(found)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_guests_pages(served: Served, sign_in: Callable[..., Page], browser: Browser, theme: str) -> None:
    desk = sign_in("reception")
    dark: Literal["dark", "light"] = "dark" if theme == "dark" else "light"
    context = browser.new_context(viewport={"width": 320, "height": 640}, color_scheme=dark)
    page = context.new_page()
    for address in (invitation(desk, served), f"{served.lan}/r/no-such-token", f"{served.desk}/login"):
        settled(page, address)
        assert not findings(page), address
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1, (
            f"{address} is too wide for 320 px"
        )
    context.close()


def invitation(desk: Page, served: Served) -> str:
    """A fresh registration address, asked for like a program would."""
    email, password = served.people["reception"]
    asked = desk.request.post(f"{served.desk}/api/v1/auth/token", data={"email": email, "password": password})
    bearer = {"Authorization": f"Bearer {asked.json()['access_token']}"}
    made = desk.request.post(f"{served.desk}/api/v1/registrations/invitations", headers=bearer)
    assert made.status == 201, made.text()
    return served.lan_address(made.json()["url"])
