"""The owner switches encrypted pages on, and tablets and staff move over: real Chromium, real certificate."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.served import Served, serving
from tests.ports import free_port

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

TLS = free_port()
SECURE = f"https://127.0.0.1:{TLS}"


@pytest.fixture(scope="module")
def served(
    demo_folder: tuple[Path, dict[str, tuple[str, str]]], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """A studio whose encrypted door has a port of its own, shut as yet."""
    copy = tmp_path_factory.mktemp("encrypted") / "data"
    shutil.copytree(demo_folder[0], copy, ignore=shutil.ignore_patterns("*.lock"))
    with serving(copy, demo_folder[1], "--lan-tls-port", str(TLS)) as studio:
        yield studio


@pytest.fixture
def device(browser: Browser) -> Iterator[Page]:
    """A tablet that goes past the warning, as none should; the certificate itself is tried elsewhere."""
    context = browser.new_context(viewport={"width": 820, "height": 1180}, ignore_https_errors=True, locale="en-GB")
    yield context.new_page()
    context.close()


def switch_on(desk: Page, words: str) -> None:
    """Turn one of the network's switches, if it is not on yet."""
    switch = desk.get_by_role("switch", name=words)
    if switch.get_attribute("aria-checked") != "true":
        switch.click()
        desk.get_by_text(f"Saved: {words}").first.wait_for()


def encrypt(desk: Page, served: Served) -> None:
    """Everything on, at the desk, while it runs."""
    desk.goto(f"{served.desk}/settings/network")
    switch_on(desk, "Staff may sign in from tablets and laptops")
    switch_on(desk, "Tablets and staff use encrypted pages")
    desk.get_by_text(f"For tablets and staff, encrypted: open on port {TLS}").wait_for()


def enter(page: Page, served: Served, role: str) -> None:
    email, password = served.people[role]
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/login" not in address)


def test_staff_are_led_to_the_encrypted_page_and_work_there(
    served: Served, sign_in: Callable[..., Page], device: Page
) -> None:
    desk = sign_in("owner")
    encrypt(desk, served)
    device.goto(f"{served.lan}/clients")
    assert urlsplit(device.url).path == "/install"
    groups = device.locator(".print").inner_text().split()
    assert groups == desk.locator(".network-print").inner_text().split()
    assert len(groups) == 16
    device.get_by_role("link", name="Open the encrypted page").click()
    enter(device, served, "reception")
    assert device.url == f"{SECURE}/clients"
    device.get_by_role("heading", name="Clients").wait_for()
    assert device.evaluate("isSecureContext")
    mine = [one for one in device.context.cookies() if one["name"] == f"linework_{TLS}"]
    assert [one["secure"] and one["httpOnly"] for one in mine] == [True]
    device.wait_for_function("window.socket?.connected")


def test_a_tablet_is_paired_and_waits_over_the_encrypted_door(
    served: Served, sign_in: Callable[..., Page], device: Page
) -> None:
    desk = sign_in("owner")
    encrypt(desk, served)
    desk.goto(f"{served.desk}/settings#tablets")
    desk.get_by_role("button", name="Pair a tablet").click()
    read = desk.get_by_text(re.compile(r"^https://.+/pair/")).inner_text()
    device.goto(SECURE + urlsplit(read).path)
    device.get_by_label("Name of this tablet").fill("Front")
    device.get_by_role("button", name="Pair this tablet").click()
    device.wait_for_url(f"{SECURE}/kiosk")
    device.get_by_text("Somebody of the studio sends you here").wait_for()
    desk.get_by_text("Front").first.wait_for()
    device.goto(f"{served.lan}/kiosk")
    device.get_by_text("This tablet was paired before pages were encrypted.").wait_for()


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the camera of a tablet sees: a code that is not ours."""
    import numpy as np
    from PIL import Image
    from segno import make_qr

    out = BytesIO()
    make_qr("aftercare.example/7", error="m").save(out, kind="png", scale=9, border=4)
    frame = Image.new("L", (640, 480), 200)
    code = Image.open(out).convert("L")
    frame.paste(code, ((640 - code.width) // 2, (480 - code.height) // 2))
    grey = np.asarray(frame, dtype=np.uint8).tobytes() + bytes([128]) * (640 * 480 // 2)
    path = tmp_path_factory.mktemp("film") / "code.y4m"
    path.write_bytes(b"YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420mpeg2\n" + (b"FRAME\n" + grey) * 10)
    return path


def test_a_tablets_camera_reads_a_code_on_the_encrypted_page(
    served: Served, sign_in: Callable[..., Page], film: Path
) -> None:
    desk = sign_in("owner")
    encrypt(desk, served)
    camera = [
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    ]
    kind = desk.context.browser
    assert kind
    chromium = kind.browser_type.launch(executable_path=CHROMIUM, args=[*FLAGS, *camera])
    page = chromium.new_context(ignore_https_errors=True, locale="en-GB").new_page()
    page.goto(f"{SECURE}/login?next=/scan")
    enter(page, served, "reception")
    page.get_by_role("button", name="Start camera").click()
    page.get_by_text("aftercare.example/7").wait_for()
    page.get_by_text("Not a code of this studio.").wait_for()
    chromium.close()
