"""Files are handed in by drop, paste, picker and camera, in real Chromium on a studio that is really served."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from tests.browser.conftest import CHROMIUM, FLAGS
from tests.browser.patience import picker, until
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LEAVES_NO_TRACE = True
CAMERAS = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=2"]
DROP = """([name, type, data]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name, { type }));
    const place = document.querySelector(".files-place");
    for (const kind of ["dragenter", "drop"])
        place.dispatchEvent(new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""
COPY = """async (data) => {
    const picture = new Blob([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], { type: "image/png" });
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
}"""
LATE = """() => {
    const devices = navigator.mediaDevices, given = devices.getUserMedia.bind(devices);
    const turn = new Promise((open) => { window.letIn = open; });
    devices.getUserMedia = async (which) => { await turn; return (window.late = await given(which)); };
}"""
SHOWN = "(seen) => (document.querySelector('.portrait > img')?.src ?? null) !== seen"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """With two made-up cameras."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *CAMERAS])
        yield chromium
        chromium.close()


@pytest.fixture
def photos(sign_in: Callable[..., Page], served: Served) -> Page:
    """A client's portrait."""
    page = sign_in("owner")
    page.goto(f"{served.desk}/clients")
    page.locator("tbody tr a").first.click()
    page.wait_for_url("**/clients/CL-*")
    page.goto(f"{page.url.split('?')[0]}?tab=photos")
    page.locator(".files-place").wait_for()
    return page


def test_a_picture_is_dropped(photos: Page) -> None:
    before = portrait(photos)
    photos.evaluate(DROP, ["me.png", "image/png", coded("teal")])
    assert until(photos, SHOWN, before)


def test_a_picture_is_pasted(photos: Page) -> None:
    before = portrait(photos)
    photos.context.grant_permissions(["clipboard-read", "clipboard-write"])
    photos.bring_to_front()
    photos.evaluate(COPY, coded("navy"))
    photos.keyboard.press("Control+v")
    assert until(photos, SHOWN, before)


def test_the_picker_opens_by_keyboard_and_says_before_what_is_taken(photos: Page) -> None:
    before = portrait(photos)
    choose = photos.get_by_role("button", name="Choose a file")
    assert choose.get_attribute("aria-describedby") == photos.get_by_text(
        "JPEG, PNG or WebP, up to 20 MB"
    ).get_attribute("id")
    choose.focus()
    opened = picker(photos, lambda: photos.keyboard.press("Enter"))
    opened.set_files({"name": "me.jpg", "mimeType": "image/jpeg", "buffer": picture("maroon", "JPEG")})
    assert until(photos, SHOWN, before)


def test_the_camera_is_chosen_among_two_and_takes_the_picture(photos: Page) -> None:
    before = portrait(photos)
    photos.get_by_role("button", name="Take a photo").click()
    cameras = photos.get_by_label("Camera", exact=True)
    cameras.wait_for()
    assert cameras.locator("option").count() == 2
    cameras.select_option(index=1)
    photos.get_by_role("button", name="Take it").click()
    assert until(photos, SHOWN, before)
    assert photos.locator(".files video").count() == 0


def test_escape_lets_go_of_the_camera(photos: Page) -> None:
    photos.get_by_role("button", name="Take a photo").press("Enter")
    photos.get_by_role("button", name="Take it").wait_for()
    photos.keyboard.press("Escape")
    photos.get_by_role("button", name="Take a photo").wait_for()
    assert until(photos, "() => document.activeElement.innerText === 'Take a photo'")


def test_a_camera_that_comes_late_takes_nothing_before_and_goes_out_when_nobody_waits(photos: Page) -> None:
    photos.get_by_role("button", name="Take a photo").click()
    take = photos.get_by_role("button", name="Take it")
    assert until(photos, "() => document.querySelector('.files .primary')?.ariaDisabled === 'false'")
    photos.evaluate(LATE)
    photos.get_by_label("Camera", exact=True).select_option(index=1)
    assert take.get_attribute("aria-disabled") == "true"
    take.press("Escape")
    photos.evaluate("letIn()")
    assert until(photos, "() => window.late && late.getTracks().every((one) => one.readyState === 'ended')")
    assert photos.locator(".files video").count() == 0


def test_another_kind_of_file_is_refused_beside_its_name_and_can_be_taken_away(photos: Page) -> None:
    before = portrait(photos)
    put(photos, "holiday.jpg", "image/jpeg", b"MZ" + bytes(3000))
    line = photos.locator(".files-list li")
    line.get_by_text("This is another kind of file, whatever its name says. Taken here: JPEG, PNG or WebP.").wait_for()
    assert "holiday.jpg" in line.inner_text()
    assert "another kind of file" in (photos.locator(".files [role=status]").text_content() or "")
    photos.keyboard.press("Tab")
    photos.get_by_role("button", name="Remove holiday.jpg").press("Enter")
    assert until(photos, "() => !document.querySelector('.files-list')")
    assert until(photos, "() => document.activeElement.innerText === 'Choose a file'")
    assert portrait(photos) == before


def test_a_slow_file_shows_how_far_it_is_and_can_be_stopped(sign_in: Callable[..., Page], served: Served) -> None:
    page = sign_in("owner", width=390)
    page.goto(f"{served.desk}/clients/import")
    page.locator(".files-place").wait_for()
    slow(page, 60_000)
    put(page, "people.csv", "text/csv", b"Name;E-mail\n" + b"Ana;ana@example.com\n" * 40_000)
    progress = page.get_by_role("progressbar", name="people.csv")
    progress.wait_for()
    assert until(page, "() => +document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') > 4")
    assert until(page, "() => /Sending, [1-9]\\d? %/.test(document.querySelector('.files-list').innerText)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Stop sending people.csv").click()
    assert until(page, "() => !document.querySelector('.files-list')")
    slow(page, -1)
    put(page, "two.csv", "text/csv", b"Name\nAna\nBea\n")
    page.wait_for_url("**/clients/import/*-*")


def slow(page: Page, bytes_a_second: int) -> None:
    """A bad Wi-Fi; less than nothing makes it good again."""
    wire = page.context.new_cdp_session(page)
    told = {"offline": False, "latency": 20, "downloadThroughput": -1, "uploadThroughput": bytes_a_second}
    wire.send("Network.emulateNetworkConditions", told)


def put(page: Page, name: str, kind: str, data: bytes) -> None:
    page.locator(".files input[type=file]").first.set_input_files({"name": name, "mimeType": kind, "buffer": data})


def portrait(page: Page) -> str | None:
    shown: str | None = page.evaluate("document.querySelector('.portrait > img')?.src ?? null")
    return shown


def picture(colour: str, kind: str = "PNG") -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (320, 240), colour).save(drawn, kind)
    return drawn.getvalue()


def coded(colour: str) -> str:
    from base64 import b64encode

    return b64encode(picture(colour)).decode()
