"""Shared desks and locked screens, as a browser without scripts meets them."""

from __future__ import annotations

import io
from uuid import UUID

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
    lock_sign_in,
    mark_desk,
    set_face,
    set_pin,
)
from studio.staff.pins import hash_pin
from studio.staff.queries import actor_of_session
from studio.staff.sign_in import sign_in
from tests.factories.people import PASSWORD, id_of, signed_in
from tests.pages.staff.doorway import ADA, COOKIE, DESK, PIN
from tests.pages.visiting import Page, open_page, send, visitor


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
        mistyped = await send(browser, "/login/unlock", {**seal, "password": "not this one"})
        assert (mistyped.status_code, mistyped.json()["said"].split(".")[0]) == (401, "This is not your password")
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
