"""The poster at the door: off it leads nowhere, on it hands out forms, in a rush it asks to wait."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select

from pages.clients import poster
from studio.clients.actions import renew_poster
from studio.clients.models import Registration
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting
from tests.factories.clients import sent
from tests.factories.people import signed_in
from tests.pages.visiting import open_page, plain, send, visitor

BO = {"name": "Bo Lind", "birth_day": "1", "birth_month": "2", "birth_year": "1990"}


def set_to(key: str, value: Any) -> None:
    perform(signed_in("owner"), change_setting, key, value)


@pytest.fixture
def hung(studio: House) -> House:
    """The poster hangs."""
    set_to("clients.poster.open", True)
    return studio


async def test_a_poster_that_is_off_looks_like_nothing_at_all(studio: House) -> None:
    async with visitor() as phone:
        off, nothing = await phone.get("/join"), await phone.get("/r/nobody-ever-made-this")
        handed = await send(phone, "/join", {"form_token": "x"})
    assert (off.status_code, off.text) == (404, nothing.text)
    assert (handed.status_code, handed.text) == (404, nothing.text)


async def test_a_guest_comes_from_the_poster_to_the_inbox(hung: House) -> None:
    async with visitor() as phone:
        door = await open_page(phone, "/join")
        assert "Register here on your own phone" in door.words
        handed = await send(phone, "/join", door.filled())
        form_at = handed.headers["location"].split("?")[0]
        again = await phone.get("/join")
        assert again.headers["location"] == form_at, "a phone that scans twice goes on with its form"
        form = await open_page(phone, form_at)
        done = await send(phone, form_at, form.filled(**BO))
    assert done.status_code == 303
    with hung.db.writing() as session:
        assert session.exec(select(Registration)).one().name == "Bo Lind"


async def test_looking_makes_nothing(hung: House) -> None:
    async with visitor() as phone:
        for _ in range(3):
            await phone.get("/join")
            await phone.head("/join")
        unsealed = await send(phone, "/join", {"form_token": "made-up"})
    assert unsealed.status_code == 200
    assert "set-cookie" not in unsealed.headers


async def test_a_renewed_poster_stops_the_old_one_and_what_was_begun_goes_on(hung: House) -> None:
    async with visitor() as phone, visitor() as late:
        door = await open_page(phone, "/join")
        begun = (await send(phone, "/join", door.filled())).headers["location"].split("?")[0]
        key = perform(signed_in("owner"), renew_poster)
        assert (await late.get("/join")).status_code == 404
        assert (await send(late, "/join", door.filled())).status_code == 404
        assert (await late.get(f"/join?p={key}")).status_code == 200
        assert (await phone.get(begun)).status_code == 200


async def test_so_many_a_minute_and_then_kind_words(hung: House) -> None:
    set_to("clients.poster.per_minute", 3)
    app, answers = plain(), []
    for _ in range(5):
        async with visitor(app=app) as phone:
            door = await open_page(phone, "/join")
            answers.append(await send(phone, "/join", door.filled()))
    assert [answer.status_code for answer in answers] == [303, 303, 303, 429, 429]
    assert "try again in a minute" in answers[-1].text
    assert 1 <= int(answers[-1].headers["retry-after"]) <= 60


async def test_a_full_inbox_is_told_kindly_at_the_door(hung: House) -> None:
    set_to("clients.inbox.limit", 1)
    async with visitor() as phone:
        door = await open_page(phone, "/join")
        sent({"name": "Ana"})
        full = await send(phone, "/join", door.filled())
    assert (full.status_code, full.headers["retry-after"]) == (429, "60")
    assert "ask at the desk" in full.text


async def test_in_a_rush_what_was_typed_stays_and_is_sent_later(hung: House) -> None:
    set_to("clients.inbox.per_minute", 5)
    app = plain()
    async with visitor(app=app) as phone:
        door = await open_page(phone, "/join")
        at = (await send(phone, "/join", door.filled())).headers["location"].split("?")[0]
        form = await open_page(phone, at)
        for _ in range(5):
            await send(phone, at, form.filled(**{**BO, "birth_day": "31"}))
        rushed = await send(phone, at, form.filled(**BO))
        data = await phone.post(at, data=form.filled(**BO), headers={"accept": "application/json"})
    assert rushed.status_code == 429
    assert "what you typed is then sent once more" in rushed.text
    assert (data.status_code, data.headers["retry-after"]) == (429, "10")
    assert "sent again in a moment" in data.json()["detail"]


async def test_the_printed_poster_leads_to_the_door(hung: House) -> None:
    set_to("clients.poster.line", "Wi-Fi: Atlas guests")
    key = perform(signed_in("owner"), renew_poster)
    drawn = poster.poster_of_today("A5")
    async with visitor(actor=signed_in("manager")) as desk, visitor(actor=signed_in("artist")) as chair:
        printed = await desk.get("/inbox/poster.pdf?paper=A5")
        refused = await chair.get("/inbox/poster.pdf")
        wrong = await desk.get("/inbox/poster.pdf?paper=A0")
    assert drawn.address.endswith(f"/join?p={key}")
    assert (drawn.foot, drawn.paper) == ("Wi-Fi: Atlas guests", "A5")
    assert (printed.status_code, printed.content[:5]) == (200, b"%PDF-")
    assert (refused.status_code, wrong.status_code) == (403, 404)
