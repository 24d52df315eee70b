"""One service: added with little, mended field by field, moved, and taken back."""

from typing import Any

import pytest
from uuid_utils.compat import uuid7

from storage import search
from studio.catalog.actions import add_service, archive_service, edit_service, restore_service
from studio.catalog.queries import list_services, offered_by, service, service_by_code, services
from studio.kernel.actor import Actor
from studio.kernel.house import House
from studio.kernel.money import Money
from studio.kernel.refusal import Invalid, Refusal, Stale
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting
from studio.upkeep.undoing import undo_act
from tests.factories.clients import newest
from tests.factories.people import id_of, signed_in
from tests.factories.services import offered, pounds


@pytest.fixture
def owner(studio: House) -> Actor:
    return signed_in("owner")


def test_a_name_a_kind_and_minutes_are_enough(owner: Actor) -> None:
    made = offered(owner, "  Flash,  small ")
    seen = ask(owner, service, made.id)
    assert (seen.code, seen.name, seen.minutes, seen.price_kind, seen.price) == (
        "SV-0001",
        "Flash, small",
        60,
        "quote",
        None,
    )
    assert (seen.deposit_kind, seen.everybody, seen.active, seen.minimum_age) == ("none", True, True, None)
    assert ask(owner, service_by_code, "sv-0001").id == made.id


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"name": "\u200b "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"kind": "haircut"}, "kind"),
        ({"minutes": None}, "minutes"),
        ({"minutes": 4}, "minutes"),
        ({"minutes": 60.0}, "minutes"),
        ({"minutes": True}, "minutes"),
        ({"minutes": "60"}, "minutes"),
        ({"minutes_least": 70}, "minutes_least"),
        ({"minutes_most": 50}, "minutes_most"),
        ({"buffer_after": 241}, "buffer_after"),
        ({"price_kind": "cheap"}, "price_kind"),
        ({"price_kind": "fixed"}, "price"),
        ({"price_kind": "fixed", "price": Money(0, "GBP")}, "price"),
        ({"price_kind": "fixed", "price": Money(-100, "GBP")}, "price"),
        ({"price_kind": "fixed", "price": Money(100, "EUR")}, "price"),
        ({"price_kind": "fixed", "price": Money(10**14, "GBP")}, "price"),
        ({"price_kind": "fixed", "price": 80}, "price"),
        ({"deposit_kind": "percent"}, "deposit_percent"),
        ({"deposit_kind": "percent", "deposit_percent": 101}, "deposit_percent"),
        ({"price_kind": "free", "deposit_kind": "percent", "deposit_percent": 50}, "deposit_kind"),
        ({"minimum_age": 0}, "minimum_age"),
        ({"consent_template": "unheard-of"}, "consent_template"),
        ({"aftercare": "unheard-of"}, "aftercare"),
        ({"tax_rate": "unheard of"}, "tax_rate"),
        ({"healing_days": 366}, "healing_days"),
        ({"healing_days": True}, "healing_days"),
        ({"everybody": "yes"}, "everybody"),
        ({"everybody": False}, "artists"),
        ({"artists": [{"artist_id": uuid7()}]}, "artists"),
        ({"artists": "everybody"}, "artists"),
        ({"position": 1}, "position"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(owner: Actor, details: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        offered(owner, **details)
    assert set(refused.value.fields) == {field}
    assert ask(owner, list_services).total == 0


def test_every_problem_is_named_at_once(owner: Actor) -> None:
    with pytest.raises(Invalid) as refused:
        perform(owner, add_service, {"price_kind": "hourly", "healing_days": -1})
    assert set(refused.value.fields) == {"name", "kind", "minutes", "price", "healing_days"}


def test_amounts_that_no_longer_count_are_let_go(owner: Actor) -> None:
    made = offered(owner, price_kind="fixed", price=pounds(80), deposit_kind="percent", deposit_percent=50)
    assert ask(owner, service, made.id).deposit_of(pounds(81)) == Money(4050, "GBP")
    perform(owner, edit_service, made.id, {"price_kind": "quote", "deposit_kind": "none"}, 1)
    seen = ask(owner, service, made.id)
    assert (seen.price, seen.deposit_percent, seen.deposit_of(pounds(80))) == (None, None, None)
    perform(owner, edit_service, made.id, {"deposit_kind": "fixed", "deposit": pounds(20)}, 2)
    assert ask(owner, service, made.id).deposit_of(pounds(80)) == pounds(20)
    perform(owner, edit_service, made.id, {"deposit_kind": "none"}, 3)
    assert ask(owner, service, made.id).deposit is None


def test_an_edit_of_an_old_version_shows_what_stands_now(owner: Actor) -> None:
    made = offered(owner)
    perform(owner, edit_service, made.id, {"minutes": 90}, 1)
    with pytest.raises(Stale) as refused:
        perform(owner, edit_service, made.id, {"name": "Other"}, 1)
    assert refused.value.current.minutes == 90  # type: ignore[attr-defined]  # the row itself


def test_an_edit_is_taken_back_from_the_journal_with_its_people(studio: House, owner: Actor) -> None:
    artist = signed_in("artist")
    made = offered(owner, everybody=False, artists=[{"artist_id": id_of(artist), "minutes": 75, "price": None}])
    perform(owner, edit_service, made.id, {"everybody": True, "artists": [], "minutes": 90, "name": "Other"}, 1)
    assert [one.id for one in ask(owner, offered_by, id_of(owner))] == [made.id]
    perform(owner, undo_act, newest(studio))
    seen = ask(owner, service, made.id)
    assert (seen.name, seen.minutes, seen.minutes_with(id_of(artist)), seen.everybody) == (
        "Flash, small",
        60,
        75,
        False,
    )
    assert ask(owner, offered_by, id_of(owner)) == []
    assert [hit.name for hit in ask(owner, list_services, q="flash").items] == ["Flash, small"]


def test_archiving_hides_it_everywhere_and_restoring_brings_it_back_with_undo(studio: House, owner: Actor) -> None:
    made = offered(owner)
    perform(owner, archive_service, made.id)
    perform(owner, archive_service, made.id)
    assert ask(owner, services) == ask(owner, offered_by, id_of(owner)) == []
    assert ask(owner, list_services, q="flash").total == 0
    assert ask(owner, list_services, q="flash", state="archived").total == 1
    with studio.db.reading() as connection:
        assert [hit.kind for hit in search.find(connection, "flash", ["service", "service-archived"])] == [
            "service-archived"
        ]
    with pytest.raises(Refusal, match="archived"):
        perform(owner, edit_service, made.id, {"minutes": 90}, 2)
    perform(owner, undo_act, newest(studio))
    assert [one.id for one in ask(owner, services)] == [made.id]
    perform(owner, archive_service, made.id)
    perform(owner, restore_service, made.id)
    perform(owner, undo_act, newest(studio))
    assert ask(owner, services) == []


def test_only_those_named_offer_it_and_some_take_longer_or_cost_more(owner: Actor) -> None:
    artist, other = signed_in("artist"), signed_in("artist")
    own = [{"artist_id": id_of(artist), "minutes": 90, "price": pounds(100)}]
    made = offered(owner, price_kind="fixed", price=pounds(80), everybody=False, artists=own)
    seen = ask(owner, service, made.id)
    assert (seen.minutes_with(id_of(artist)), seen.price_with(id_of(artist))) == (90, pounds(100))
    assert (seen.minutes_with(id_of(other)), seen.price_with(None)) == (60, pounds(80))
    assert [one.id for one in ask(owner, offered_by, id_of(artist))] == [made.id]
    assert ask(owner, offered_by, id_of(other)) == []
    assert seen.is_offered_by(id_of(artist))
    assert not seen.is_offered_by(id_of(other))


def test_who_sits_at_the_desk_offers_nothing(owner: Actor) -> None:
    with pytest.raises(Invalid):
        offered(owner, everybody=False, artists=[{"artist_id": id_of(signed_in("reception"))}])


def test_amounts_of_another_currency_are_never_mixed_with_new_ones(owner: Actor) -> None:
    made = offered(owner, price_kind="fixed", price=pounds(80), deposit_kind="fixed", deposit=pounds(20))
    perform(owner, change_setting, "studio.currency", "JPY")
    perform(owner, edit_service, made.id, {"minutes": 90}, 1)
    assert ask(owner, service, made.id).price == pounds(80), "what was agreed in pounds stays so"
    with pytest.raises(Invalid) as refused:
        perform(owner, edit_service, made.id, {"deposit": Money(2000, "JPY")}, 2)
    assert set(refused.value.fields) == {"price"}
    perform(owner, edit_service, made.id, {"price": Money(9000, "JPY")}, 2)
    seen = ask(owner, service, made.id)
    assert (seen.price, seen.deposit) == (Money(9000, "JPY"), None)


def test_a_rate_or_paper_that_is_gone_may_stay_until_somebody_chooses_another(owner: Actor) -> None:
    perform(owner, change_setting, "studio.tax_rates", [{"name": "Standard", "basis_points": 2000}])
    made = offered(owner, tax_rate="Standard")
    perform(owner, change_setting, "studio.tax_rates", [])
    perform(owner, edit_service, made.id, {"tax_rate": "Standard", "minutes": 90}, 1)
    with pytest.raises(Invalid):
        perform(owner, edit_service, made.id, {"tax_rate": "Reduced"}, 2)
