"""The matrix of rights on the screen: pressed, undone, reset, and heard by pages that are open."""

from collections.abc import Iterator
from typing import Any

import pytest
from nicegui import ui
from nicegui.testing import User

from components.matrix import MatrixTable
from pages import leaving
from studio.clients.actions import create_client
from studio.kernel.house import House
from studio.kernel.refusal import Denied
from studio.kernel.work import perform
from studio.staff.actions import add_role, change_rights
from tests.factories.people import signed_in
from tests.pages.clients.looking import found, until
from tests.pages.desks import Open, buttons, press

EXPORT, EDIT = "clients.client.export", "clients.client.edit"


@pytest.fixture
def leave(studio: House) -> Iterator[None]:
    stop = leaving.start(studio, lambda sessions: None)
    yield
    stop()


def tell(user: User, event: str, **told: Any) -> None:
    user.find(MatrixTable).trigger(event, told)


def cell(user: User, right: str, role: str) -> dict[str, Any]:
    props = found(user, MatrixTable).props
    at = [one["key"] for one in props["roles"]].index(role)
    row = next(row for group in props["groups"] for row in group["rows"] if row["name"] == right)
    return dict(row["cells"][at])


async def test_a_pressed_cell_counts_at_once_and_can_be_undone(studio: House, open_at: Open) -> None:
    owner, artist = signed_in("owner"), signed_in("artist")
    user = await open_at(owner, "/staff/roles")
    tell(user, "change", role="artist", right=EDIT, reach="")
    await user.should_see("Artist: Put clients on file and change them – No.")
    assert cell(user, EDIT, "artist") == {"reach": "", "initial": "all", "kept": False, "differs": True}
    with pytest.raises(Denied):
        perform(artist, create_client, {"name": "Ana"})
    press(user, "Undo")
    await until(lambda: studio.rights.scope(artist, EDIT) == "all")
    await until(lambda: not cell(user, EDIT, "artist")["differs"])


async def test_a_right_the_owner_keeps_is_refused_kindly(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"), "/staff/roles")
    assert cell(user, "staff.role.change", "owner")["kept"]
    tell(user, "change", role="owner", right="staff.role.change", reach="")
    await user.should_see("This role keeps this right, so that nobody is ever locked out.")


async def test_a_manager_looks_and_a_forged_press_changes_nothing(studio: House, open_at: Open) -> None:
    manager = signed_in("manager")
    user = await open_at(manager, "/staff/roles")
    assert "New role" not in buttons(user)
    assert not found(user, MatrixTable).props["editable"]
    tell(user, "change", role="manager", right="upkeep.settings.change", reach="all")
    await user.should_see("Your role does not allow this.")
    assert studio.rights.scope(manager, "upkeep.settings.change") is None
    for nonsense in ({"role": "artist"}, {"role": 1, "right": EDIT, "reach": ""}, {}):
        tell(user, "change", **nonsense)


async def test_a_role_is_made_from_another_and_removed_again(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"), "/staff/roles")
    tell(user, "act", name="copy", role="artist")
    await user.should_see("Begins with the rights of")
    assert user.client
    field = next(one for one in user.client.elements.values() if isinstance(one, ui.input))
    field.value = "Apprentice"
    press(user, "Make the role")
    await user.should_see("The role Apprentice is there.")
    await until(lambda: "apprentice" in [one["key"] for one in found(user, MatrixTable).props["roles"]])
    assert next(one for one in found(user, MatrixTable).props["roles"] if one["key"] == "apprentice")["note"]
    tell(user, "act", name="remove", role="apprentice")
    await user.should_see("Remove the role Apprentice?")
    press(user, "Remove")
    await until(lambda: "apprentice" not in studio.rights.titles())


async def test_everything_is_reset_after_one_question_and_comes_back_with_undo(studio: House, open_at: Open) -> None:
    owner = signed_in("owner")
    key = perform(owner, add_role, "Apprentice", "artist").key
    for role in ("viewer", key):
        perform(owner, change_rights, role, {EXPORT: "all"})
    user = await open_at(owner, "/staff/roles")
    press(user, "Reset all")
    await user.should_see("2 rights go back to how they come.")
    press(user, "Reset")
    await user.should_see("Rights are as they come.")
    assert studio.rights.reach("viewer", EXPORT) is None
    press(user, "Undo")
    await until(lambda: studio.rights.reach("viewer", EXPORT) == studio.rights.reach(key, EXPORT) == "all")


async def test_pages_of_a_role_whose_rights_changed_are_drawn_again_and_others_stay(
    studio: House, open_at: Open, leave: None
) -> None:
    owner, noor, ines = signed_in("owner"), signed_in("reception"), signed_in("artist")
    theirs = await open_at(ines, "/")
    hers = await open_at(noor, "/clients")
    page, other = hers.client, theirs.client
    perform(owner, change_rights, "reception", {"clients.client.see": None})
    await until(lambda: hers.client is not page)
    await hers.should_see("Your role does not allow this.")
    assert theirs.client is other
