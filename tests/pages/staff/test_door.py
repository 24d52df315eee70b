"""The second step and codes for a new password, as a browser without scripts meets them."""

from __future__ import annotations

import re

import httpx
import pyotp

from studio.kernel.actor import CONSOLE, Actor
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.staff.actions import (
    give_code,
    issue_token,
    turn_on_second_step,
)
from studio.staff.queries import actor_of_session, user_by_email
from studio.staff.rules import password_fits
from studio.staff.second_step import new_secret
from tests.factories.clock import later
from tests.factories.people import PASSWORD, id_of
from tests.pages.programs import Api
from tests.pages.staff.doorway import ADA, COOKIE, FRESH
from tests.pages.visiting import Page, open_page, send, visitor
from tests.studio.messages.post_office import post_is_out, post_office, set_up_mail


async def signed(browser: httpx.AsyncClient, page: Page, **typed: str) -> httpx.Response:
    return await send(browser, "/login", page.filled(email=ADA, password=PASSWORD, **typed))


async def test_whoever_has_a_second_step_is_asked_for_it(ada: Actor, studio: House) -> None:
    clock, secret = later(studio), new_secret()
    app = pyotp.TOTP(secret)
    spare = perform(ada, turn_on_second_step, secret, app.at(int(clock.now().timestamp())))
    async with visitor() as browser:
        step = await signed(browser, await open_page(browser, "/login?next=/clients"))
        assert step.status_code == 200
        assert COOKIE not in step.cookies
        wrong = await send(browser, "/login/step", Page(step.text).filled(code="000000"))
        assert wrong.status_code == 401
        assert "This code is not right." in Page(wrong.text).words
        clock.wait(seconds=30)
        right = await send(browser, "/login/step", Page(wrong.text).filled(code=app.at(int(clock.now().timestamp()))))
        assert (right.status_code, right.headers["location"]) == (303, "/clients")
        assert actor_of_session(right.cookies[COOKIE])
        browser.cookies.clear()
        step = await signed(browser, await open_page(browser, "/login"))
        lost = await send(browser, "/login/step", Page(step.text).filled(code=spare[0]))
        assert lost.status_code == 303


async def test_the_first_half_is_worth_nothing_in_another_browser(ada: Actor, studio: House) -> None:
    clock, secret = later(studio), new_secret()
    perform(ada, turn_on_second_step, secret, pyotp.TOTP(secret).at(int(clock.now().timestamp())))
    clock.wait(seconds=30)
    async with visitor() as browser, visitor() as thief:
        step = Page((await signed(browser, await open_page(browser, "/login"))).text)
        await open_page(thief, "/login")
        taken = await send(thief, "/login/step", step.filled(code=pyotp.TOTP(secret).at(int(clock.now().timestamp()))))
    assert taken.status_code == 403


def test_a_program_says_the_code_with_the_password(api: Api, ada: Actor, studio: House) -> None:
    clock, secret = later(studio), new_secret()
    perform(ada, turn_on_second_step, secret, pyotp.TOTP(secret).at(int(clock.now().timestamp())))
    asks = {"email": ADA, "password": PASSWORD}
    missing = api().post("/api/v1/auth/token", json=asks)
    assert missing.status_code == 401
    assert "totp" in missing.json()["fields"]
    code = pyotp.TOTP(secret).at(clock.wait(seconds=30))
    assert api().post("/api/v1/auth/token", json={**asks, "totp": code}).status_code == 200
    assert api().post("/api/v1/auth/token", json={**asks, "totp": code}).status_code == 401
    assert perform(CONSOLE, issue_token, id_of(ada), 1)[0], "whoever can run commands here needs no phone"


async def test_a_code_gives_a_password_and_the_way_in(ada: Actor) -> None:
    code = perform(CONSOLE, give_code, id_of(ada))
    async with visitor() as browser:
        page = await open_page(browser, "/login/code")
        typed = {"email": ADA.upper(), "code": code, "password": FRESH, "password_again": FRESH}
        for wrong in ({"password_again": "x"}, {"password": "password", "password_again": "password"}, {"code": "x"}):
            refused = await send(browser, "/login/code", page.filled(**{**typed, **wrong}))
            assert refused.status_code in (401, 422)
            assert COOKIE not in refused.cookies
            assert FRESH not in refused.text
        done = await send(browser, "/login/code", page.filled(**typed))
        assert done.status_code == 303
        assert actor_of_session(done.cookies[COOKIE])
        again = await send(browser, "/login/code", (await open_page(browser, "/login/code")).filled(**typed))
        assert again.status_code == 401
    known = user_by_email(ADA)
    assert known is not None
    assert password_fits(FRESH, known[1])


async def test_a_letter_brings_a_code_to_whoever_has_an_account(ada: Actor, studio: House) -> None:
    with post_office() as office:
        set_up_mail(office)
        async with visitor() as browser:
            page = await open_page(browser, "/login/forgot")
            known = await send(browser, "/login/forgot", page.filled(email=ADA))
            nobody = await send(browser, "/login/forgot", page.filled(email="nobody@northquay.example"))
            assert Page(known.text).words == Page(nobody.text).words
            post_is_out(studio)
            letter = office.arrived[0].get_body(("plain",))
            code = re.search(r"\b[2-9a-z]{5}-[2-9a-z]{5}\b", letter.get_content() if letter else "")
            assert code
            assert len(office.arrived) == 1
            page = await open_page(browser, "/login/code")
            typed = {"email": ADA, "code": code[0], "password": FRESH, "password_again": FRESH}
            assert (await send(browser, "/login/code", page.filled(**typed))).status_code == 303
            for _ in range(4):
                page = await open_page(browser, "/login/forgot")
                await send(browser, "/login/forgot", page.filled(email=ADA))
            assert (await send(browser, "/login/forgot", page.filled(email=ADA))).status_code == 429


async def test_without_post_the_page_leads_to_the_owner(ada: Actor) -> None:
    async with visitor() as browser:
        page = await open_page(browser, "/login/forgot")
        assert "Ask the owner" in page.words
        assert not page.value("email")
        assert (await send(browser, "/login/forgot", page.filled(email=ADA))).status_code == 200
