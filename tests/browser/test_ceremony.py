"""A consent, as it happens: desk, tablet and phone, signatures drawn by hand, ending with a sealed PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from studio.clients.reader import read_code
from tests.browser.patience import wait_until_asked
from tests.browser.served import Served
from tests.browser.signing import (
    TABLET,
    answer_all,
    draw,
    forward,
    phone_address,
    read_all,
    send,
    sign,
    to_step,
    witness,
)
from tests.browser.test_accessible import findings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FilePayload, Page

SignIn = Callable[..., "Page"]


def test_a_consent_from_the_desk_over_the_tablet_to_a_sealed_pdf(served: Served, sign_in: SignIn, tablet: Page) -> None:
    desk = sign_in("owner")
    client = send(desk, served, TABLET)
    tablet.wait_for_url("**/c/*")
    desk.get_by_text("is reading").wait_for()
    name = tablet.locator(".r-head h1").first.inner_text()
    assert name.startswith("Hi ")
    sign(tablet)
    tablet.get_by_text("Thank you!").wait_for()
    desk.get_by_text("waiting for the artist").wait_for()

    # The aftercare sheet is taken along on a phone, off the tablet's screen.
    code = read_code(tablet.get_by_alt_text("QR code of your aftercare sheet").screenshot())
    assert code
    sheet = tablet.request.get(served.lan_address(code))
    assert sheet.ok
    assert "aftercare" in sheet.text().lower()
    tablet.get_by_role("button", name="Done").click()

    # The tablet waits again by itself, and the way back leads to nobody.
    tablet.wait_for_url("**/kiosk")
    tablet.go_back()
    tablet.get_by_text("what there is to read and sign").wait_for()
    first = name.removeprefix("Hi ").partition(",")[0]
    assert first not in tablet.content()
    assert first not in tablet.evaluate("JSON.stringify([localStorage, sessionStorage])")

    code = witness(desk)
    desk.get_by_text("Signed, and standing").wait_for()
    paper = None
    for _ in range(240):
        paper = desk.request.get(f"{served.desk}/consent/{code}/consent.pdf")
        if paper.ok:
            break
        desk.wait_for_timeout(500)
    assert paper is not None
    assert paper.ok
    pdf = paper.body()
    assert pdf.startswith(b"%PDF-")
    desk.get_by_role("button", name="Verify").click()
    desk.get_by_text("Every digit is as it was signed.").wait_for()
    for verdict, content in (("Valid", pdf), ("Altered", pdf[:2000] + b"x" + pdf[2001:])):
        desk.goto(f"{served.desk}/consent")
        desk.get_by_role("button", name="Verify a PDF").click()
        file: FilePayload = {"name": "consent.pdf", "mimeType": "application/pdf", "buffer": content}
        desk.locator(".files input[type=file] >> nth=0").set_input_files(file)
        desk.get_by_text(verdict, exact=True).first.wait_for()
    desk.goto(f"{client}?tab=health")
    desk.get_by_text(code).first.wait_for()


def test_a_phone_keeps_a_draft_and_sends_once_after_losing_the_network(
    served: Served, sign_in: SignIn, phone: Page
) -> None:
    desk = sign_in("artist")
    send(desk, served, "Their own phone", "Português")
    phone.goto(phone_address(desk, served))
    assert phone.evaluate("document.documentElement.lang") == "pt-BR"
    read_all(phone)
    draw(phone, phone.locator(".big canvas"), 5)
    phone.reload()
    assert phone.locator("[data-pad=signature] canvas").is_visible(), "the draft leads back to where one was"
    phone.context.set_offline(True)
    forward(phone)
    phone.locator(".state.wait").wait_for()
    assert phone.locator(".over").is_hidden(), "nobody is told that it is done"
    phone.context.set_offline(False)
    phone.get_by_text("Agradecemos").first.wait_for()
    phone.get_by_role("link", name="Abrir").wait_for()
    assert phone.evaluate("Object.keys(localStorage).filter(key => key.startsWith('linework:')).length") == 0
    desk.get_by_text("waiting for the artist").wait_for()
    assert witness(desk).startswith("CS-")


def test_what_is_missing_is_said_beside_it(served: Served, sign_in: SignIn, phone: Page) -> None:
    desk = sign_in("artist")
    send(desk, served, "Their own phone")
    phone.goto(phone_address(desk, served))
    forward(phone)
    assert phone.locator(".err:visible").all_inner_texts() == [
        "Tick that you agree to sign on a screen, or ask for paper."
    ]
    phone.locator("[name=e_form]").check(force=True)
    assert phone.locator(".err:visible").count() == 0
    forward(phone)
    answer_all(phone)
    phone.locator("[name='h.intoxicated']").check(force=True)
    forward(phone)
    phone.get_by_role("button", name="Change my answer").click()
    assert "nobody can consent" in phone.locator(".err:visible").inner_text()
    phone.locator("[name='none.visit']").check(force=True)
    to_step(phone, "consents")
    for consent in phone.locator("[data-c]").all():
        consent.locator("[value=no] + span").click()
    forward(phone)
    assert "Without this we cannot tattoo you" in phone.locator(".err:visible").inner_text()
    phone.locator("[data-c=health_data] [value=yes] + span").click()
    to_step(phone, "clause")
    forward(phone)
    assert phone.locator(".err:visible").all_inner_texts() == ["Put your initials beside this clause."]


def test_every_step_is_fit_for_everybody_and_for_small_screens(served: Served, sign_in: SignIn, phone: Page) -> None:
    desk = sign_in("artist")
    send(desk, served, "Their own phone", "Português")
    phone.goto(phone_address(desk, served))
    phone.set_viewport_size({"width": 320, "height": 640})
    found: list[str] = []

    def look() -> None:
        found.extend(findings(phone))
        wide = phone.evaluate("document.documentElement.scrollWidth - innerWidth")
        found.extend([f"{wide} px too wide"] if wide > 0 else [])

    for step in ("intro", "health", "question", "body_map", "photo", "consents", "aftercare", "clause"):
        to_step(phone, step)
        look()
    assert not found, "\n".join(found)


def test_another_language_keeps_the_answers_and_starts_reading_again(
    served: Served, sign_in: SignIn, tablet: Page
) -> None:
    desk = sign_in("artist")
    send(desk, served, TABLET)
    tablet.wait_for_url("**/c/*")
    tablet.locator("[name=e_form]").check(force=True)
    forward(tablet)
    tablet.locator("[name='h.allergies'][value=yes] + span").click()
    tablet.locator(".lang select").select_option("pt-BR")
    tablet.get_by_text("Consentimento para tatuagem").wait_for()
    assert tablet.locator("[name='h.allergies'][value=yes]").is_checked()
    assert tablet.evaluate("Object.keys(localStorage).filter(key => key.startsWith('linework:')).length") == 0
    tablet.locator(".help").click()
    tablet.get_by_role("button", name="Parar aqui").click()
    tablet.wait_for_url("**/kiosk")
    desk.get_by_text("Ended without a signature").wait_for()


def test_a_tablet_left_alone_asks_and_goes_back_to_waiting(served: Served, sign_in: SignIn, tablet: Page) -> None:
    desk = sign_in("artist")
    open_with_its_clock_stopped(desk, served, tablet)
    tablet.clock.run_for(50_000)
    assert not tablet.locator(".ask").is_visible()
    wait_until_asked(tablet)
    tablet.get_by_role("button", name="I am still here").click()
    tablet.locator(".ask").wait_for(state="hidden")
    wait_until_asked(tablet)
    tablet.clock.run_for(15_000)
    tablet.locator(".over").wait_for()
    desk.get_by_text("Ended without a signature").wait_for()
    tablet.clock.resume()
    tablet.wait_for_url("**/kiosk")


def test_a_signing_the_desk_ends_leaves_the_tablet_by_itself(served: Served, sign_in: SignIn, tablet: Page) -> None:
    desk = sign_in("artist")
    send(desk, served, TABLET)
    tablet.wait_for_url("**/c/*")
    name = tablet.locator(".r-head h1").first.inner_text().removeprefix("Hi ").partition(",")[0]
    desk.get_by_role("button", name="End this signing").first.click()
    tablet.locator(".over").wait_for()
    assert name not in tablet.locator("body").inner_text()
    tablet.wait_for_url("**/kiosk")


def test_a_tablet_left_alone_without_the_network_shows_nothing_and_tells_the_desk_later(
    served: Served, sign_in: SignIn, tablet: Page
) -> None:
    desk = sign_in("artist")
    open_with_its_clock_stopped(desk, served, tablet)
    name = tablet.locator(".r-head h1").first.inner_text().removeprefix("Hi ").partition(",")[0]
    tablet.context.set_offline(True)
    tablet.clock.run_for(76_000)
    tablet.locator(".over").wait_for()
    assert name not in tablet.locator("body").inner_text()
    tablet.clock.run_for(60_000)
    assert tablet.locator(".over").is_visible(), "it waits for the network"
    assert desk.get_by_text("is reading").is_visible()
    tablet.context.set_offline(False)
    tablet.clock.resume()
    desk.get_by_text("Ended without a signature").wait_for()
    tablet.wait_for_url("**/kiosk")


def open_with_its_clock_stopped(desk: Page, served: Served, tablet: Page) -> None:
    """A signing on the tablet, one box ticked, where time passes only as the test lets it."""
    send(desk, served, TABLET)
    tablet.wait_for_url("**/c/*")
    tablet.clock.install(time=1_800_000_000)
    tablet.clock.pause_at(1_800_000_060)
    tablet.reload()
    tablet.locator("[name=e_form]").check(force=True)
    desk.get_by_text("is reading").wait_for()


def test_without_scripts_it_can_be_read_and_says_why_it_cannot_be_signed(
    served: Served, sign_in: SignIn, browser: Browser
) -> None:
    desk = sign_in("artist")
    send(desk, served, "Their own phone")
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(phone_address(desk, served))
    page.locator("noscript .sum").wait_for()
    page.get_by_role("heading", name="Who I am").wait_for()
    assert page.locator(".r-foot").is_hidden()
    context.close()


def test_the_waiting_screen_says_when_the_connection_is_lost(tablet: Page) -> None:
    tablet.context.set_offline(True)
    tablet.get_by_text("No connection to the studio's computer").wait_for()
    tablet.context.set_offline(False)
    tablet.get_by_text("what there is to read and sign").wait_for()
