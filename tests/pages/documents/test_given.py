"""A sheet on a client's own phone: one page with everything in it, a PDF, and nothing for anybody else."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from fastapi import FastAPI

import run
from pages.plain import plain_app
from studio.documents.papers.giving import give_aftercare, take_back_aftercare
from studio.documents.papers.queries import given_to
from studio.kernel.house import House
from studio.kernel.time import Clock
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting
from tests.factories.clients import on_file
from tests.factories.people import signed_in
from tests.pages.visiting import visitor


@pytest.fixture
def app(studio: House) -> FastAPI:
    return plain_app(run.rooms())


def phone(app: FastAPI) -> httpx.AsyncClient:
    return visitor("en", "lan", app)


async def test_the_page_needs_nothing_besides_and_names_nobody(app: FastAPI) -> None:
    owner = signed_in("owner")
    perform(owner, change_setting, "studio.name", "Black <Swan>")
    ana = on_file(owner, "Ana Pereira")
    token, _ = perform(owner, give_aftercare, ana.id, "aftercare-tattoo", "en")
    async with phone(app) as guest:
        answer = await guest.get(f"/d/{token}")
        other = await guest.get(f"/d/{token}?lang=pt-BR")
        pdf = await guest.get(f"/d/{token}/paper.pdf")
        look = await guest.head(f"/d/{token}")
    assert (answer.status_code, look.status_code) == (200, 200)
    assert "Aftercare of your tattoo" in answer.text
    assert "Black &lt;Swan&gt;" in answer.text
    assert "Ana" not in answer.text
    assert re.findall(r'(?:src|href)="([^"]*)"', answer.text) == [
        "data:,", f"/d/{token}?lang=pt-BR", f"/d/{token}/paper.pdf?lang=en",
    ]  # fmt: skip
    assert "<script" not in answer.text
    assert "script-src" not in answer.headers["content-security-policy"]
    assert 'lang="pt-BR"' in other.text
    assert "Cuidados com sua tatuagem" in other.text
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.content.startswith(b"%PDF")
    assert ask(owner, given_to, ana.id)[0].opened_at is not None


async def test_every_other_token_sees_the_one_neutral_page(app: FastAPI, studio: House) -> None:
    owner = signed_in("owner")
    ana = on_file(owner)
    token, given = perform(owner, give_aftercare, ana.id, "aftercare-tattoo")
    back, other = perform(owner, give_aftercare, ana.id, "aftercare-tattoo")
    perform(owner, take_back_aftercare, other.id)
    async with phone(app) as guest:
        neutral = (await guest.get("/d/nobody-ever-made-this")).text
        assert "Aftercare" not in neutral
        for address in (f"/d/{back}", f"/d/{token}/other.pdf", f"/d/{back}/paper.pdf", "/d/x/paper.pdf"):
            answer = await guest.get(address)
            assert (answer.status_code, answer.text) == (404, neutral), address
        studio.clock = Clock(lambda: datetime.now(UTC) + timedelta(days=8))
        late = await guest.get(f"/d/{token}")
    assert (late.status_code, late.text) == (404, neutral)
    assert given.opened_at is None


async def test_the_same_words_are_printed_and_previewed_for_staff_alone(app: FastAPI, studio: House) -> None:
    async with visitor("en", "desk", app, signed_in("reception")) as desk, visitor("en", "desk", app) as stranger:
        shown = await desk.get("/documents/papers/privacy/look?lang=en")
        printed = await desk.get("/documents/papers/privacy/paper.pdf?lang=en")
        nothing = await desk.get("/documents/papers/no-such/look")
        refused = await stranger.get("/documents/papers/privacy/look")
    assert "Proposal, not published" in shown.text
    assert printed.content.startswith(b"%PDF")
    assert (nothing.status_code, refused.status_code) == (404, 401)
