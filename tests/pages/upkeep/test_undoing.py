"""Undo from the journal: a new act that does the opposite, refused kindly when something changed since."""

from __future__ import annotations

from typing import Any

import pytest

from components.table import DataTable
from studio.clients.actions import archive_client, archive_clients, edit_client, tag_clients
from studio.clients.choosing import Chosen
from studio.clients.queries import client_card
from studio.kernel.actor import Actor
from studio.kernel.house import House, house
from studio.kernel.refusal import Denied, Missing
from studio.kernel.undoing import CannotBeUndone, ChangedSince
from studio.kernel.work import ask, perform
from studio.messages.actions import change_route
from studio.staff.actions import add_role, change_rights, change_user, set_password
from studio.staff.queries import user_by_id
from studio.upkeep.actions import change_setting
from studio.upkeep.queries import list_journal
from studio.upkeep.undoing import can_be_undone, undo_act
from tests.factories.clients import on_file
from tests.factories.people import HASH, id_of, signed_in
from tests.pages.clients.looking import found
from tests.pages.desks import Open, press
from tests.pages.messages.test_screens import fire


def last(actor: Actor) -> int:
    return ask(actor, list_journal, size=1)[0][0].no


def undo(actor: Actor) -> None:
    assert ask(actor, can_be_undone, last(actor))
    perform(actor, undo_act, last(actor))


def test_an_edit_is_taken_back_whole(studio: House) -> None:
    owner = signed_in()
    client = on_file(owner, phone="+44 20 7946 0958", tags=["flash"], birth_date="1990-04-23")
    before = ask(owner, client_card, client.code)
    changes = {"name": "Anna", "phone": "", "tags": ["sleeve"], "birth_date": "1991-04-23", "notes": "moths"}
    perform(owner, edit_client, client.id, changes, client.version)
    undo(owner)
    after = ask(owner, client_card, client.code)
    for field in ("name", "phone", "tags", "birth_date", "notes"):
        assert getattr(after, field) == getattr(before, field)
    (event, *_), _ = ask(owner, list_journal)
    assert event.sentence == f"{owner.name} took an act back"


def test_what_was_changed_again_since_is_left_alone(studio: House) -> None:
    owner = signed_in()
    perform(owner, change_setting, "studio.name", "North Quay")
    no = last(owner)
    perform(owner, change_setting, "studio.name", "South Quay")
    assert not ask(owner, can_be_undone, no)
    with pytest.raises(ChangedSince):
        perform(owner, undo_act, no)
    assert house().settings["studio.name"] == "South Quay"


def test_a_setting_goes_back_to_what_it_was_or_how_it_comes(studio: House) -> None:
    owner = signed_in()
    perform(owner, change_setting, "clients.adult_age", 20)
    perform(owner, change_setting, "clients.adult_age", 21)
    undo(owner)
    assert house().settings["clients.adult_age"] == 20
    perform(owner, change_setting, "studio.name", "North Quay")
    undo(owner)
    assert house().settings["studio.name"] == "Linework"


def test_archiving_goes_both_ways_for_one_and_for_many(studio: House) -> None:
    owner = signed_in()
    one, two = on_file(owner), on_file(owner, "Rita Lobo")
    perform(owner, archive_client, one.id)
    undo(owner)
    assert ask(owner, client_card, one.code).archived_at is None
    perform(owner, archive_clients, Chosen(ids=(one.id, two.id)))
    undo(owner)
    assert ask(owner, client_card, two.code).archived_at is None
    perform(owner, tag_clients, Chosen(ids=(one.id, two.id)), "flash")
    undo(owner)
    assert ask(owner, client_card, two.code).tags == []


def test_a_role_a_right_and_a_route_are_taken_back(studio: House) -> None:
    owner, artist = signed_in(), signed_in("artist")
    perform(owner, change_user, id_of(artist), role="manager")
    undo(owner)
    assert ask(owner, user_by_id, id_of(artist)).role == "artist"
    role = perform(owner, add_role, "Apprentice", "artist")
    for reach in (None, "own"):
        perform(
            owner,
            change_rights,
            role.key,
            {"staff.device.see": None} if reach is None else {"messages.alert.see": None},
        )
        undo(owner)
    assert house().rights.reach(role.key, "staff.device.see") == "all"
    perform(owner, change_route, "clients.registration.waiting", "artist", "app", on=True)
    undo(owner)
    assert ask(owner, list_journal)[0][0].facts[0]["on"] is False


def test_what_has_no_inverse_or_holds_a_secret_stays(studio: House) -> None:
    owner = signed_in()
    perform(owner, set_password, id_of(signed_in("artist")), HASH)
    for value in ("", "canary"):
        with pytest.raises(CannotBeUndone):
            perform(owner, undo_act, last(owner))
        perform(owner, change_setting, "mail.password", value or "canary of a password")
    with pytest.raises(Missing):
        perform(owner, undo_act, 999_999)


def test_nobody_takes_back_what_they_may_not_do(studio: House) -> None:
    owner, manager, reception = signed_in(), signed_in("manager"), signed_in("reception")
    perform(owner, change_setting, "studio.name", "North Quay")
    for actor in (manager, reception):
        with pytest.raises(Denied):
            perform(actor, undo_act, last(owner))
    assert house().settings["studio.name"] == "North Quay"


async def test_the_audit_offers_it_and_asks_once(studio: House, open_at: Open) -> None:
    owner = signed_in()
    client: Any = on_file(owner)
    perform(owner, archive_client, client.id)
    user = await open_at(owner, "/audit")
    fire(user, DataTable, "open", str(found(user, DataTable).rows[0]["id"]))
    await user.should_see("Take it back")
    press(user, "Take it back")
    await user.should_see("Take this back?")
    press(user, "Take back")
    await user.should_see("Taken back.")
    assert ask(owner, client_card, client.code).archived_at is None
