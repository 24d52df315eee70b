"""The place step of the first start: what is usual in a country, and its rules."""

from __future__ import annotations

import pytest

from pages.staff.setup.draft import read_draft
from pages.staff.setup.proposing import rules_of, taxes_text
from studio.jurisdiction.queries import editions
from studio.kernel.house import House
from studio.kernel.work import ask
from tests.factories.people import signed_in
from tests.pages.staff.setting_up import fill, fill_all
from tests.pages.visiting import open_page, send, visitor


async def test_without_scripts_another_country_brings_what_is_usual_there(studio: House) -> None:
    async with visitor("en-GB") as desk:
        await fill(desk, "studio")
        page = await open_page(desk, "/setup/place")
        assert taxes_text("GB") in page.text
        stays = {"currency": "GBP", "zone": "Europe/London", "rules": "united-kingdom", "taxes": "MwSt 7"}
        await send(desk, "/setup/place", page.filled(country="DE", **stays, go="next"))
        typed = read_draft().of("place")
        assert {part: typed.one(part) for part in ("currency", "zone", "rules", "taxes")} == {
            "currency": "EUR", "zone": "Europe/Berlin", "rules": "germany", "taxes": "MwSt 7",
        }  # fmt: skip


@pytest.mark.parametrize(("country", "key"), [("GB", "united-kingdom"), ("US", "neutral"), ("PT", "neutral")])
def test_the_rules_of_a_country_are_proposed_but_not_one_states_to_all(country: str, key: str) -> None:
    assert rules_of(country) == key


async def test_rules_nobody_checked_say_so_before_they_are_chosen(studio: House) -> None:
    async with visitor("pt-BR") as desk:
        await fill(desk, "studio", lang="en")
        assert "Brazil · UNCHECKED" in (await open_page(desk, "/setup/place")).words


async def test_a_demo_studio_keeps_the_rules_that_were_chosen(studio: House) -> None:
    async with visitor() as desk:
        await fill_all(desk, place={"rules": "germany"}, data={"demo": "yes"})
    studio.settings.forget()
    assert studio.settings["studio.jurisdiction"] == "germany"
    assert [one.key for one in ask(signed_in("owner"), editions)] == ["germany", "united-kingdom"]
