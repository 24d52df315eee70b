"""What people wait for, in a real Chromium: W1b sign-in page, W12a phone form, and a keystroke in the clients' list."""

from __future__ import annotations

import os
import shutil
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.bench.figures import Figure
from tests.bench.people import keys
from tests.bench.served import Served, bare, product
from tests.bench.studio import Studio

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
PHONE = {"width": 390, "height": 844}
SLOW_NET = {"offline": False, "latency": 20, "downloadThroughput": 2.5e6, "uploadThroughput": 2.5e6}
LOGIN_GOAL, LOGIN_KIB, FORM_GOAL, FORM_KIB, KEY_GOAL = 1.3, 450, 2, 30, 50
DEBOUNCE = 110


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless one, without services of its own. Raises LookupError where none is installed."""
    from playwright.sync_api import sync_playwright

    if not CHROMIUM:
        raise LookupError("no Chromium: install the Debian package chromium, or set CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Visit:
    """Loads of one address in fresh or warm contexts, with what they cost."""

    def __init__(self, browser: Browser, url: str, selector: str, *, phone: bool = False) -> None:
        self.browser, self.url, self.selector, self.phone = browser, url, selector, phone
        self.cold: list[float] = []
        self.warm: list[float] = []
        self.bytes = self.requests = 0
        self.strangers: set[str] = set()

    def go(self) -> None:
        """Once with an empty cache, once more with what is in it then."""
        context = self.browser.new_context(viewport=PHONE if self.phone else None)  # type: ignore[arg-type]
        page = context.new_page()
        self._watch(context, page)
        self.bytes = self.requests = 0
        self.cold.append(self._load(page))
        first = self.bytes, self.requests
        page.goto("about:blank")
        self.warm.append(self._load(page))
        self.bytes, self.requests = first
        context.close()

    def _watch(self, context: BrowserContext, page: Page) -> None:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        if self.phone:
            session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
            session.send("Network.emulateNetworkConditions", SLOW_NET)
        session.on("Network.loadingFinished", self._count)
        page.on("request", lambda request: self._know(request.url))

    def _count(self, event: dict[str, Any]) -> None:
        self.bytes += int(event["encodedDataLength"])
        self.requests += 1

    def _know(self, url: str) -> None:
        host = urlsplit(url).hostname
        if host not in {None, "127.0.0.1"}:
            self.strangers.add(str(host))

    def _load(self, page: Page) -> float:
        begun = time.perf_counter()
        page.goto(self.url, wait_until="commit")
        page.locator(self.selector).first.wait_for(state="visible")
        taken = (time.perf_counter() - begun) * 1000
        page.wait_for_load_state("networkidle")
        return taken


def signing_in(browser: Browser, studio: Studio, rounds: int) -> Iterator[Figure]:
    """W1b: navigation to the first field visible, beside the same in bare NiceGUI."""
    with product(studio.folder) as served, bare() as beside:
        ours = Visit(browser, f"{served.url}/login", "input[name=email]")
        theirs = Visit(browser, f"{beside.url}/login", "input")
        _in_turns(ours, theirs, rounds)
        yield _beside("W1b login page, cold", ours.cold, theirs.cold, LOGIN_GOAL)
        yield _beside("W1b login page, second visit", ours.warm, theirs.warm, LOGIN_GOAL)
        yield Figure("W1b login page, cold", ours.bytes / 1024, "KiB", LOGIN_KIB, note=f"{ours.requests} requests")
        yield Figure("W1b other computers asked", len(ours.strangers), "", 0, note=" ".join(ours.strangers))


def phone_form(browser: Browser, studio: Studio, rounds: int) -> Iterator[Figure]:
    """W12a: the form a guest opens, on a mid-range phone, beside a bare HTML form."""
    (token,) = studio.invite(1)
    with product(studio.folder) as served, bare() as beside:
        ours = Visit(browser, f"{served.url}/r/{token}", "input[name=name]", phone=True)
        theirs = Visit(browser, f"{beside.url}/form", "input[name=name]", phone=True)
        _in_turns(ours, theirs, rounds)
        yield _beside("W12a phone form, first field visible", ours.cold, theirs.cold, FORM_GOAL)
        note = f"{ours.requests} requests"
        yield Figure("W12a phone form, all told", ours.bytes / 1024, "KiB", FORM_KIB, note=note)


def typing(browser: Browser, studio: Studio, strokes: int) -> Iterator[Figure]:
    """From a keystroke in the clients' search box to 20 fitting rows painted, without the pause that gathers keys."""
    with product(studio.folder) as served:
        page = _signed_in(browser, served, studio)
        page.goto(f"{served.url}/clients")
        box = page.locator(".lw-table input[type=search]").first
        box.wait_for()
        page.evaluate(WATCH)
        fragments = _common(studio)
        taken = [_stroke(page, box, fragments[number % len(fragments)]) - DEBOUNCE for number in range(strokes)]
        taken = sorted(taken[2:])
        slow, middle = taken[int(len(taken) * 0.95)], statistics.median(taken)
        note = f"p50 {middle:.0f} ms, the pause of {DEBOUNCE} ms apart;"
        figure = Figure(f"W2 keystroke to 20 rows, {studio.clients:,}, p95", slow, "ms", KEY_GOAL, note=note)
        yield figure.explained(lambda: "the way to the server and back, and drawing the rows")
        page.context.close()


WATCH = """() => {
  const plain = (text) => text.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "").toLowerCase();
  window.arm = (fragment) => new Promise((done) => {
    let begun = 0;
    document.addEventListener("input", () => { begun = performance.now(); }, { capture: true, once: true });
    const look = () => {
      const rows = [...document.querySelectorAll(".lw-table [data-row]")].slice(0, 20);
      const fits = rows.length === 20 && rows.every((row) => plain(row.textContent).includes(fragment));
      begun && fits ? done(performance.now() - begun) : requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}"""


def _stroke(page: Page, box: Any, fragment: str) -> float:
    """From nothing found to 20 rows, by one key: the letter too many is taken away."""
    box.fill(f"{fragment}##")
    page.locator(".lw-table [data-row]").first.wait_for(state="detached")
    box.fill(f"{fragment}#")
    page.wait_for_timeout(400)
    page.evaluate("(fragment) => { window.waiting = window.arm(fragment); }", fragment)
    box.press("Backspace")
    return float(page.evaluate("() => Promise.race([window.waiting, new Promise((_, no) => setTimeout(no, 8000))])"))


def _common(studio: Studio) -> list[str]:
    """Beginnings of names that 20 people have."""
    names = keys(studio.clients).names
    return sorted({name[:3] for name in names}, key=lambda start: -sum(name.startswith(start) for name in names))[:12]


def _signed_in(browser: Browser, served: Served, studio: Studio) -> Page:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_cookies([{"name": f"linework_{served.port}", "value": studio.cookie, "url": served.url}])
    return context.new_page()


def _in_turns(ours: Visit, theirs: Visit, rounds: int) -> None:
    for turn in range(rounds + 1):
        ours.go()
        theirs.go()
        if not turn:
            for visit in (ours, theirs):
                visit.cold.clear()
                visit.warm.clear()


def _beside(op: str, ours: list[float], theirs: list[float], goal: float) -> Figure:
    ratio = statistics.median(mine / base for mine, base in zip(ours, theirs, strict=True))
    value = statistics.median(ours)
    return Figure(op, value, "ms", goal, value / ratio).explained(lambda: "stylesheet, script and fonts of the page")
