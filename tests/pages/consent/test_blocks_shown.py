"""Every kind of block on the plain page: drawn in the order of the text, sent, checked; photos before they are kept."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import httpx
import pytest
from PIL import Image
from sqlmodel import select

from pages.consent import ceremony_page
from pages.consent.ceremony_steps import marks_of, steps_of
from studio.consent.models import SignedPart
from studio.consent.queries import ceremony_for_guest, ceremony_of_token
from studio.consent.rules.asking import photo_bytes
from studio.consent.rules.sheet import read_marks
from studio.consent.templates import shipped
from studio.documents.papers.actions import publish_paper
from studio.documents.papers.queries import paper
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.people import signed_in
from tests.factories.photos import jpeg
from tests.factories.texts import ANSWERS, EVERY_BLOCK, publish_every_block
from tests.pages.consent.signing import browser, given, send, sent, told
from tests.pages.visiting import Page

PLACES = {"place": ["back.spine"]}


def picture(kind: str = "JPEG", **more: Any) -> bytes:
    out = BytesIO()
    Image.new("RGB", (2000, 1000), "peru").save(out, kind, **more)
    return out.getvalue()


async def photo(guest: httpx.AsyncClient, token: str, page: str, data: bytes, **other: str) -> httpx.Response:
    """As the page's file field sends it."""
    head = {"x-block": "skin", "x-form-token": told(page)["token"], **other}
    return await guest.post(f"/c/{token}", content=data, headers=head)


def test_every_text_is_shown_with_all_its_marks_and_signed_last() -> None:
    for content in (EVERY_BLOCK, *(text["en"] for text in shipped().values())):
        steps = steps_of(content)
        assert sorted(mark for step in steps for mark in marks_of(step)) == sorted(read_marks(content))
        assert [bool(step.signing) for step in steps] == [False] * (len(steps) - 1) + [True]


def test_a_guardian_reads_and_is_asked_nothing() -> None:
    kinds = [step.kind for step in steps_of(EVERY_BLOCK, "guardian")]
    assert kinds == ["intro", "aftercare", "sign"]


async def test_every_block_stands_on_the_page_in_the_order_of_the_text(studio: House) -> None:
    publish_every_block()
    token, _ = sent()
    answer = await browser().get(f"/c/{token}")
    page = Page(answer.text)
    order = ["Read this in your own time.", "About swollen?", "It is permanent", "Where it goes", "Your skin today",
             "Any allergies?", "Nearly done", "How I am today", "Each is separate.", "Washing", "I agree."]  # fmt: skip
    places = [page.words.index(words) for words in order]
    assert places == sorted(places)
    assert "Left flank" in page.words
    assert answer.text.count("data-place=") > 140
    assert "style=" not in answer.text


async def test_a_photo_is_drawn_anew_and_kept_once_it_is_signed(studio: House) -> None:
    publish_every_block()
    token, _ = sent()
    guest = browser()
    page = (await guest.get(f"/c/{token}")).text
    exif = Image.Exif()
    exif[0x010E] = "somewhere"
    made = await photo(guest, token, page, picture(exif=exif))
    assert made.status_code == 200
    payload = given(token, page, questions=ANSWERS, places=PLACES, photos={"skin": made.json()})
    assert (await send(guest, token, payload)).status_code == 200
    with studio.db.writing() as session:
        part = session.exec(select(SignedPart)).one()
    assert part.body is not None
    kept = photo_bytes(part.body["photos"]["skin"])
    assert Image.open(BytesIO(kept)).size == (1280, 640)
    assert b"somewhere" not in kept
    assert part.body["places"] == PLACES


@pytest.mark.parametrize(
    ("data", "status"),
    [(b"", 422), (b"<svg/>", 422), (picture("GIF"), 422), (b"\xff\xd8\xff" + bytes(16_000_000), 413)],
)
async def test_what_is_no_photo_is_refused_in_words(studio: House, data: bytes, status: int) -> None:
    publish_every_block()
    token, _ = sent()
    guest = browser()
    page = (await guest.get(f"/c/{token}")).text
    answer = await photo(guest, token, page, data)
    assert (answer.status_code, bool(answer.json()["detail"])) == (status, True)


async def test_a_photo_that_was_not_made_here_or_is_another_signings_is_refused(studio: House) -> None:
    publish_every_block()
    (first, _), (other, _) = sent(), sent()
    guest = browser()
    page = (await guest.get(f"/c/{first}")).text
    elsewhere = browser()
    their = (await photo(elsewhere, other, (await elsewhere.get(f"/c/{other}")).text, picture())).json()
    for one in ({"jpeg": jpeg(), "seal": "0" * 64}, {"jpeg": jpeg()}, "x", their):
        payload = given(first, page, questions=ANSWERS, places=PLACES, photos={"skin": one})
        answer = await send(guest, first, payload)
        assert (answer.status_code, list(answer.json()["fields"])) == (422, ["photos.skin"])


async def test_a_stranger_hands_in_no_photo(studio: House) -> None:
    publish_every_block()
    token, _ = sent()
    page = (await browser().get(f"/c/{token}")).text
    assert (await photo(browser(), token, page, picture())).status_code == 404
    assert (await photo(browser(), "nobody", page, picture())).status_code == 404


async def test_a_preview_tells_its_page_to_send_nothing(studio: House) -> None:
    token, _ = sent()
    state = ceremony_of_token(token)
    assert state is not None
    drawn = ceremony_page.draw("", state, ask(state.actor(), ceremony_for_guest), preview=True)
    assert "data-preview" in bytes(drawn.body).decode()
    assert told(bytes(drawn.body).decode())["token"] == ""


def publish(words: str) -> None:
    """A new edition of the privacy notice."""
    owner = signed_in("owner")
    content = {"en": {"title": "Privacy at North Quay", "lead": "", "body": words}}
    perform(owner, publish_paper, "privacy", content, (), ask(owner, paper, "privacy").line.version)


async def test_the_studios_papers_are_linked_and_the_packet_says_which_were(studio: House) -> None:
    publish("We keep little.")
    token, _ = sent()
    guest = browser()
    page = (await guest.get(f"/c/{token}")).text
    assert "Privacy at North Quay" in Page(page).words
    assert "We keep little." in (await guest.get(f"/c/{token}?paper=privacy")).text
    assert (await guest.get(f"/c/{token}?paper=terms")).status_code == 404
    assert (await browser().get(f"/c/{token}?paper=privacy")).status_code == 404
    publish("We keep a little more.")
    payload = given(token, page, papers=told(page)["papers"] + " made-up:1:en")
    assert (await send(guest, token, payload)).status_code == 200
    assert (await guest.get(f"/c/{token}?paper=privacy")).text.count("We keep") == 0
    with studio.db.writing() as session:
        body = session.exec(select(SignedPart)).one().body or {}
    assert [(one["key"], one["edition"], len(one["digest"])) for one in body["papers"]] == [("privacy", 1, 64)]
