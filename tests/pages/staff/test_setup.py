"""The first start, here with a browser that runs no scripts."""

from __future__ import annotations

import re
from typing import Any
from zoneinfo import available_timezones

import pytest

from pages.staff.places import choices, likely_country, place_of
from studio.kernel.house import House
from studio.kernel.text import speaking
from studio.staff.queries import actor_of_session, studio_is_empty
from studio.upkeep import rules
from studio.upkeep.refusals import CountryIsUnknown
from tests.pages.visiting import Page, open_page, send, visitor

RUTH: dict[str, Any] = {
    "studio_name": "North Quay Tattoo",
    "country": "BR",
    "name": "Ruth Calder",
    "email": "Ruth@NorthQuay.example",
    "password": "three little swallows",
    "password_again": "three little swallows",
    "lan": "yes",
    "demo": "no",
}


async def test_one_form_sets_up_the_studio_and_signs_its_owner_in(studio: House) -> None:
    async with visitor() as desk:
        page = await open_page(desk, "/setup")
        answer = await send(desk, "/setup", page.filled(**RUTH))
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    owner = actor_of_session(answer.cookies["linework_8080"])
    assert owner is not None
    assert (owner.name, owner.role) == ("Ruth Calder", "owner")
    studio.settings.forget()
    told = {key: studio.settings[key] for key in ("studio.name", "studio.country", "studio.currency", "lan.enabled")}
    assert list(told.values()) == ["North Quay Tattoo", "BR", "BRL", True]
    assert (studio.settings["studio.locale"], studio.settings["studio.zone"]) == ("pt-BR", "America/Sao_Paulo")


async def test_what_was_chosen_goes_before_what_is_usual(studio: House) -> None:
    async with visitor() as desk:
        page = await open_page(desk, "/setup")
        await send(desk, "/setup", page.filled(**{**RUTH, "zone": "America/Manaus", "currency": "EUR", "lan": "no"}))
    studio.settings.forget()
    assert (studio.settings["studio.zone"], studio.settings["studio.currency"]) == ("America/Manaus", "EUR")
    assert studio.settings["lan.enabled"] is False


async def test_every_mistake_is_named_and_nothing_typed_is_lost_but_passwords(studio: House) -> None:
    wrong = {**RUTH, "studio_name": " ", "zone": "Mars/Olympus", "email": "ruth", "password": "password1"}
    async with visitor() as desk:
        page = await open_page(desk, "/setup")
        answer = await send(desk, "/setup", page.filled(**wrong))
    again = Page(answer.text)
    assert answer.status_code == 422
    for field in ("studio_name", "zone", "email", "password", "password_again"):
        assert f'<a href="#{field}">' in answer.text
    assert (again.value("name"), again.value("email")) == ("Ruth Calder", "ruth")
    assert "password1" not in answer.text
    assert re.search(r"<option value=BR [^>]* selected>", answer.text)
    assert again.ticked("lan") == "yes"
    assert studio_is_empty()


async def test_it_happens_once_and_at_the_desk_only(studio: House) -> None:
    async with visitor() as desk, visitor(zone="lan") as phone:
        assert (await phone.get("/setup")).status_code == 404
        page = await open_page(desk, "/setup")
        assert (await send(phone, "/setup", page.filled(**RUTH))).status_code == 404
        await send(desk, "/setup", page.filled(**RUTH))
        second = await send(desk, "/setup", page.filled(**{**RUTH, "email": "eve@example.com"}))
        assert (await desk.get("/setup")).headers["location"] == "/login"
    assert (second.status_code, second.headers["location"]) == (303, "/login")


async def test_a_form_without_our_seal_sets_nothing_up(studio: House) -> None:
    async with visitor() as desk:
        assert (await send(desk, "/setup", RUTH)).status_code == 403
    assert studio_is_empty()


async def test_the_wizard_speaks_portuguese(studio: House) -> None:
    async with visitor("pt-BR") as desk:
        page = await open_page(desk, "/setup")
    assert "Como se chama seu estúdio?" in page.words
    assert "Brasil" in page.words


@pytest.mark.parametrize(
    ("country", "usual"),
    [
        ("BR", ("BRL", "pt-BR", "America/Sao_Paulo")),
        ("GB", ("GBP", "en-GB", "Europe/London")),
        ("PT", ("EUR", "pt-PT", "Europe/Lisbon")),
        ("UG", ("UGX", "en-UG", "Africa/Kampala")),
        ("KW", ("KWD", "ar-KW", "Asia/Kuwait")),
        ("US", ("USD", "en-US", "America/New_York")),
    ],
)
def test_a_country_brings_its_money_words_and_time(country: str, usual: tuple[str, str, str]) -> None:
    place = place_of(country)
    assert place is not None
    assert (place.currency, place.locale, place.zone) == usual


def test_everything_on_offer_can_be_stored() -> None:
    offered = choices()
    zones = available_timezones()
    for place in offered.places:
        assert rules.country(place.country)
        assert rules.currency(place.currency)
        assert rules.locale(place.locale) == place.locale
        assert place.zone in zones
    assert set(offered.zones) <= zones
    assert {place.currency for place in offered.places} == {code for code, _ in offered.currencies}


@pytest.mark.parametrize(
    ("header", "country"), [("en-GB,en;q=0.9", "GB"), ("pt-BR", "BR"), ("de", "DE"), ("", "GB"), ("x" * 300, "GB")]
)
def test_the_browser_hints_at_the_country(header: str, country: str) -> None:
    with speaking("en"):
        assert likely_country(header) == country


def test_an_unknown_region_is_no_country() -> None:
    with pytest.raises(CountryIsUnknown):
        rules.country("ZZ")
