"""Hands on desk, tablet and phone: pairing, sending, reading, drawing, witnessing."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from studio.clients.reader import read_code
from tests.browser.patience import until
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

TABLET = "Front desk"
AT_REST = """async (e) => {
  const frame = () => new Promise(requestAnimationFrame), at = () => JSON.stringify(e.getBoundingClientRect());
  for (let same = 0, was = ""; same < 3; was = at(), await frame()) same = at() === was ? same + 1 : 0;
}"""
"""Until a smooth scroll is over."""
READ_ON = "JSON.parse(document.querySelector('.rite').dataset.say).more"
PLACE = """[...document.querySelectorAll(".step:not([hidden]), .clause:not([hidden])")]
  .map((one) => one.dataset.step || one.dataset.clause).join()"""
MOVED = f"([place, said]) => ({PLACE}) !== place || document.querySelector('.r-foot .go').innerText !== said"


def pair(desk: Page, tablet: Page, served: Served) -> None:
    """As the owner does it once."""
    desk.goto(f"{served.desk}/settings")
    desk.get_by_role("button", name="Pair a tablet").click()
    code = desk.get_by_label("QR code that pairs a tablet")
    code.wait_for()
    read = read_code(code.screenshot())
    assert read
    tablet.goto(served.lan_address(read))
    desk.get_by_text("The tablet has the page open").wait_for()
    tablet.get_by_label("Name of this tablet").fill(TABLET)
    tablet.get_by_role("button", name="Pair this tablet").click()
    tablet.wait_for_url("**/kiosk")
    desk.get_by_text(TABLET).first.wait_for()


def send(desk: Page, served: Served, place: str, language: str = "English") -> str:
    """From the profile of somebody of age to wherever they sign; gives the client's address."""
    where, under_way = desk.get_by_role("radio", name=re.compile(place)), desk.locator(".following")
    while True:
        address = next_adult(desk, served)
        desk.get_by_role("button", name="Consent", exact=True).click()
        where.or_(under_way).first.wait_for()
        if where.count():
            break  # a made-up studio has somebody who is signing already
    where.click()
    desk.get_by_label("Language of the text").click()
    desk.get_by_role("option", name=language).click()
    desk.get_by_label("What is done today").fill("Tide sleeve, session 3")
    desk.get_by_role("button", name="Let them read and sign").click()
    return address


def next_adult(desk: Page, served: Served) -> str:
    """Opens the next client who is on file, not archived, and of age; each is taken once."""
    while True:
        address = f"{served.desk}/clients/CL-{next(served.clients):04d}"
        desk.goto(address)
        consent = desk.get_by_role("button", name="Consent", exact=True)
        consent.or_(desk.locator(".profile-banner")).first.wait_for()
        if not consent.count():
            continue
        if not desk.get_by_text("Minor", exact=True).count() and desk.get_by_text("Birth date").count():
            return address


def draw(page: Page, pad: Locator, strokes: int = 3) -> None:
    """Write something with the pointer."""
    pad.scroll_into_view_if_needed()
    pad.evaluate(AT_REST)
    box = pad.bounding_box()
    assert box
    for one in range(strokes):
        left, middle = box["x"] + box["width"] * (0.12 + 0.72 * one / strokes), box["y"] + box["height"] * 0.55
        page.mouse.move(left, middle)
        page.mouse.down()
        for at in range(16):
            page.mouse.move(
                left + box["width"] * 0.5 / strokes * at / 16, middle - box["height"] * 0.32 * math.sin(at / 2.6 + one)
            )
        page.mouse.up()


def forward(page: Page) -> None:
    """Press the button once everything here is read: until then it reads on."""
    button, read_on = page.locator(".r-foot .go"), page.evaluate(READ_ON)
    for _ in range(60):
        place, said = page.evaluate(PLACE), button.inner_text()
        if button.get_attribute("aria-disabled"):
            return  # it was read to its end just as we pressed, and that sent it
        button.click()
        if said != read_on:
            return
        until(page, MOVED, [place, said], seconds=1)  # it may need several screens, or be read while we press
        if page.evaluate(PLACE) != place:
            return
    raise AssertionError("it is never read to its end")


def answer_all(page: Page) -> None:
    """No to whatever is not answered yet."""
    for question in page.locator(".q[data-q]").all():
        if not question.locator("input:checked").count():
            question.locator("[value=no] + span").click()
    for group in page.locator("[data-group]").all():
        if not group.locator("[type=checkbox]:checked").count():
            group.locator("[name^='none.']").check(force=True)


def to_step(page: Page, kind: str) -> None:
    """On to the first step of a kind, with harmless answers to all before it."""
    for _ in range(60):
        if page.locator(f".step[data-step={kind}]:visible").count():
            return
        answer_step(page)
        forward(page)
    raise AssertionError(f"{kind} never comes")


def answer_step(page: Page) -> None:
    """What stands in this step and has no answer yet; initials are drawn."""
    step = page.locator(".step:not([hidden])")
    for box in step.locator("[name=e_form]").all():
        box.check(force=True)
    if step.locator("[data-q]").count():
        answer_all(page)
    for consent in step.locator("[data-c]").all():
        consent.locator("[value=yes] + span").click()
    for box in step.locator("[data-x]:visible").all():
        answer_question(box)
    for places in step.locator(".body-map").all():
        if not places.locator("input[data-place]:checked").count():
            places.locator("input[data-place]").first.check(force=True)
    for pad in step.locator(".clause:not([hidden]) .pad canvas").all():
        draw(page, pad, 2)


def answer_question(box: Locator) -> None:
    """No, the first choice, or a few words."""
    if box.locator(":checked").count():
        return
    if box.locator("[value=no]").count():
        box.locator("[value=no] + span").click()
    elif box.locator("[type=radio], [type=checkbox]").count():
        box.locator(".chips span").first.click()
    else:
        box.locator(".in").first.fill("A swallow, 6 cm" if box.get_attribute("data-kind") == "text" else "6")


def read_all(page: Page) -> None:
    """Everything before the signature."""
    to_step(page, "clause")
    clauses = page.locator(".clause").count()
    for one in range(clauses):
        draw(page, page.locator(".clause:not([hidden]) .pad canvas"), 2)
        if one < clauses - 1:
            forward(page)


def sign(page: Page) -> None:
    """Everything, with the signature."""
    read_all(page)
    draw(page, page.locator(".big canvas"), 5)
    forward(page)


def witness(desk: Page) -> str:
    """The artist's side; gives the packet's code."""
    desk.get_by_role("link", name="Check ID and sign").click()
    desk.wait_for_url("**/consent/signing/*")
    desk.get_by_label("Issued by *").fill("Portugal")
    desk.get_by_label("Last four of its number *").fill("7731")
    desk.get_by_label("Date of birth *").fill("23/04/1990")
    desk.get_by_text("The document is right: mend the file").click()
    for warned in desk.get_by_label("Why you go on with these answers *").all():
        warned.fill("Talked it over.")
    draw(desk, desk.locator(".signature-pad canvas"), 4)
    desk.get_by_role("button", name="Sign and keep").click()
    desk.wait_for_url(re.compile(r"/consent/CS-\d+"))
    return urlsplit(desk.url).path.rpartition("/")[2]


def phone_address(desk: Page, served: Served) -> str:
    code = desk.get_by_label("QR code that opens the consent")
    code.wait_for()
    read = read_code(code.screenshot())
    assert read
    return served.lan_address(read)
