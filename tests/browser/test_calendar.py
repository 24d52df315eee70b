"""The calendar worked for real: booked by a press, dragged, resized, moved by keys; a colleague sees it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from tests.browser.patience import until
from tests.browser.served import Served

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Locator, Page

SignIn = Callable[..., "Page"]
SOON = datetime.now(UTC).date() + timedelta(days=120)
DAY = SOON + timedelta(days=(2 - SOON.weekday()) % 7)
"""A Wednesday nobody has booked yet, and on which certificates still hold."""
STANDS = """([column, time]) => {
  const heads = [...document.querySelectorAll('.ec-header .ec-col-head')].map((one) => one.getBoundingClientRect());
  const one = document.querySelector('.calendar .ec-event.booked'), box = one?.getBoundingClientRect();
  const middle = box ? box.left + box.width / 2 : -1;
  const at = heads.findIndex((head) => middle > head.left && middle < head.right);
  return at === column && one.querySelector('.b-time').textContent === time;
}"""

HALF_AN_HOUR = "parseFloat(getComputedStyle(document.querySelector('.ec')).getPropertyValue('--ec-slot-height')) || 36"


def stands(page: Page, column: int, time: str) -> bool:
    """Whether the one booking of the day is drawn in this column, with these times."""
    return until(page, STANDS, [column, time], seconds=60)


def at_the_calendar(page: Page, served: Served) -> None:
    page.goto(f"{served.desk}/calendar?day={DAY}")
    page.locator(".ec-header .ec-col-head").nth(2).wait_for()


def box(found: Locator) -> FloatRect:
    found.scroll_into_view_if_needed()
    told = found.bounding_box()
    assert told
    return told


def slot(page: Page) -> float:
    """How high half an hour is drawn."""
    return float(page.evaluate(HALF_AN_HOUR))


def drag(page: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(start[0], start[1] + (6 if end[1] >= start[1] else -6), steps=3)
    page.mouse.move(*end, steps=8)
    page.mouse.up()


def book_at_ten(page: Page, column: int) -> None:
    """Press free time, find the client, book."""
    head = box(page.locator(".ec-header .ec-col-head").nth(column))
    page.mouse.click(head["x"] + head["width"] / 2, head["y"] + head["height"] + 8)
    sheet = page.get_by_role("dialog", name="New booking")
    sheet.get_by_role("combobox", name="Client").fill("a")
    sheet.get_by_role("option").first.click()
    sheet.get_by_label("Length").fill("60")
    sheet.get_by_role("button", name="Book", exact=True).click()
    sheet.wait_for(state="detached")


def test_a_booking_is_dragged_resized_and_moved_by_keys_and_a_colleague_sees_it(
    served: Served, sign_in: SignIn
) -> None:
    page, colleague = sign_in("owner"), sign_in("reception")
    at_the_calendar(page, served)
    at_the_calendar(colleague, served)
    book_at_ten(page, 0)
    assert stands(page, 0, "10:00–11:00")
    assert stands(colleague, 0, "10:00–11:00")

    event, half = page.locator(".calendar .ec-event.booked"), slot(page)
    was, head = box(event), box(page.locator(".ec-header .ec-col-head").nth(1))
    drag(page, (was["x"] + 30, was["y"] + 12), (head["x"] + head["width"] / 2, was["y"] + 12 + 2 * half))
    assert stands(page, 1, "11:00–12:00")
    assert stands(colleague, 1, "11:00–12:00")

    was = box(event)
    bottom = was["y"] + was["height"] - 3
    drag(page, (was["x"] + 30, bottom), (was["x"] + 30, bottom + half))
    assert stands(colleague, 1, "11:00–12:30")

    event.focus()
    assert until(page, "document.activeElement.matches('.ec-event.booked')")
    page.keyboard.press("ArrowDown")
    assert until(page, "document.activeElement.matches('.ec-event.booked')")
    page.keyboard.press("Alt+ArrowLeft")
    assert stands(colleague, 0, "11:15–12:45")
    page.reload()
    assert stands(page, 0, "11:15–12:45")
