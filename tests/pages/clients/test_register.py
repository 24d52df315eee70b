"""A guest registers by phone, here with a browser that runs no scripts."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import select

from studio.clients.models import Registration
from studio.kernel.house import House
from studio.kernel.time import Clock
from tests.pages.visiting import Page, invitation, open_page, plain, send, visitor

MARC: dict[str, Any] = {
    "name": "Marcus Bell",
    "preferred_name": "Marc",
    "phone": "07700 900123",
    "email": "marc@example.com",
    "birth_day": "14",
    "birth_month": "6",
    "birth_year": "1990",
}


def inbox(studio: House) -> list[Registration]:
    with studio.db.writing() as session:
        return list(session.exec(select(Registration)))


async def test_a_form_sent_without_scripts_waits_in_the_inbox(studio: House) -> None:
    token = invitation()
    async with visitor() as phone:
        form = await open_page(phone, f"/r/{token}")
        answer = await send(phone, f"/r/{token}", form.filled(**MARC))
        assert answer.status_code == 303
        again = await open_page(phone, answer.headers["location"])
    assert "Thank you!" in again.words
    [waiting] = inbox(studio)
    assert (waiting.name, waiting.state, waiting.payload["birth_date"]) == ("Marcus Bell", "waiting", "1990-06-14")


async def test_only_the_phone_that_sent_it_is_thanked(studio: House) -> None:
    token = invitation()
    async with visitor() as phone, visitor() as stranger:
        form = await open_page(phone, f"/r/{token}")
        await send(phone, f"/r/{token}", form.filled(**MARC))
        stranger.cookies.set("linework_sent_8080", "made-up")
        used = await stranger.get(f"/r/{token}")
        wrong = await stranger.get("/r/nobody-ever-made-this")
    assert (used.status_code, used.text) == (404, wrong.text)


async def test_a_code_that_is_too_old_looks_like_one_that_never_was(studio: House) -> None:
    token = invitation()
    studio.clock = Clock(lambda: datetime.now(UTC) + timedelta(minutes=16))
    async with visitor() as phone:
        old = await phone.get(f"/r/{token}")
        wrong = await phone.get("/r/nobody-ever-made-this")
    assert (old.status_code, old.text) == (wrong.status_code, wrong.text) == (404, wrong.text)


async def test_mistakes_stand_beside_their_fields_and_nothing_typed_is_lost(studio: House) -> None:
    token = invitation()
    wrong = {**MARC, "name": " \u200b ", "email": "marc@", "birth_day": "29", "birth_month": "2", "birth_year": "2023"}
    async with visitor() as phone:
        form = await open_page(phone, f"/r/{token}")
        answer = await send(
            phone, f"/r/{token}", form.filled(**wrong, **{"h.allergies": "yes", "h.allergies.c": "latex"})
        )
    page = Page(answer.text)
    assert answer.status_code == 422
    for name in ("name", "email", "birth_date"):
        assert f'<a href="#{name}">' in page.text
        assert f"id={name}-e>" in page.text
    assert "There is no such date" in page.words
    assert (page.value("phone"), page.value("email"), page.value("birth_year")) == ("07700 900123", "marc@", "2023")
    assert "<option value=2 selected>" in page.text
    assert (page.ticked("h.allergies"), page.ticked("h.allergies.c")) == ("yes", "latex")
    assert inbox(studio) == []


async def test_without_a_birth_date_it_is_asked_for_beside_everything_else(studio: House) -> None:
    token = invitation()
    async with visitor() as phone:
        form = await open_page(phone, f"/r/{token}")
        answer = await send(phone, f"/r/{token}", form.filled(name="", email="marc@"))
    assert re.findall(r'<a href="#(\w+)">', answer.text) == ["name", "email", "birth_date"]


async def test_the_language_changes_and_what_was_typed_stays(studio: House) -> None:
    token = invitation()
    async with visitor() as phone:
        form = await open_page(phone, f"/r/{token}")
        typed = form.filled(**MARC, lang="pt-BR", act="lang", **{"h.pregnant": "no", "c.marketing": "on"})
        page = Page((await send(phone, f"/r/{token}?lang=en", typed)).text)
        done = await send(phone, f"/r/{token}?lang=pt-BR", page.filled(**MARC))
        thanks = await open_page(phone, done.headers["location"])
    assert "Quem é você?" in page.words
    assert (page.value("name"), page.value("birth_day")) == ("Marcus Bell", "14")
    assert (page.ticked("h.pregnant"), page.ticked("c.marketing")) == ("no", "on")
    assert 'action="?lang=pt-BR"' in page.text
    assert "class=err" not in page.text
    assert "Agradecemos!" in thanks.words


@pytest.mark.parametrize(
    ("wish", "spoken"),
    [("pt-PT,pt;q=0.9", "Quem é você?"), ("fr-FR, pt;q=0.3", "Quem é você?"), ("de", "Who are you?")],
)
async def test_the_phone_s_own_language_is_spoken(studio: House, wish: str, spoken: str) -> None:
    token = invitation()
    async with visitor(wish) as phone:
        assert spoken in (await open_page(phone, f"/r/{token}")).words


async def test_everything_a_guest_reads_is_there_in_portuguese(studio: House) -> None:
    token = invitation()
    async with visitor("en") as english, visitor("pt-BR") as portuguese:
        one, two = await open_page(english, f"/r/{token}"), await open_page(portuguese, f"/r/{token}")
    same = set(sentences(one.text)) & set(sentences(two.text))
    assert same <= {"Linework", "Herpes", "Diabetes", "E-mail", "English", "Português (Brasil)"}


async def test_somebody_under_age_needs_a_guardian(studio: House) -> None:
    token = invitation()
    young = {**MARC, "birth_year": str(studio.clock.now().year - 16)}
    async with visitor() as phone:
        form = await open_page(phone, f"/r/{token}")
        alone = await send(phone, f"/r/{token}", form.filled(**young))
        assert "Under 18 a parent or guardian is needed" in Page(alone.text).words
        himself = await send(phone, f"/r/{token}", form.filled(**young, guardian_name="marcus BELL"))
        assert "cannot be their own guardian" in Page(himself.text).words
        mother = {"guardian_name": "Ann Bell", "guardian_relation": "Mother", "guardian_phone": "07700 900124"}
        with_mother = await send(phone, f"/r/{token}", form.filled(**young, **mother))
    assert with_mother.status_code == 303
    assert inbox(studio)[0].minor


async def test_health_answers_stay_on_the_phone_without_consent(studio: House) -> None:
    token = invitation()
    async with visitor() as phone:
        form = await open_page(phone, f"/r/{token}")
        await send(phone, f"/r/{token}", form.filled(**MARC, **{"h.allergies": "yes", "h.allergies.c": "latex"}))
    [waiting] = inbox(studio)
    assert waiting.payload["health"] == {}
    assert waiting.health_light == "unknown"


async def test_with_consent_they_are_sent_and_unticked_means_no_in_a_used_list(studio: House) -> None:
    token = invitation()
    answers = {
        "c.health_data": "on",
        "h.allergies": "yes",
        "h.allergies.c": ["latex", "nickel"],
        "h.allergies.d": "since school",
        "h.sunburn": "on",
        "none.comfort": "on",
    }
    async with visitor() as phone:
        form = await open_page(phone, f"/r/{token}")
        await send(phone, f"/r/{token}", form.filled(**MARC, **answers))
    health = inbox(studio)[0].payload["health"]
    assert health["allergies"] == {"answer": True, "choices": ["latex", "nickel"], "detail": "since school"}
    assert (health["sunburn"]["answer"], health["herpes"]["answer"], health["phobia"]["answer"]) == (True, False, False)
    assert not {"diabetes", "pregnant"} & set(health), "nobody answered these"


async def test_sent_many_times_at_once_it_counts_once(studio: House) -> None:
    token = invitation()
    app = plain()
    async with visitor(app=app) as phone:
        form = await open_page(phone, f"/r/{token}")
        tries = await asyncio.gather(*(send(phone, f"/r/{token}", form.filled(**MARC)) for _ in range(8)))
        late = await send(phone, f"/r/{token}", form.filled(**MARC))
    assert {one.status_code for one in [*tries, late]} == {303}
    assert len(inbox(studio)) == 1


async def test_a_phone_that_never_heard_the_answer_may_send_again(studio: House) -> None:
    token = invitation()
    async with visitor() as phone, visitor() as same_phone_without_the_cookie:
        form = await open_page(phone, f"/r/{token}")
        await send(phone, f"/r/{token}", form.filled(**MARC))
        again = await send(same_phone_without_the_cookie, f"/r/{token}", form.filled(**MARC), accept="application/json")
    assert again.json() == {"next": f"/r/{token}?lang=en"}
    assert len(inbox(studio)) == 1


async def test_two_people_with_one_code_are_not_both_thanked(studio: House) -> None:
    token = invitation()
    async with visitor() as phone, visitor() as friends:
        form = await open_page(phone, f"/r/{token}")
        await send(phone, f"/r/{token}", form.filled(**MARC))
        answer = await send(friends, f"/r/{token}", form.filled(**MARC | {"name": "Ana Pereira"}))
    page, said = Page(answer.text), "has come in with this code already" in answer.text
    assert (said, answer.status_code, page.value("name"), len(inbox(studio))) == (True, 409, "Ana Pereira", 1)


async def test_the_script_gets_its_mistakes_as_data(studio: House) -> None:
    token = invitation()
    async with visitor() as phone:
        form = await open_page(phone, f"/r/{token}")
        wrong = form.filled(**{**MARC, "birth_year": "2999"})
        answer = await send(phone, f"/r/{token}", wrong, accept="application/json")
        right = {**form.filled(**MARC), "form_token": answer.json()["form_token"]}
        assert (await send(phone, f"/r/{token}", right, accept="application/json")).status_code == 200
    assert answer.status_code == 422
    assert answer.json()["fields"] == {"birth_date": ["A birth date cannot be in the future. Check the year."]}


async def test_a_form_without_our_seal_is_not_taken(studio: House) -> None:
    token, other = invitation(), invitation()
    async with visitor() as phone:
        foreign = await open_page(phone, f"/r/{other}")
        for typed in (MARC, foreign.filled(**MARC)):
            answer = await send(phone, f"/r/{token}", typed)
            assert answer.status_code == 403
            assert Page(answer.text).value("name") == "Marcus Bell"
    assert inbox(studio) == []


@pytest.mark.parametrize("language", ["en", "pt-BR"])
async def test_form_style_and_script_together_stay_small(studio: House, language: str) -> None:
    token = invitation()
    async with visitor(language) as phone:
        page = await phone.get(f"/r/{token}")
        parts = [await phone.get(address) for address in re.findall(r"/static/[\w.-]+", page.text)]
    assert len(parts) == 2
    assert sum(len(part.content) for part in (page, *parts)) <= 30 * 1024


async def test_what_a_guest_types_is_only_ever_text(studio: House) -> None:
    token = invitation()
    attack = "\"><script>alert(1)</script>'); DROP TABLE client;--"
    async with visitor() as phone:
        form = await open_page(phone, f"/r/{token}")
        typed = form.filled(**{**MARC, "name": attack, "email": attack, "birth_month": attack, "h.allergies.d": attack})
        answer = await send(phone, f"/r/{token}", typed)
    assert "<script>alert" not in answer.text
    assert Page(answer.text).value("name") == attack


def sentences(text: str) -> list[str]:
    """What stands between the tags, longer than a sign or two."""
    found = (part.strip() for part in re.findall(r">([^<>]+)<", text))
    return [part for part in found if len(part) > 3 and not part.isdigit()]
