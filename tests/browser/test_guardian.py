"""Minors in a real browser: a guardian beside them, one on a phone of their own, and what is barred to them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.patience import may_be_left
from tests.browser.served import Served, run, serving
from tests.browser.signing import draw, forward
from tests.browser.test_accessible import findings

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SignIn = Callable[..., "Page"]
EAR, FLASH = re.compile("Piercing, ear"), re.compile("Flash, small")
PREPARE = """
import sys
from pathlib import Path
from studio.extension.opening import open_studio
from tests.conftest import rooms
from tests.factories.guardians import minor, ours
open_studio(Path(sys.argv[1]), rooms())
ours(guardian={"presence": "remote", "identity": ["photo_id"], "relation": ["birth_certificate"]})
for name in ("Rui Lund", "Iva Lund", "Teo Lund", "Bo Lund"):
    print(minor(name).code)
"""


SENDING = "() => !document.querySelector('.r-foot .go') || !!document.querySelector('.r-foot .go').ariaDisabled"


@pytest.fixture(scope="module")
def minors() -> dict[str, str]:
    """Name → address of the client."""
    return {}


@pytest.fixture(scope="module")
def served(
    demo_folder: tuple[Path, dict[str, tuple[str, str]]],
    tmp_path_factory: pytest.TempPathFactory,
    minors: dict[str, str],
) -> Iterator[Served]:
    """A studio with four minors on file, whose rules let a guardian sign elsewhere."""
    copy = tmp_path_factory.mktemp("guardians") / "data"
    shutil.copytree(demo_folder[0], copy, ignore=shutil.ignore_patterns("*.lock"))
    codes = run(str(copy), program=("-c", PREPARE)).stdout.split()[-4:]
    minors.update(zip(("Rui", "Iva", "Teo", "Bo"), codes, strict=True))
    with serving(copy, demo_folder[1]) as studio:
        yield studio


def open_consent(desk: Page, address: str, service: re.Pattern[str], language: str = "English") -> None:
    """The dialog, as far as the service and the language."""
    desk.goto(address)
    desk.get_by_role("button", name="Consent", exact=True).click()
    desk.get_by_label("Service *").click()
    desk.get_by_role("option", name=service).first.click()
    desk.get_by_label("Language of the text").click()
    desk.get_by_role("option", name=language).click()


def name_guardian(desk: Page, place: str) -> None:
    """The client's mother, as the desk takes her down."""
    desk.get_by_text("a guardian signs as well").wait_for()
    desk.get_by_label("Name of the guardian").fill("Helena Lund")
    desk.get_by_label("Relation").fill("Mother")
    desk.get_by_label("Their date of birth").fill("13/10/1982")
    desk.get_by_text(place, exact=True).click()


def walk(page: Page) -> None:
    """Through every step of a text: harmless answers, initials, and the signature."""
    start, drawn = page.url, set[str]()
    for _ in range(200):
        if page.url != start or page.locator(".over:visible").count():
            return
        with may_be_left(page):
            if page.evaluate(SENDING):
                page.wait_for_timeout(50)
            else:
                go_on(page, drawn)
    raise AssertionError("it never ends")


def go_on(page: Page, drawn: set[str]) -> None:
    """One step of it; what was drawn stays drawn."""
    step = page.locator(".step:not([hidden])")
    answer(step)
    for name in set(step.locator("[data-pad]:visible").evaluate_all("all => all.map((one) => one.dataset.pad)")):
        if name not in drawn:
            draw(page, step.locator(f"[data-pad='{name}'] canvas"), 5 if name == "signature" else 2)
            drawn.add(name)
    forward(page)


def answer(step: Locator) -> None:
    """What stands in this step and has no answer yet."""
    for box in step.locator("[name=e_form]").all():
        box.check(force=True)
    for field in step.locator("input[type=text][name^='x.']:visible, textarea[name^='x.']:visible").all():
        field.fill("A small silver hoop")
    for group in set(step.locator("[type=radio][value=no]").evaluate_all("all => all.map((one) => one.name)")):
        if not step.locator(f"[name='{group}']:checked").count():
            wish = "yes" if group.startswith("c.") else "no"
            step.locator(f"[name='{group}'][value={wish}] + span").click()
    for none in step.locator("[name^='none.']").all():
        none.check(force=True)
    for places in step.locator(".body-map").all():
        if not places.locator("input[data-place]:checked").count():
            places.locator("input[data-place]").first.check(force=True)


def witness_both(desk: Page, here: bool) -> str:
    """The artist's side, with the papers of both; gives the packet's address."""
    desk.get_by_role("link", name="Check ID and sign").click()
    desk.wait_for_url("**/consent/signing/*")
    for at, (number, born) in enumerate((("7731", "06/05/2010"), ("4412", "13/10/1982"))):
        desk.get_by_label("Issued by *").nth(at).fill("Portugal")
        desk.get_by_label("Last four of its number *").nth(at).fill(number)
        desk.get_by_label("Date of birth *").nth(at).fill(born)
    desk.get_by_label("Shows that they are the guardian *").click()
    desk.get_by_role("option", name="Birth certificate").click()
    if here:
        desk.get_by_text("Helena Lund is here in person").click()
    draw(desk, desk.locator(".signature-pad canvas"), 4)
    desk.get_by_role("button", name="Sign and keep").click()
    desk.wait_for_url(re.compile(r"/consent/CS-\d+"))
    return desk.url


@pytest.mark.parametrize(
    ("who", "language", "thanks"), [("Rui", "English", "Thank you!"), ("Bo", "Português", "Agradecemos!")]
)
def test_a_minor_and_a_guardian_beside_them_sign_at_the_desk(
    served: Served, sign_in: SignIn, minors: dict[str, str], who: str, language: str, thanks: str
) -> None:
    desk = sign_in("owner")
    open_consent(desk, f"{served.desk}/clients/{minors[who]}", EAR, language)
    name_guardian(desk, "Here, after the client")
    desk.get_by_role("button", name="Let them read and sign").click()
    desk.wait_for_url("**/c/*")
    walk(desk)
    desk.wait_for_load_state()
    assert desk.locator("[data-who=guardian]").count() == 1, "the guardian's page follows by itself"
    assert desk.locator("[data-q]").count() == 0, "none of the client's answers"
    assert findings(desk) == []
    walk(desk)
    desk.get_by_text(thanks).first.wait_for()
    desk.locator(".over a").click()
    if who == "Rui":
        desk.wait_for_url("**/consent/signing/*")
        desk.goto(f"{served.desk}/clients/{minors[who]}?tab=health")
        packet = witness_both(desk, here=True)
        desk.get_by_text("Shown by").wait_for()
        assert findings(desk) == []
        desk.get_by_role("button", name="Verify").click()
        desk.get_by_text("Every digit is as it was signed.").wait_for()
        assert packet.endswith(desk.url.rpartition("/")[2])


def test_a_guardian_elsewhere_signs_by_a_link_that_lives_once(
    served: Served, sign_in: SignIn, phone: Page, minors: dict[str, str]
) -> None:
    desk = sign_in("owner")
    address = f"{served.desk}/clients/{minors['Iva']}"
    open_consent(desk, address, EAR)
    name_guardian(desk, "On their own phone")
    desk.get_by_role("button", name="Let them read and sign").click()
    desk.wait_for_url("**/c/*")
    walk(desk)
    desk.get_by_text("Thank you!").wait_for()
    desk.goto(f"{address}?tab=health")
    desk.get_by_text("Waiting for the guardian, Helena Lund, on their phone").first.wait_for()
    desk.get_by_role("button", name="Make a link for the guardian").click()
    desk.get_by_label("QR code for the guardian").wait_for()
    link = served.lan_address(desk.get_by_text(re.compile("^http.*/c/")).inner_text())
    phone.goto(link)
    assert findings(phone) == []
    walk(phone)
    phone.get_by_text("Thank you!").wait_for()
    desk.get_by_text("waiting for the artist").first.wait_for()
    assert phone.context.browser is not None
    other = phone.context.browser.new_context().new_page()
    answer_of = other.goto(link)
    assert answer_of is not None
    assert answer_of.status == 404
    witness_both(desk, here=False)
    desk.get_by_text("not here in person").wait_for()


def test_what_is_barred_to_minors_is_said_and_opened_by_nobody(
    served: Served, sign_in: SignIn, minors: dict[str, str]
) -> None:
    desk = sign_in("owner")
    open_consent(desk, f"{served.desk}/clients/{minors['Teo']}", FLASH)
    desk.get_by_text("This consent is for people of 18 and over").first.wait_for()
    assert desk.get_by_label("Name of the guardian").is_hidden()
    desk.get_by_role("button", name="Let them read and sign").click()
    desk.get_by_text("This consent is for people of 18 and over").nth(1).wait_for()
    assert "/clients/" in desk.url
