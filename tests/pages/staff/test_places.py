"""What a country usually means: its money, its words, its time, its tax."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from pages.staff.places import choices, likely_country, place_of
from pages.staff.setup.taxes import RATES, usual_taxes
from studio.kernel.text import speaking
from studio.upkeep import premises, rules
from studio.upkeep.refusals import CountryIsUnknown


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
        assert premises.tax_rates(usual_taxes(place.country)) == usual_taxes(place.country)
    assert set(offered.zones) <= zones
    assert {place.currency for place in offered.places} == {code for code, _ in offered.currencies}
    assert set(RATES) <= {place.country for place in offered.places}


@pytest.mark.parametrize(
    ("header", "country"), [("en-GB,en;q=0.9", "GB"), ("pt-BR", "BR"), ("de", "DE"), ("", "GB"), ("x" * 300, "GB")]
)
def test_the_browser_hints_at_the_country(header: str, country: str) -> None:
    with speaking("en"):
        assert likely_country(header) == country


def test_an_unknown_region_is_no_country() -> None:
    with pytest.raises(CountryIsUnknown):
        rules.country("ZZ")
