"""Signing in and out by plain forms."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from pages.csrf import form_token
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.staff.actions import change_user, fill_account, set_up_studio
from studio.staff.queries import actor_of_session, list_users
from studio.staff.sign_in import failures
from tests.factories.people import signed_in
from tests.pages.visiting import Page, open_page, send, visitor

RUTH = {"email": "ruth@northquay.example", "password": "three little swallows"}


@pytest.fixture
def owned(studio: House) -> House:
    """A studio that Ruth owns."""
    failures.clear([f"desk/{RUTH['email']}", "desk/nobody@northquay.example"])
    perform(CONSOLE, set_up_studio, settings={"studio.name": "North Quay"}, **fill_account(name="Ruth Calder", **RUTH))
    return studio


async def test_the_right_password_opens_the_page_one_wanted(owned: House) -> None:
    async with visitor() as browser:
        page = await open_page(browser, "/login?next=" + quote("/clients?q=ana"))
        answer = await send(browser, "/login", page.filled(**RUTH))
        cookie = answer.cookies["linework_8080"]
    assert (answer.status_code, answer.headers["location"]) == (303, "/clients?q=ana")
    actor = actor_of_session(cookie)
    assert actor is not None
    assert actor.name == "Ruth Calder"
    told = answer.headers["set-cookie"]
    assert "HttpOnly" in told
    assert "SameSite=lax" in told
    assert "Secure" not in told, "some web views drop secure cookies on plain HTTP"


@pytest.mark.parametrize(("chosen", "to"), [("dark", "/clients?q=ana#theme=dark"), ("", "/clients?q=ana")])
async def test_who_signs_in_elsewhere_brings_the_theme_they_chose(owned: House, chosen: str, to: str) -> None:
    ruth = signed_in("owner")
    user = next(one for one in ask(ruth, list_users)[0] if one.name == "Ruth Calder")
    perform(ruth, change_user, user.id, user.version, theme=chosen)
    async with visitor() as browser:
        page = await open_page(browser, "/login?next=" + quote("/clients?q=ana"))
        answer = await send(browser, "/login", page.filled(**RUTH))
    assert answer.headers["location"] == to


@pytest.mark.parametrize(
    "trick",
    [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/x\r\nSet-Cookie: a=b",
        "/logout",
    ],
)
async def test_after_signing_in_one_stays_in_the_house(owned: House, trick: str) -> None:
    async with visitor() as browser:
        page = await open_page(browser, "/login?next=" + quote(trick, safe=""))
        answer = await send(browser, "/login", page.filled(**RUTH))
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


async def test_every_kind_of_wrong_sounds_the_same(owned: House) -> None:
    async with visitor() as browser:
        page = await open_page(browser, "/login")
        wrong = await send(browser, "/login", page.filled(email=RUTH["email"], password="four little swallows"))
        nobody = await send(browser, "/login", page.filled(email="nobody@northquay.example", password="x"))
    for answer in (wrong, nobody):
        assert answer.status_code == 401
        assert "E-mail or password is not right." in Page(answer.text).words
        assert "linework_8080" not in answer.cookies
    assert Page(wrong.text).value("email") == RUTH["email"]
    assert "four little" not in wrong.text


async def test_who_guesses_too_often_is_asked_to_wait(owned: House) -> None:
    async with visitor() as browser:
        page = await open_page(browser, "/login")
        for _ in range(5):
            await send(browser, "/login", page.filled(email="nobody@northquay.example", password="x"))
        answer = await send(browser, "/login", page.filled(email="nobody@northquay.example", password="x"))
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 15
    assert "Too many tries. Wait" in Page(answer.text).words


async def test_a_form_without_our_seal_signs_nobody_in(owned: House) -> None:
    async with visitor() as browser, visitor() as other:
        page, foreign = await open_page(browser, "/login"), await open_page(other, "/login")
        for typed in (RUTH, {**page.hidden(), **RUTH, "form_token": foreign.value("form_token")}):
            answer = await send(browser, "/login", typed)
            assert answer.status_code == 403
            assert "linework_8080" not in answer.cookies


async def test_signing_out_ends_the_session_and_the_cookie(owned: House) -> None:
    async with visitor() as browser:
        page = await open_page(browser, "/login")
        cookie = (await send(browser, "/login", page.filled(**RUTH))).cookies["linework_8080"]
    async with visitor(actor=actor_of_session(cookie)) as browser:
        browser.cookies.set("linework_8080", cookie)
        assert (await send(browser, "/logout", {})).status_code == 403, "not without our own form"
        answer = await send(browser, "/logout", {"form_token": form_token("session", cookie)})
    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert 'linework_8080=""' in answer.headers["set-cookie"]
    assert actor_of_session(cookie) is None


async def test_an_empty_studio_is_set_up_first(studio: House) -> None:
    async with visitor() as browser, visitor(zone="lan") as phone:
        assert (await browser.get("/login")).headers["location"] == "/setup"
        assert (await phone.get("/login")).status_code == 200
