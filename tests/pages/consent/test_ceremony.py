"""One signing on the plain pages: what is shown, what is taken, what is refused, and what stays behind."""

from __future__ import annotations

from json import dumps
from typing import Any

import pytest
from sqlmodel import select

from studio.clients.actions import record_health
from studio.clients.questions import GROUPS, QUESTIONS
from studio.consent.actions import cancel_ceremony, open_ceremony, publish_template
from studio.consent.models import SignedPart
from studio.consent.rules.sheet import blocks_of
from studio.consent.templates import TATTOO_ADULT, shipped
from studio.kernel.house import House
from studio.kernel.work import perform
from tests.factories.consents import adult, reworded
from tests.factories.devices import id_of, paired
from tests.factories.people import signed_in
from tests.pages.consent.signing import browser, given, says, send, sent, told
from tests.pages.visiting import Page


def signatures(studio: House) -> int:
    with studio.db.writing() as session:
        return len(session.exec(select(SignedPart)).all())


async def test_the_page_greets_by_name_and_holds_every_word(studio: House) -> None:
    token, _ = sent(about="Tide sleeve, session 3")
    answer = await browser().get(f"/c/{token}")
    page = Page(answer.text)
    assert "Hi Ana, please read" in page.words
    assert "Tide sleeve, session 3" in page.words
    for clause in blocks_of(shipped()[TATTOO_ADULT]["en"], "clause"):
        assert clause["title"] in page.words
    assert answer.headers["cache-control"] == "no-store"
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert "<noscript>" in answer.text
    assert "style=" not in answer.text


async def test_it_speaks_the_language_of_the_signing_and_changes_it(studio: House) -> None:
    token, _ = sent(language="pt-BR")
    guest = browser()
    portuguese = (await guest.get(f"/c/{token}")).text
    english = (await guest.get(f"/c/{token}?lang=en")).text
    assert (told(portuguese)["language"], told(english)["language"]) == ("pt-BR", "en")
    assert "Consentimento para tatuagem" in portuguese
    assert says(portuguese)["next"] == "Continuar"
    assert told(portuguese)["digest"] != told(english)["digest"]


async def test_answers_on_file_are_shown_to_be_confirmed_but_not_those_of_the_day(studio: House) -> None:
    client = adult()
    told_before = {"allergies": {"answer": "yes", "choices": ["latex"], "detail": "since school"}, "hungry": "yes"}
    perform(signed_in("artist"), record_health, client.id, told_before)
    token, _ = perform(signed_in("artist"), open_ceremony, client.id, place="phone")
    page = Page((await browser().get(f"/c/{token}")).text)
    assert page.ticked("h.allergies") == "yes"
    assert page.ticked("h.allergies.c") == "latex"
    assert page.value("h.allergies.d") == "since school"
    assert page.ticked("h.hungry") == ""
    assert page.ticked("c.marketing") == "", "nobody consents for somebody"


async def test_a_list_is_shown_as_clear_only_where_each_of_its_questions_was_answered_with_no(studio: House) -> None:
    client = adult()
    clear = {question.key: "no" for question in QUESTIONS if question.group in ("skin", "visit")}
    told_before = {**clear, "heart": "yes"}
    perform(signed_in("artist"), record_health, client.id, told_before)
    token, _ = perform(signed_in("artist"), open_ceremony, client.id, place="phone")
    page = Page((await browser().get(f"/c/{token}")).text)
    assert page.ticked("h.heart") == "on"
    found = {group.key: page.ticked(f"none.{group.key}") for group in GROUPS if group.style != "each"}
    assert [key for key, ticked in found.items() if ticked] == ["skin"], "the day's answers are asked anew"


async def test_signed_once_however_often_it_arrives(studio: House) -> None:
    token, _ = sent()
    guest = browser()
    payload = given(token, (await guest.get(f"/c/{token}")).text)
    answers = [await send(guest, token, payload) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    assert signatures(studio) == 1


async def test_the_phone_that_signed_sees_thanks_for_a_day_and_nobody_else_anything(studio: House) -> None:
    token, _ = sent()
    guest = browser()
    await send(guest, token, given(token, (await guest.get(f"/c/{token}")).text))
    again, stranger = await guest.get(f"/c/{token}"), await browser().get(f"/c/{token}")
    assert "Thank you" in again.text
    assert "Ana" not in again.text
    assert stranger.status_code == 404


@pytest.mark.parametrize(
    ("other", "field"),
    [
        ({"e_form": False}, "e_form"),
        ({"intent": False}, "intent"),
        ({"signature": {"width": 740, "height": 232, "strokes": []}}, "signature"),
        ({"signature": {"width": 740, "height": 232, "strokes": [[[10, 10, 0]]]}}, "signature"),
        ({"signature": {"width": 740, "height": 232, "strokes": [[[900, 10, 0], [950, 40, 9]]]}}, "signature"),
        ({"signature": "data:image/png;base64,AAAA"}, "signature"),
        ({"initials": {}}, "initials.procedure"),
        ({"read": ["intro"]}, "read.procedure"),
        ({"health": {}}, "health.pregnant"),
        ({"consents": {"health_data": False}}, "consents.health_data"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
async def test_a_refusal_names_what_it_is_about(studio: House, other: dict[str, Any], field: str) -> None:
    token, _ = sent()
    guest = browser()
    answer = await send(guest, token, given(token, (await guest.get(f"/c/{token}")).text, **other))
    assert answer.status_code == 422
    assert field in answer.json()["fields"]
    assert signatures(studio) == 0


async def test_a_text_that_changed_meanwhile_must_be_read_again(studio: House) -> None:
    token, _ = sent()
    guest = browser()
    payload = given(token, (await guest.get(f"/c/{token}")).text)
    perform(signed_in("owner"), publish_template, TATTOO_ADULT, reworded("Read this. One more line."))
    answer = await send(guest, token, payload)
    assert (answer.status_code, answer.json()["again"]) == (409, True)
    assert " One more line." in (await guest.get(f"/c/{token}")).text
    assert signatures(studio) == 0


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b'{"a": NaN}', b"[" * 5000, b"\xff"])
async def test_what_is_no_form_is_refused(studio: House, body: bytes) -> None:
    token, _ = sent()
    kind = {"content-type": "application/json", "accept": "application/json"}
    answer = await browser().post(f"/c/{token}", content=body, headers=kind)
    assert answer.status_code == 400


@pytest.mark.parametrize("part", ["health", "initials", "consents"])
async def test_names_that_are_no_letters_are_refused_like_any_other(studio: House, part: str) -> None:
    token, _ = sent()
    guest = browser()
    payload = given(token, (await guest.get(f"/c/{token}")).text)
    answer = await guest.post(
        f"/c/{token}",
        content=dumps(payload | {part: payload[part] | {"\ud800": "no"}}),
        headers={"accept": "application/json", "content-type": "application/json"},
    )
    assert answer.status_code == 422
    assert any(name.startswith(part) for name in answer.json()["fields"])
    assert signatures(studio) == 0


async def test_without_its_seal_a_form_counts_for_nothing_and_gets_a_fresh_one(studio: House) -> None:
    token, _ = sent()
    guest = browser()
    payload = given(token, (await guest.get(f"/c/{token}")).text, form_token="forged")
    answer = await send(guest, token, payload)
    assert answer.status_code == 403
    assert signatures(studio) == 0
    fresh = {**payload, "form_token": answer.json()["form_token"]}
    assert (await send(guest, token, fresh)).status_code == 200


async def test_what_was_sent_to_a_tablet_opens_there_and_nowhere_else(studio: House) -> None:
    here, there = paired(), paired()
    token, _ = sent(place="tablet", device_id=id_of(here))
    shown, other, phone = [await browser(actor).get(f"/c/{token}") for actor in (here, there, None)]
    assert (shown.status_code, told(shown.text)["place"], told(shown.text)["home"]) == (200, "tablet", "/kiosk")
    assert (other.status_code, other.headers["location"]) == (303, "/kiosk")
    assert phone.status_code == 404
    assert (await send(browser(there), token, {})).status_code == 404


async def test_a_tablet_goes_back_to_waiting_when_it_is_over(studio: House) -> None:
    tablet = paired()
    token, _ = sent(place="tablet", device_id=id_of(tablet))
    guest = browser(tablet)
    page = (await guest.get(f"/c/{token}")).text
    assert (await send(guest, token, given(token, page))).status_code == 200
    back = await guest.get(f"/c/{token}")
    assert (back.status_code, back.headers["location"]) == (303, "/kiosk")
    assert "signed" not in str(guest.cookies), "a tablet carries no mark of anybody"


async def test_a_tablet_left_alone_ends_the_signing(studio: House) -> None:
    tablet = paired()
    token, _ = sent(place="tablet", device_id=id_of(tablet))
    guest = browser(tablet)
    seal = told((await guest.get(f"/c/{token}")).text)["token"]
    gone = [await send(guest, token, {"act": "leave", "alone": True, "form_token": seal}) for _ in range(2)]
    assert [answer.status_code for answer in gone] == [200, 200]
    assert (await guest.get(f"/c/{token}")).status_code == 303
    fresh, _ = sent(place="tablet", device_id=id_of(tablet))
    assert (await guest.get(f"/c/{fresh}")).status_code == 200


async def test_an_ended_signing_shows_nothing_and_takes_nothing(studio: House) -> None:
    token, ceremony = sent()
    guest = browser()
    payload = given(token, (await guest.get(f"/c/{token}")).text)
    perform(signed_in("artist"), cancel_ceremony, ceremony.id)
    assert (await guest.get(f"/c/{token}")).status_code == 404
    assert (await send(guest, token, payload)).status_code == 404
    assert signatures(studio) == 0


async def test_unknown_expired_and_altered_tokens_look_the_same(studio: House) -> None:
    token, _ = sent()
    guest = browser()
    usual = await guest.get("/c/nothing-of-the-kind")
    for one in (token[:-1], token.upper(), token + "x", "a" * 200):
        answer = await guest.get(f"/c/{one}")
        assert (answer.status_code, answer.content) == (usual.status_code, usual.content)
