"""The studio's papers below the phone form: read under the guest's own code, and kept with what was sent."""

from __future__ import annotations

import pytest
from fastapi import FastAPI

import run
from pages.plain import plain_app
from studio.documents.papers.actions import publish_paper
from studio.documents.papers.queries import paper
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from tests.factories.people import signed_in
from tests.pages.clients.test_register import MARC, inbox
from tests.pages.visiting import invitation, open_page, send, visitor

NOTICE = {"en": {"title": "Privacy at Black Swan", "lead": "", "body": "We keep little."}}


@pytest.fixture
def app(studio: House) -> FastAPI:
    return plain_app(run.rooms())


def publish(words: str) -> int:
    owner = signed_in("owner")
    content = {"en": {**NOTICE["en"], "body": words}}
    return perform(owner, publish_paper, "privacy", content, (), ask(owner, paper, "privacy").line.version)


async def test_nothing_is_linked_before_it_is_published(app: FastAPI) -> None:
    token = invitation()
    async with visitor("en", "lan", app) as phone:
        form = await open_page(phone, f"/r/{token}")
        refused = await phone.get(f"/r/{token}?paper=privacy")
    assert "paper=" not in form.text
    assert refused.status_code == 404


async def test_what_the_form_linked_to_is_kept_with_it(app: FastAPI, studio: House) -> None:
    publish("We keep little.")
    token = invitation()
    async with visitor("en", "lan", app) as phone:
        form = await open_page(phone, f"/r/{token}")
        assert "Privacy at Black Swan" in form.words
        read = await phone.get(f"/r/{token}?paper=privacy")
        assert "We keep little." in read.text
        for key in ("aftercare-tattoo", "terms", "../../x"):
            assert (await phone.get(f"/r/{token}", params={"paper": key})).status_code == 404
        publish("We keep a little more.")
        await send(phone, f"/r/{token}", form.filled(**MARC))
        spent = await phone.get(f"/r/{token}?paper=privacy")
    [sent] = inbox(studio)
    assert sent.papers is not None
    assert [(one["key"], one["edition"], one["language"]) for one in sent.papers] == [("privacy", 1, "en")]
    assert spent.status_code == 404


async def test_a_form_cannot_say_it_showed_what_never_was(app: FastAPI, studio: House) -> None:
    publish("We keep little.")
    token = invitation()
    async with visitor("en", "lan", app) as phone:
        form = await open_page(phone, f"/r/{token}")
        told = "privacy:9:en terms:1:en privacy:1:xx privacy:²:en :: x" + " privacy:1:en" * 40
        await send(phone, f"/r/{token}", {**form.filled(**MARC), "papers": told})
    [sent] = inbox(studio)
    assert sent.papers is not None
    assert {(one["key"], one["edition"]) for one in sent.papers} == {("privacy", 1)}
    assert len(sent.papers) <= 12


async def test_whoever_only_knows_the_key_reads_nothing(app: FastAPI) -> None:
    publish("We keep little.")
    async with visitor("en", "lan", app) as stranger:
        assert (await stranger.get("/r/nobody-ever-made-this?paper=privacy")).status_code == 404
