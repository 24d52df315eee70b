"""The settings of the premises: typed as people write, kept exact, set back, and found by their address."""

from __future__ import annotations

from typing import Any

import pytest

from pages.upkeep.premises_words import per_cent, read_hours, read_taxes, read_ways, show_taxes
from studio.consent.drawer import DRAWER
from studio.consent.paper import document_of
from studio.consent.queries.packets import packet_to_draw
from studio.kernel.house import House, house
from studio.kernel.refusal import Denied, Refusal
from studio.kernel.work import ask, perform
from studio.upkeep.actions import change_setting, reset_setting
from studio.upkeep.premises import ADDRESS, CONTACT, HOURS, METHODS, TAXES
from studio.upkeep.queries import list_journal
from tests.factories.consents import packet
from tests.factories.people import signed_in
from tests.pages.clients.looking import until
from tests.pages.desks import Open, press
from tests.pages.upkeep.test_settings import field, leave


def kept(key: str, value: Any) -> Any:
    perform(signed_in(), change_setting, key, value)
    return house().settings[key]


def test_hours_are_typed_as_people_write_them(studio: House) -> None:
    for typed in ("10-13, 14:30 – 18", "10.00–13; 14h30-18h", "10:00 to 13:00, 14:30 to 18:00"):
        assert kept(HOURS, read_hours({"mon": typed, "sun": ""})) == {"mon": [["10:00", "13:00"], ["14:30", "18:00"]]}


@pytest.mark.parametrize("typed", ["whenever", "10", "25-26", "10:75-11", "18-10", "10-14, 13-18", "9-10,10-11"])
def test_hours_that_cannot_be_are_refused(studio: House, typed: str) -> None:
    with pytest.raises(Refusal):
        kept(HOURS, read_hours({"mon": typed}))
    assert house().settings[HOURS] == {}


def test_a_tax_is_a_name_and_whole_basis_points(studio: House) -> None:
    rates = kept(TAXES, read_taxes("Standard 19.5 %\n\nReduced rate: 5,55\nNone 0"))
    assert [(one["name"], one["basis_points"]) for one in rates] == [
        ("Standard", 1950),
        ("Reduced rate", 555),
        ("None", 0),
    ]
    assert show_taxes(rates) == "Standard 19.5 %\nReduced rate 5.55 %\nNone 0 %"
    assert read_taxes(show_taxes(rates)) == rates
    assert per_cent(10_000) == "100 %"


@pytest.mark.parametrize(
    "value", [[{"name": "A", "basis_points": 1.5}], [{"name": "", "basis_points": 1}], [{"name": "A"}], ["A 20"]]
)
def test_a_tax_that_is_none_is_refused(studio: House, value: Any) -> None:
    with pytest.raises(Refusal):
        kept(TAXES, value)


def test_ways_to_pay_are_known_or_the_studios_own(studio: House) -> None:
    assert kept(METHODS, read_ways("Gift card\ncash\nPaid in sweets")) == ["gift", "cash", "Paid in sweets"]
    for wrong in ([], ["cash", "Cash"], ["x" * 61], [7]):
        with pytest.raises(Refusal):
            kept(METHODS, wrong)


def test_an_address_keeps_its_lines_and_nothing_odd(studio: House) -> None:
    assert kept(ADDRESS, " 3  Mill Lane \n\n\tLeeds\x07 ") == "3 Mill Lane\nLeeds"


async def test_a_day_is_typed_in_its_own_line(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"), "/settings")
    leave(user, field(user, "Opening hours, Tue"), "10-18")
    await until(lambda: house().settings[HOURS] == {"tue": [["10:00", "18:00"]]})
    await until(lambda: field(user, "Opening hours, Tue").value == "10:00–18:00")
    leave(user, field(user, "Opening hours, Wed"), "sometimes")
    await user.should_see("Write opening hours like")


async def test_what_was_changed_is_set_back_and_forth(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    perform(owner, change_setting, "clients.adult_age", 21)
    user = await open_at(owner, "/settings")
    await user.should_see("Usually: 18")
    press_named(user, "Set back: Age from which no guardian is needed")
    await until(lambda: house().settings["clients.adult_age"] == 18)
    press(user, "Undo")
    await until(lambda: house().settings["clients.adult_age"] == 21)
    assert ask(owner, list_journal, action="upkeep.settings.reset")[1] == 1


def test_setting_back_needs_the_same_right_and_tells_no_secret(studio: House) -> None:
    owner = signed_in()
    perform(owner, change_setting, "mail.password", "canary of a password")
    with pytest.raises(Denied):
        perform(signed_in("manager"), reset_setting, "mail.password")
    perform(owner, reset_setting, "mail.password")
    assert house().settings["mail.password"] == ""
    (event, *_), _ = ask(owner, list_journal)
    assert event.changes[0]["before"] == {"value": "•"}


async def test_a_manager_is_told_who_changes_it(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("manager"), "/settings")
    await user.should_see("Changed by: Owner")


def press_named(user: Any, label: str) -> None:
    button = field(user, label)
    for listener in button._event_listeners.values():
        if listener.type == "click":
            button._handle_event({"listener_id": listener.id, "args": {}})


def test_a_consent_keeps_where_the_studio_was_when_it_was_signed(studio: House) -> None:
    perform(signed_in(), change_setting, ADDRESS, "3 Mill Lane\nLeeds")
    perform(signed_in(), change_setting, CONTACT, "+44 20 7946 0958")
    kept_packet = packet()
    perform(signed_in(), change_setting, ADDRESS, "9 High Street")
    head = document_of(studio, ask(DRAWER, packet_to_draw, kept_packet.id)).letterhead
    assert head.lines == ("3 Mill Lane", "Leeds", "+44 20 7946 0958")
