"""The first start with what no page of ours sends: forged wishes, missing fields, a draft of another version."""

from __future__ import annotations

import json

import pytest

from pages.staff.setup.draft import LONGEST, MOST, read_draft
from pages.staff.setup.steps import KEYS
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.staff.actions import keep_setup
from tests.pages.staff.setting_up import fill
from tests.pages.visiting import open_page, send, visitor

WISHES = ("more", "keep", "back", "later", "people", "", "../..")


@pytest.mark.parametrize("step", KEYS)
async def test_no_wish_breaks_a_step(studio: House, step: str) -> None:
    perform(CONSOLE, keep_setup, json.dumps({"at": step, "far": len(KEYS) - 1}))
    async with visitor() as desk:
        for wish in WISHES:
            page = await open_page(desk, f"/setup/{step}")
            token = page.filled()["form_token"]
            answer = await send(desk, f"/setup/{step}", {"form_token": token, "go": wish})
            assert answer.status_code in (204, 303, 422), wish


@pytest.mark.parametrize("kept", ['{"at": "a step of before"}', "{", "[]", '{"older": 1}'])
async def test_a_draft_that_is_not_understood_begins_at_the_beginning(studio: House, kept: str) -> None:
    perform(CONSOLE, keep_setup, kept)
    async with visitor() as desk:
        assert (await desk.get("/setup")).status_code == 200
        assert (await fill(desk, "studio")).headers["location"] == "/setup/place"


async def test_an_answer_is_kept_as_long_as_a_person_would_write_it(studio: House) -> None:
    async with visitor() as desk:
        await fill(desk, "studio", "keep", address="x" * 3_000, contact=["1"] * 60)
    kept = read_draft().of("studio").all
    assert (len(kept["address"][0]), len(kept["contact"])) == (LONGEST, MOST)


async def test_a_new_password_that_does_not_do_takes_the_one_before_away(studio: House) -> None:
    perform(CONSOLE, keep_setup, json.dumps({"at": "owner", "far": len(KEYS) - 1}))
    async with visitor() as desk:
        await fill(desk, "owner", "keep")
        assert read_draft().password_hash
        await fill(desk, "owner", "keep", password="another little bird", password_again="another little birb")
    assert not read_draft().password_hash, "whoever changed their mind never signs in with what they left behind"
