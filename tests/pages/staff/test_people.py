"""People and one's own account: who may change whom, and pages that leave when a sign-in ends."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from nicegui import ui
from nicegui.testing import User

from components.table import DataTable
from pages import leaving
from pages.staff.devices import device_name, is_small
from studio.kernel.actor import CONSOLE, Actor, verified
from studio.kernel.house import House
from studio.kernel.work import ask, perform
from studio.staff.actions import add_user, change_user, fill_account, open_sign_in, sign_out_everywhere
from studio.staff.queries import actor_of_session, list_users, my_sign_ins, user_by_id
from studio.staff.queries.people import SignInView
from tests.factories.people import PASSWORD, signed_in
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open, buttons, press


@pytest.fixture
def leave(studio: House) -> Iterator[None]:
    stop = leaving.start(studio, lambda sessions: None)
    yield
    stop()


def real_owner() -> Actor:
    """An owner whose password is known."""
    account = fill_account(name="Mara", email="mara@example.com", password=PASSWORD)
    user = perform(CONSOLE, add_user, **account, role="owner")
    actor = actor_of_session(perform(verified(), open_sign_in, user.id))
    assert actor
    return actor


def id_of(actor: Actor) -> UUID:
    assert actor.id
    return actor.id


def typed(user: User, label: str, words: str) -> None:
    assert user.client
    field = next(
        one for one in user.client.elements.values() if isinstance(one, ui.input) and one.props.get("label") == label
    )
    field.value = words


def choose_act(user: User, name: str, actor: Actor) -> None:
    """Choose an act in the menu of a row."""
    user.find(DataTable).trigger("act", {"name": name, "ids": [str(actor.id)]})


async def test_an_owner_adds_somebody_who_can_then_sign_in(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    user = await open_at(owner, "/staff")
    press(user, "Add a person")
    await user.should_see("Add person")
    typed(user, "Name *", "Noor Haddad")
    typed(user, "E-mail *", "noor@example.com")
    typed(user, "Password *", "short")
    press(user, "Add person")
    await user.should_see("A password has at least 8 characters.")
    typed(user, "Password *", "four calm swallows")
    press(user, "Add person")
    await user.should_see("Noor Haddad can sign in now.")
    assert {one.name: one.role for one in ask(owner, list_users)[0]}["Noor Haddad"] == "reception"


async def test_a_manager_looks_and_is_offered_nothing(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("manager", "Tomas"), "/staff")
    await user.should_see("Tomas")
    assert "Add a person" not in buttons(user)
    assert found(user, DataTable).props["acts"] == []


async def test_the_last_owner_stays_one(studio: House, open_at: Open) -> None:
    owner = signed_in("owner", "Mara")
    user = await open_at(owner, "/staff")
    choose_act(user, "role", owner)
    await user.should_see("The role of Mara")
    user.find(ui.select).elements.pop().value = "viewer"
    press(user, "Change the role")
    await user.should_see("A studio keeps at least one owner.")
    assert ask(owner, user_by_id, id_of(owner)).role == "owner"


async def test_a_new_role_can_be_undone(studio: House, open_at: Open) -> None:
    owner, noor = signed_in("owner"), signed_in("reception", "Noor")
    user = await open_at(owner, "/staff")
    choose_act(user, "role", noor)
    await user.should_see("The role of Noor")
    user.find(ui.select).elements.pop().value = "manager"
    press(user, "Change the role")
    await user.should_see("Noor is now: Manager.")
    assert ask(owner, user_by_id, id_of(noor)).role == "manager"
    press(user, "Undo")
    await until(lambda: ask(owner, user_by_id, id_of(noor)).role == "reception")


async def test_a_new_role_draws_open_pages_again_and_a_new_name_does_not(
    studio: House, open_at: Open, leave: None
) -> None:
    owner, noor = signed_in("owner"), signed_in("reception")
    hers = await open_at(noor, "/")
    page = hers.client
    perform(owner, change_user, id_of(noor), None, name="Noor Haddad")
    await hers.should_see("No form waits")
    assert hers.client is page
    perform(owner, change_user, id_of(noor), None, role="manager")
    await until(lambda: hers.client is not page)


async def test_suspending_asks_once_and_can_be_undone(studio: House, open_at: Open) -> None:
    owner, noor = signed_in("owner"), signed_in("reception", "Noor")
    user = await open_at(owner, "/staff")
    choose_act(user, "suspend", noor)
    await user.should_see("Suspend Noor?")
    press(user, "Suspend")
    await user.should_see("Noor is suspended.")
    assert not ask(owner, user_by_id, id_of(noor)).active
    press(user, "Undo")
    await until(lambda: ask(owner, user_by_id, id_of(noor)).active)


async def test_only_the_pages_of_the_ended_session_leave(studio: House, open_at: Open, leave: None) -> None:
    owner, noor, ines = signed_in("owner"), signed_in("reception"), signed_in("artist")
    await open_at(ines, "/")
    hers = await open_at(noor, "/")
    perform(owner, sign_out_everywhere, id_of(noor))
    # whoever was touched last navigates for all in this simulation: one page leaves, not two
    await until(lambda: "/login" in hers.back_history)
    assert hers.back_history == ["/", "/login"]


async def test_a_password_is_changed_only_by_whoever_knows_it(studio: House, open_at: Open) -> None:
    owner = real_owner()
    user = await open_at(owner, "/profile")
    typed(user, "Present password *", "not this one at all")
    typed(user, "New password *", "five bright moths")
    press(user, "Change password")
    await user.should_see("This is not your password.")
    typed(user, "Present password *", PASSWORD)
    press(user, "Change password")
    await user.should_see("Your password is changed.")


async def test_one_changes_ones_own_name_and_not_ones_role(studio: House, open_at: Open) -> None:
    noor = signed_in("reception", "Noor")
    user = await open_at(noor, "/profile")
    typed(user, "Name *", "Noor Haddad")
    press(user, "Save account")
    await user.should_see("Saved.")
    found_now = ask(noor, user_by_id, id_of(noor))
    assert (found_now.name, found_now.role) == ("Noor Haddad", "reception")


async def test_a_sign_in_elsewhere_is_seen_and_ended(studio: House, open_at: Open) -> None:
    owner = real_owner()
    perform(replace(verified(), agent="Mozilla/5.0 (iPhone) Safari/605"), open_sign_in, id_of(owner))
    user = await open_at(owner, "/profile")
    await user.should_see("Safari on iPhone")
    press(user, "Sign out")
    await until(lambda: len(ask(owner, my_sign_ins)) == 1)
    await user.should_not_see("Safari on iPhone")


async def test_a_changed_account_does_not_overwrite_a_colleagues_change(studio: House, open_at: Open) -> None:
    noor = signed_in("reception", "Noor")
    user = await open_at(noor, "/profile")
    perform(signed_in("owner"), change_user, id_of(noor), None, name="Renamed")
    typed(user, "Name *", "Mine")
    press(user, "Save account")
    await user.should_see("Somebody else changed this a moment ago.")
    assert ask(noor, user_by_id, id_of(noor)).name == "Renamed"


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko Firefox/140.0", "Firefox on Linux"),
        ("Mozilla/5.0 (iPad) Version/18 Safari/605", "Safari on iPad"),
        ("something odd", "A browser"),
    ],
)
def test_browsers_are_named_as_people_know_them(studio: House, agent: str, name: str) -> None:
    now = studio.clock.now()
    noor = signed_in("reception")
    assert noor.session_id
    assert device_name(SignInView(noor.session_id, "browser", "", agent, now, now, this=False)) == name
    assert is_small(agent) == ("iPad" in agent)
