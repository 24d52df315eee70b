"""Every screen, on paper and in the dark, at the desk's width and a phone's: nothing serious for axe to find."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LEAVES_NO_TRACE = True
AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text("utf-8")
DRAWN = """() => new Promise((done) => {
  const quiet = () => setTimeout(done, 500);
  let timer = quiet();
  const again = () => { clearTimeout(timer); timer = quiet(); };
  new MutationObserver(again).observe(document, { childList: true, subtree: true });
})"""
"""Until nothing was added or taken away for a while: a live page never rests as a whole."""
PAINTED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame();
  const ends = (one) => one.effect.getComputedTiming().endTime < Infinity;
  await Promise.allSettled(document.getAnimations().filter(ends).map((one) => one.finished));
}"""
"""Until what changes its colour has changed it."""
GROUND = "getComputedStyle(document.body).backgroundColor"
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules that may say something else of the same page in another theme."""
SCREENS = [
    "/",
    "/clients",
    "/clients/new",
    "/clients/tags",
    "/clients/duplicates",
    "/clients/CL-0001",
    "/clients/CL-0001/edit",
    "/calendar",
    "/pieces",
    "/pieces/new",
    "/pieces/PC-0001",
    "/artists",
    "/catalog",
    "/catalog/new",
    "/catalog/import",
    "/catalog/SV-0017",
    "/catalog/SV-0017/edit",
    "/documents",
    "/documents/new",
    "/documents/sealed",
    "/documents/papers/aftercare-tattoo",
    "/inbox",
    "/scan",
    "/staff",
    "/staff/roles",
    "/audit",
    "/settings",
    "/settings/countries",
    "/settings/countries/us-california",
    "/settings/incidents",
    "/profile",
    "/alerts",
    "/alerts/routes",
    "/outbox",
]


def findings(page: Page, *, of_colour: bool = False) -> list[str]:
    """What axe calls serious or critical, as lines a person can act on."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    only = {"runOnly": {"type": "rule", "values": OF_COLOUR}} if of_colour else {}
    result = page.evaluate("(asked) => axe.run(document, asked)", {"resultTypes": ["violations"], **only})
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


def on_paper_and_in_the_dark(page: Page) -> list[str]:
    """What is found in either theme, and what does not fit the window; the page is as the system's setting has it."""
    found, grounds = [], set()
    for theme in THEMES:
        page.emulate_media(color_scheme=theme)
        page.evaluate(PAINTED)
        grounds.add(page.evaluate(GROUND))
        found += [f"{theme}: {one}" for one in findings(page, of_colour=theme != THEMES[0])]
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        found += [f"{theme}: {wide} px too wide"] if wide > 1 else []
    assert len(grounds) == len(THEMES), f"{page.url} is the same in the dark"
    return [f"{page.url} {one}" for one in found]


@pytest.mark.parametrize("width", [1440, 390])
def test_the_desks_screens(served: Served, sign_in: Callable[..., Page], width: int) -> None:
    page = sign_in("owner", width=width)
    found = []
    for path in SCREENS:
        settled(page, served.desk + path)
        found += on_paper_and_in_the_dark(page)
    assert not found, "\n".join(found)


def test_the_guests_pages(served: Served, sign_in: Callable[..., Page], browser: Browser) -> None:
    desk = sign_in("reception")
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    for address in (invitation(desk, served), f"{served.lan}/r/no-such-token", f"{served.desk}/login"):
        settled(page, address)
        assert not (found := on_paper_and_in_the_dark(page)), "\n".join(found)
    context.close()


def invitation(desk: Page, served: Served) -> str:
    """A fresh registration address, asked for like a program would."""
    email, password = served.people["reception"]
    asked = desk.request.post(f"{served.desk}/api/v1/auth/token", data={"email": email, "password": password})
    bearer = {"Authorization": f"Bearer {asked.json()['access_token']}"}
    made = desk.request.post(f"{served.desk}/api/v1/registrations/invitations", headers=bearer)
    assert made.status == 201, made.text()
    return served.lan_address(made.json()["url"])
