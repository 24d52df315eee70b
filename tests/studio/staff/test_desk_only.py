"""A role that is for the desk alone neither signs in from the network nor acts from there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from studio.kernel.actor import CONSOLE, Actor, verified
from studio.kernel.house import House
from studio.kernel.permissions import Rights
from studio.kernel.refusal import SignedOut
from studio.kernel.work import ask, perform
from studio.staff.actions import add_user, end_sign_in, open_sign_in
from studio.staff.queries import actor_of_session, list_users
from studio.staff.refusals import DeskOnly
from studio.staff.rules import hash_password
from studio.staff.sign_in import api_sign_in, sign_in
from studio.upkeep.network import ENTER
from tests.factories.people import PASSWORD, signed_in


@pytest.fixture
def manager(studio: House, monkeypatch: pytest.MonkeyPatch) -> Actor:
    """A manager of a studio that keeps managers at the desk."""
    user = perform(
        CONSOLE, add_user, name="Tom", email="tom@example.com", role="manager", password_hash=hash_password(PASSWORD)
    )
    present = actor_of_session(perform(verified(), open_sign_in, user.id))
    assert present
    asked = Rights.scope

    def scope(rights: Rights, actor: Actor, name: str) -> object:
        return None if name == ENTER and actor.role == "manager" else asked(rights, actor, name)

    monkeypatch.setattr(Rights, "scope", scope)
    return present


def test_the_right_password_opens_the_desk_and_not_the_network(manager: Actor) -> None:
    email = "tom@example.com"
    sign_in(email, PASSWORD, zone="desk")
    with pytest.raises(DeskOnly):
        sign_in(email, PASSWORD, zone="lan")
    with pytest.raises(DeskOnly):
        api_sign_in(email, PASSWORD, zone="lan", minutes=5)


def test_a_page_left_open_on_the_network_acts_no_more(manager: Actor) -> None:
    there = replace(manager, zone="lan")
    ask(replace(manager, zone="desk"), list_users)
    with pytest.raises(SignedOut):
        ask(there, list_users)
    assert manager.session_id
    with pytest.raises(SignedOut):
        perform(there, end_sign_in, manager.session_id)
    perform(manager, end_sign_in, manager.session_id)


def test_other_roles_go_on_as_before(manager: Actor) -> None:
    owner = replace(signed_in("owner"), zone="lan")
    assert ask(owner, list_users)[0]
