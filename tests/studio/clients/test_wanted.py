"""What the rules in force want of everybody who registers is not left empty, and stays on file."""

from __future__ import annotations

import pytest

from studio.clients.actions import create_client, edit_client, submit_registration
from studio.clients.queries import client_card
from studio.kernel.house import House
from studio.kernel.refusal import Invalid
from studio.kernel.work import ask, perform
from studio.upkeep.undoing import undo_act
from tests.factories.clients import GAST, invited, newest, on_file, sent
from tests.factories.guardians import ours
from tests.factories.people import signed_in

WANTED = {"fields": ["name", "birth_date", "phone", "address", "emergency_name"]}
WHOLE = {"phone": "07700 900123", "address": "12 Tide Lane", "emergency_name": "Ada"}


def test_a_form_names_each_field_that_the_rules_want(studio: House) -> None:
    ours(registration=WANTED)
    with pytest.raises(Invalid) as refused:
        sent({"address": "", "email": "gil@", "birth_date": ""})
    said = refused.value.fields
    assert set(said) == {"phone", "address", "emergency_name", "email", "birth_date"}
    assert said["address"] == ["Please enter your address."]
    with pytest.raises(Invalid, match="marked"):
        sent({**WHOLE, "address": " \u200b "})
    assert sent(WHOLE).state == "waiting"
    ours(registration={"fields": ["name"]})
    assert sent().name == GAST["name"]
    with pytest.raises(Invalid, match="marked"):
        sent({"birth_date": ""})


def test_a_form_that_came_in_before_the_rules_changed_is_the_same_when_it_is_sent_again(studio: House) -> None:
    guest, token_id = invited()
    first = perform(guest, submit_registration, token_id, "f", "en", GAST)
    ours(registration=WANTED)
    assert perform(guest, submit_registration, token_id, "f", "en", GAST).id == first.id


def test_the_desk_files_with_a_name_alone_and_does_not_empty_what_is_wanted(studio: House) -> None:
    ours(registration=WANTED)
    desk, owner = signed_in("reception"), signed_in("owner")
    bare, ana = perform(desk, create_client, {"name": "Bo"}), on_file(desk, "Ana", **WHOLE)
    perform(desk, edit_client, bare.id, {"phone": "", "notes": "Comes again"}, bare.version)
    with pytest.raises(Invalid) as refused:
        perform(desk, edit_client, ana.id, {"phone": "", "address": "", "pronouns": "she/her"}, ana.version)
    assert set(refused.value.fields) == {"phone", "address"}
    perform(desk, edit_client, ana.id, {"phone": "07700 900999"}, ana.version)
    assert ask(desk, client_card, ana.code).phone.endswith("999")
    perform(desk, edit_client, bare.id, {"address": "1 Quay"}, ask(desk, client_card, bare.code).version)
    perform(owner, undo_act, newest(studio))
    assert ask(desk, client_card, bare.code).address == ""
