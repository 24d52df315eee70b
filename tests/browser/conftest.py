"""Real Chromium on a studio that is really served."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING, Any, Literal

import psutil
import pytest

from tests.browser import evidence
from tests.browser.served import Served, fill, serving
from tests.browser.signing import pair
from tests.workers import once

if TYPE_CHECKING:
    from playwright.sync_api import APIRequestContext, Browser, BrowserContext, Page

CHROMIUM = (
    os.environ.get("CHROMIUM")
    or shutil.which("chromium")
    or shutil.which("chromium-browser")
    or shutil.which("google-chrome")
)
NEEDLESS = (
    # What Playwright leaves out already; of two such lists a browser reads the last one only.
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
    "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,"
    "OptimizationHints,PreconnectToSearch,NetworkTimeServiceQuerying,"
    # Pages of the address bar, drawn for every window and seen by nobody: half of what a window costs.
    "WebUIOmniboxPopup,WebUIOmniboxFullPopup,WebUIOmniboxAimPopup,WebUIOmniboxSimplification,AimEnabled"
)
FLAGS = [
    f"--disable-features={NEEDLESS}",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
HERE = Path(__file__).parent
PATIENCE = 45_000
"""Milliseconds until a wait is given up: a busy machine is slow, not wrong."""
SLOWEST_CLOSE = 60.0
"""Seconds a browser has for closing one window; it knows no limit of its own, and was seen to need one."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in Path(str(item.fspath)).parents:
            item.add_marker(pytest.mark.browser)
            if not CHROMIUM:
                item.add_marker(
                    pytest.mark.skip(reason="no Chromium: install the Debian package chromium, or set CHROMIUM")
                )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Whoever fails shows what there was to see, before its windows close."""
    report = yield
    if call.when != "teardown" and report.failed:
        report.sections.append(("what there was to see", f"kept in {evidence.keep(item)}"))
    return report


@pytest.fixture(scope="session", autouse=True)
def windows_are_given_time() -> Iterator[None]:
    """Whatever is waited for in whatever window, however it is waited for."""
    from playwright.sync_api import Browser, expect

    usual = Browser.new_context

    def patient(self: Browser, **asked: Any) -> BrowserContext:
        context = usual(self, **asked)
        context.set_default_timeout(PATIENCE)
        evidence.watch(context)
        return context

    expect.set_options(timeout=PATIENCE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Browser, "new_context", patient)
        yield


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, tuple[str, str]]]:
    """A demo studio, made once."""

    def make(folder: Path) -> None:
        (folder / "people.json").write_text(json.dumps(fill(folder / "data")))

    made = once(tmp_path_factory, "demo", make)
    people = json.loads((made / "people.json").read_text())
    return made / "data", {role: (email, password) for role, (email, password) in people.items()}


def copied(demo: tuple[Path, dict[str, tuple[str, str]]], to: Path) -> AbstractContextManager[Served]:
    """The demo studio once more, served from another folder."""
    shutil.copytree(demo[0], to, ignore=shutil.ignore_patterns("*.lock"))
    return serving(to, demo[1])


@pytest.fixture(scope="session")
def common(
    demo_folder: tuple[Path, dict[str, tuple[str, str]]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """For all files of tests that say `LEAVES_NO_TRACE = True`: what they do there is in nobody's way."""
    with copied(demo_folder, tmp_path_factory.mktemp("common") / "data") as studio:
        yield studio


@pytest.fixture(scope="module")
def served(
    request: pytest.FixtureRequest,
    demo_folder: tuple[Path, dict[str, tuple[str, str]]],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Served]:
    """A copy of the demo studio for one file of tests, or the one they share: a start costs four seconds."""
    if getattr(request.module, "LEAVES_NO_TRACE", False):
        yield request.getfixturevalue("common")
        return
    with copied(demo_folder, tmp_path_factory.mktemp("served") / "data") as studio:
        yield studio


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Closed after each file: a browser that outlives it would stop every async test after."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone, 390 px wide."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, locale="en-GB"
    )
    yield context.new_page()
    close(context)


@pytest.fixture
def sign_in(browser: Browser, served: Served) -> Iterator[Callable[..., Page]]:
    """`sign_in("reception")` gives a fresh window at the desk, signed in; Today only begins to draw there."""
    opened: list[BrowserContext] = []

    def at_the_desk(role: str = "owner", *, width: int = 1440, theme: str = "light") -> Page:
        dark: Literal["dark", "light"] = "dark" if theme == "dark" else "light"
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=dark, locale="en-GB")
        opened.append(context)
        page = context.new_page()
        page.goto(served.desk + come_in(context.request, served, role), wait_until="commit")
        return page

    yield at_the_desk
    for context in opened:
        close(context)


def close(context: BrowserContext) -> None:
    """Closes a window; a browser that never gets done with it is ended, so that the tests after it have their turn."""
    from playwright.sync_api import Error

    watch = Timer(SLOWEST_CLOSE, end_browsers)
    watch.start()
    try:
        context.close()
    except Error:
        if watch.is_alive():
            raise
    finally:
        watch.cancel()


def end_browsers() -> None:
    """Ends the Chromium of this process."""
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            if "chrom" in child.name():
                child.kill()


def come_in(door: APIRequestContext, served: Served, role: str) -> str:
    """Sends what the sign-in form sends, and gives where it leads; test_encrypted and test_lock fill it in."""
    email, password = served.people[role]
    seal = re.search(r'name="?form_token"? value="([^"]*)"', door.get(f"{served.desk}/login").text())
    assert seal
    typed = {"form_token": seal[1], "email": email, "password": password}
    answer = door.post(f"{served.desk}/login", form=typed, max_redirects=0)
    leads = answer.headers.get("location", "")
    assert (answer.status, "/login" in leads) == (303, False), answer.text()
    return leads


@pytest.fixture(scope="module")
def tablet_context(browser: Browser) -> Iterator[BrowserContext]:
    """A tablet, upright, that stays paired."""
    context = browser.new_context(viewport={"width": 820, "height": 1180}, has_touch=True, locale="en-GB")
    yield context
    close(context)


@pytest.fixture
def tablet(tablet_context: BrowserContext, served: Served, sign_in: Callable[..., Page]) -> Iterator[Page]:
    """The tablet's browser, waiting."""
    page = tablet_context.new_page()
    if not any(cookie["name"].startswith("linework_tablet") for cookie in tablet_context.cookies(served.lan)):
        pair(sign_in("owner"), page, served)
    page.goto(f"{served.lan}/kiosk")
    page.get_by_text("what there is to read and sign").wait_for()
    yield page
    page.close()
    tablet_context.set_offline(False)
