"""Attached files at desks and for programs: handed in, looked at under safe headers, and hidden from who may not."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import httpx
import pytest
from fastapi import FastAPI

import run
from components.files import FileField
from pages.documents.attachments import draw_client
from pages.plain import plain_app
from storage.decoding.keeper import keeper
from studio.clients.actions import archive_client
from studio.clients.queries import client_card
from studio.documents.attachments.actions import remove_attachment
from studio.documents.attachments.queries import attachments_of
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.subject import Subject
from studio.kernel.work import ask, perform
from tests.factories.attached import LETTER, attached
from tests.factories.clients import on_file
from tests.factories.handing import hand_in
from tests.factories.hostile import picture
from tests.factories.hostile_papers import good_paper
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, looking
from tests.pages.programs import Api
from tests.pages.visiting import visitor


@pytest.fixture(autouse=True, scope="module")
def rest() -> Iterator[None]:
    yield
    keeper.stop()


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


@pytest.fixture
def app(studio: House) -> FastAPI:
    return plain_app(run.rooms())


async def test_files_dropped_on_a_client_are_kept_at_once(studio: House, owner: Actor) -> None:
    ana = on_file(owner)
    card = ask(owner, client_card, ana.code)
    async with looking(owner, lambda: draw_client(card)) as desk:
        await desk.should_see("No files yet")
        field = found(desk, FileField)
        offer = good_paper(2)  # two made one after the other are not the same
        assert "said" not in await hand_in(field, offer, "offer.pdf")
        assert "this is another kind" in (await hand_in(field, b"MZ" + bytes(90), "a.jpg"))["said"].lower()
        assert "is here already" in (await hand_in(field, offer, "again.pdf"))["said"]
        await desk.should_see("2 pages")
        await desk.should_see("offer.pdf")
        await asyncio.to_thread(attached, owner, ana)
        await desk.should_see("letter.txt")
        await desk.should_see("2 files")
        await asyncio.to_thread(perform, owner, archive_client, ana.id)
    card = ask(owner, client_card, ana.code)
    async with looking(owner, lambda: draw_client(card)) as desk:
        await desk.should_see("letter.txt")
        await desk.should_not_see(FileField)


async def test_whoever_may_not_read_a_private_file_learns_that_it_is_there_and_no_more(
    studio: House, owner: Actor
) -> None:
    ana, desk = on_file(owner), signed_in("reception")
    attached(owner, ana, "blood test.txt", note="negative", private=True)
    card = ask(desk, client_card, ana.code)
    async with looking(desk, lambda: draw_client(card)) as user:
        await user.should_see("Private file")
        for hidden in ("blood test", "negative"):
            await user.should_not_see(hidden)


async def test_a_removed_file_waits_behind_a_button_to_be_brought_back(studio: House, owner: Actor) -> None:
    ana = on_file(owner)
    perform(owner, remove_attachment, attached(owner, ana).id)
    card = ask(owner, client_card, ana.code)
    async with looking(owner, lambda: draw_client(card)) as user:
        await user.should_see("No files yet")
        user.find("Removed (1)").click()
        await user.should_see("letter.txt")
        user.find("Bring back").click()
        await user.should_see("Nothing waits to go for good.")
    assert ask(owner, attachments_of, Subject("client", ana.id)).total == 1


async def test_a_file_goes_out_under_our_name_and_kind_and_nothing_it_says_itself(owner: Actor, app: FastAPI) -> None:
    ana = on_file(owner)
    letter = attached(owner, ana, 'x"\r\nSet-Cookie: a=b;.html', LETTER)
    paper, photo = attached(owner, ana, "p", good_paper()), attached(owner, ana, "me.png", picture("PNG"))
    async with visitor("en", "desk", app, owner) as desk:
        saved = await desk.get(f"/documents/attached/{letter.id}/save")
        looked = await desk.get(f"/documents/attached/{letter.id}/look")
        shown = [await desk.get(f"/documents/attached/{one.id}/look") for one in (paper, photo)]
        small = await desk.get(f"/documents/attached/{photo.id}/small.jpg")
        perform(owner, remove_attachment, photo.id)
        gone = await desk.get(f"/documents/attached/{photo.id}/small.jpg")
        none = await desk.get("/documents/attached/nothing/look")
    assert saved.content == LETTER
    name = f"x-set-cookie-a-b-{letter.id.hex[-8:]}.txt"
    for answer in (saved, looked):
        assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
        assert "set-cookie" not in answer.headers
    assert [one.headers["content-type"] for one in (*shown, small)] == ["application/pdf", "image/png", "image/jpeg"]
    for one in (saved, *shown, small):
        assert one.headers["x-content-type-options"] == "nosniff"
        assert one.headers["cache-control"] == "no-store"
        assert int(one.headers["content-length"]) == len(one.content)
    assert all(one.headers["content-disposition"].startswith("inline") for one in shown)
    assert (gone.status_code, none.status_code) == (404, 404)


async def test_strangers_and_those_without_the_right_get_nothing(owner: Actor, app: FastAPI) -> None:
    kept = attached(owner, on_file(owner), "p", picture(), private=True)
    for actor, status in ((None, 401), (signed_in("viewer"), 403), (signed_in("reception"), 403)):
        async with visitor("en", "desk", app, actor) as browser:
            for way in ("look", "save", "small.jpg"):
                answer: httpx.Response = await browser.get(f"/documents/attached/{kept.id}/{way}")
                assert answer.status_code == status, (actor, way)


def test_programs_attach_list_take_out_and_remove(owner: Actor, api: Api) -> None:
    ana = on_file(owner)
    program, below = api(owner), f"/api/v1/clients/{ana.code}/attachments"
    told = {"name": "../offer.exe", "note": "n"}
    offer, once = good_paper(), {"Idempotency-Key": "1"}
    sent = program.post(below, params=told, content=offer, headers=once)
    again = program.post(below, params=told, content=offer, headers=once)
    kept = sent.json()
    assert (sent.status_code, kept["name"], kept["kind"], kept["pages"]) == (201, "offer.exe", "pdf", 1)
    assert again.json()["id"] == sent.json()["id"]
    refused = program.post(below, content=b"<svg onload=alert(1)>")
    assert (refused.status_code, "Taken here" in refused.json()["detail"]) == (422, True)
    one = f"/api/v1/attachments/{sent.json()['id']}"
    assert [line["name"] for line in program.get(below).json()["items"]] == ["offer.exe"]
    changed = program.patch(one, json={"name": "Offer", "note": "", "version": program.get(one).json()["version"]})
    assert changed.json()["name"] == "Offer"
    assert program.patch(one, json={"name": "Other", "version": 1}).status_code == 409
    assert program.get(f"{one}/file").content.startswith(b"%PDF")
    assert program.delete(one).json()["removed_at"]
    assert program.get(below).json()["total"] == 0
    assert program.get(below, params={"removed": True}).json()["total"] == 1
    assert program.post(f"{one}/bring-back").json()["removed_at"] is None
    assert program.get("/api/v1/attachments/nothing").status_code == 404
