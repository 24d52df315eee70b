"""The second step, codes, shared desks and locked screens, as a browser without scripts meets them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from uuid import UUID

import httpx
import pyotp
import pytest
from PIL import Image

from pages.csrf import form_token
from studio.clients.pictures import read_portrait
from studio.kernel.actor import CONSOLE, Actor
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.staff.actions import (
    add_user,
    fill_account,
    give_code,
    issue_token,
    lock_sign_in,
    mark_desk,
    set_face,
    set_pin,
    turn_on_second_step,
)
from studio.staff.pins import hash_pin
from studio.staff.queries import actor_of_session, user_by_email
from studio.staff.rules import password_fits
from studio.staff.second_step import new_secret
from studio.staff.sign_in import failures, sign_in
from tests.factories.clock import later
from tests.factories.people import PASSWORD, id_of, signed_in
from tests.pages.programs import Api
from tests.pages.visiting import Page, open_page, send, visitor
from tests.studio.messages.post_office import post_is_out, post_office, set_up_mail

ADA, FRESH, PIN = "ada@northquay.example", "four loose paper boats", "8205"
COOKIE, DESK = "linework_8080", "linework_desk_8080"


@pytest.fixture
def ada(studio: House) -> Iterator[Actor]:
    perform(CONSOLE, add_user, **fill_account(name="Ada Ink", email=ADA, password=PASSWORD), role="owner")
    known = user_by_email(ADA)
    assert known is not None
    yield sign_in(ADA, PASSWORD, zone="desk")[1]
    keys = (f"desk/{ADA}", f"desk/second/{known[0]}", f"pin/{known[0]}", f"desk/code/{ADA}", f"desk/ask/{ADA}")
    failures.clear([*keys, "desk/ask/nobody@northquay.example"])


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


@pytest.fixture
def front(ada: Actor) -> tuple[str, UUID]:
    """The cookie of a shared desk, and its id."""
    perform(ada, set_pin, hash_pin(PIN))
    token, desk = perform(ada, mark_desk, "Front desk")
    return token, desk.id


async def test_names_stand_at_marked_desks_alone(front: tuple[str, UUID]) -> None:
    async with visitor() as browser:
        assert "Ada Ink" not in (await open_page(browser, "/login")).words
        browser.cookies.set(DESK, "made up")
        assert "Ada Ink" not in (await open_page(browser, "/login")).words
        browser.cookies.set(DESK, front[0])
        page = await open_page(browser, "/login")
        assert "Ada Ink" in page.words
        assert ADA not in page.text
        assert "E-mail" in (await open_page(browser, "/login?who=other")).words


async def test_a_photo_stands_beside_the_name(front: tuple[str, UUID], ada: Actor, studio: House) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (300, 300), "teal").save(picture, "PNG")
    perform(ada, set_face, id_of(ada), read_portrait(picture.getvalue()))
    async with visitor() as browser:
        browser.cookies.set(DESK, front[0])
        assert '<img class=face src="data:image/jpeg;base64,' in (await open_page(browser, "/login")).text
        for kept in list(studio.files.ids()):
            studio.files.remove(kept)
        assert "Ada Ink" in (await open_page(browser, "/login")).words


async def test_a_tap_and_a_pin_take_over_from_a_colleague(front: tuple[str, UUID], ada: Actor) -> None:
    bo = fill_account(name="Bo", email="bo@northquay.example", password=PASSWORD)
    perform(CONSOLE, add_user, role="artist", **bo)
    token, other = sign_in("bo@northquay.example", PASSWORD, zone="desk", device_id=front[1])
    async with visitor() as browser:
        browser.cookies.update({DESK: front[0], COOKIE: token})
        page = await open_page(browser, f"/login?who={ada.id}")
        wrong = await send(browser, "/login/pin", page.filled(pin="9135"))
        assert wrong.status_code == 401
        assert "Wrong PIN. 4 tries are left." in Page(wrong.text).words
        right = await send(browser, "/login/pin", Page(wrong.text).filled(pin=PIN))
    assert right.status_code == 303
    now = actor_of_session(right.cookies[COOKIE])
    assert now is not None
    assert now.id == ada.id
    assert actor_of_session(token) is None, "Bo's screen waits for Bo"
    assert other.id != ada.id


async def test_at_a_shared_desk_the_password_does_as_well(front: tuple[str, UUID], ada: Actor) -> None:
    sign_in(ADA, PASSWORD, zone="desk", device_id=front[1])
    async with visitor() as browser:
        browser.cookies.set(DESK, front[0])
        assert "Type your PIN." in (await open_page(browser, f"/login?who={ada.id}")).text
        page = await open_page(browser, f"/login?who={ada.id}&how=password")
        wrong = await send(browser, "/login", page.filled(password="not this one"))
        assert "Ada Ink" in Page(wrong.text).words
        assert (await send(browser, "/login", Page(wrong.text).filled(password=PASSWORD))).status_code == 303
        browser.cookies.delete(COOKIE)
        page = await open_page(browser, "/login?who=other")
        wrong = await send(browser, "/login", page.filled(email=ADA, password="not this one"))
        assert Page(wrong.text).value("email") == ADA, "the form one was at, not the faces"


async def test_a_pin_is_worth_nothing_in_an_ordinary_browser(front: tuple[str, UUID], ada: Actor) -> None:
    async with visitor() as browser:
        page = await open_page(browser, "/login")
        answer = await send(browser, "/login/pin", page.filled(who=str(ada.id), pin=PIN))
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert COOKIE not in answer.cookies


async def test_a_reload_of_a_locked_page_asks_for_its_own_password(ada: Actor) -> None:
    token, actor = sign_in(ADA, PASSWORD, zone="desk")
    perform(actor, lock_sign_in)
    async with visitor() as browser:
        browser.cookies.set(COOKIE, token)
        page = await open_page(browser, "/login?next=/clients")
        assert "This screen is locked." in page.words
        wrong = await send(browser, "/login", page.filled(password="not this one"))
        assert wrong.status_code == 401
        right = await send(browser, "/login", page.filled(password=PASSWORD))
    assert (right.status_code, right.headers["location"]) == (303, "/clients")
    assert COOKIE not in right.cookies, "the sign-in it was, not a new one"
    assert actor_of_session(token)


async def test_the_cover_of_a_page_takes_pin_or_password(front: tuple[str, UUID], ada: Actor) -> None:
    token, actor = sign_in(ADA, PASSWORD, zone="desk", device_id=front[1])
    seal = {"form_token": form_token("session", token), "session": str(actor.session_id)}
    async with visitor(actor=actor) as browser:
        browser.cookies.update({DESK: front[0], COOKIE: token})
        assert (await send(browser, "/lock", seal, accept="application/json")).status_code == 204
        assert actor_of_session(token) is None
        assert (await send(browser, "/login/unlock", {**seal, "form_token": "x", "pin": PIN})).status_code == 403
        wrong = await send(browser, "/login/unlock", {**seal, "pin": "9135"})
        assert wrong.json() == {"said": "Wrong PIN. 4 tries are left.", "pin": True, "over": False}
        assert (await send(browser, "/login/unlock", {**seal, "pin": PIN})).status_code == 200
        assert actor_of_session(token)
        await send(browser, "/lock", seal)
        browser.cookies.delete(DESK)
        away = await send(browser, "/login/unlock", {**seal, "pin": PIN})
        assert (away.status_code, away.json()["pin"]) == (401, False)
        assert (await send(browser, "/login/unlock", {**seal, "password": PASSWORD})).status_code == 200


async def test_owners_mark_the_browser_they_sit_at(ada: Actor) -> None:
    async with visitor(actor=ada) as browser:
        page = await open_page(browser, "/login/desk")
        marked = await send(browser, "/login/desk", page.filled(name="Front desk"))
        assert (marked.status_code, marked.headers["location"]) == (303, "/settings#desks")
        assert "HttpOnly" in marked.headers["set-cookie"]
        page = await open_page(browser, "/login/desk")
        assert "Front desk" in page.words
        await send(browser, "/login/desk", page.filled(end="yes"))
        assert DESK not in browser.cookies
    async with visitor(actor=signed_in("reception")) as browser:
        assert (await browser.get("/login/desk")).status_code == 403
