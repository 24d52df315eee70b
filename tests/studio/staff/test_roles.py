"""Roles of the studio's own, and rights that reach further or less far than they come."""

from __future__ import annotations

from uuid import UUID

import pytest

from studio.clients.actions import create_client
from studio.clients.queries import list_clients
from studio.kernel.actor import CONSOLE, Actor
from studio.kernel.history import events
from studio.kernel.house import House
from studio.kernel.permissions import PEOPLE
from studio.kernel.refusal import Denied, Missing
from studio.kernel.work import ask, perform
from studio.staff.actions import add_role, change_rights, change_user, remove_role, rename_role, reset_rights
from studio.staff.queries import role_matrix
from studio.staff.refusals import (
    RightDoesNotReach,
    RightIsKept,
    RoleIsInUse,
    RoleIsUnknown,
    RoleNameIsMissing,
    RoleNameIsTaken,
    RoleReachesFurther,
)
from tests.factories.people import id_of, signed_in

SEE, EDIT, EXPORT = "clients.client.see", "clients.client.edit", "clients.client.export"


def apprentice(owner: Actor) -> str:
    return perform(owner, add_role, "Apprentice", "artist").key


def test_a_right_taken_away_is_gone_at_the_next_act_and_given_back_by_the_same_way(studio: House) -> None:
    owner, artist = signed_in("owner"), signed_in("artist")
    perform(artist, create_client, {"name": "Ana"})
    before = perform(owner, change_rights, "artist", {EDIT: None, EXPORT: "all"})
    assert before == {EDIT: "all", EXPORT: None}
    with pytest.raises(Denied):
        perform(artist, create_client, {"name": "Bea"})
    assert studio.rights.scope(artist, EXPORT) == "all"
    perform(owner, change_rights, "artist", before)
    perform(artist, create_client, {"name": "Bea"})
    assert not any(cell.differs for row in ask(owner, role_matrix).rights for cell in row.cells)


def test_a_role_of_ones_own_begins_with_what_the_other_may_now(studio: House) -> None:
    owner, noor = signed_in("owner"), signed_in("artist")
    perform(owner, change_rights, "artist", {EXPORT: "all"})
    key = apprentice(owner)
    assert key == "apprentice"
    assert {right.name: studio.rights.reach(key, right.name) for right in studio.rights} == {
        right.name: studio.rights.reach("artist", right.name) for right in studio.rights
    }
    perform(owner, change_rights, key, {SEE: None})
    perform(owner, change_user, id_of(noor), None, role=key)
    with pytest.raises(Denied):
        ask(noor, list_clients)
    assert studio.rights.reach("artist", SEE) == "all"


def test_a_role_of_ones_own_is_renamed_and_removed_once_nobody_has_it(studio: House) -> None:
    owner, noor = signed_in("owner"), signed_in("artist")
    key = apprentice(owner)
    perform(owner, rename_role, key, "Lehrling")
    perform(owner, change_user, id_of(noor), None, role=key)
    with pytest.raises(RoleIsInUse, match="1 person is still Lehrling"):
        perform(owner, remove_role, key)
    perform(owner, change_user, id_of(noor), None, role="artist")
    perform(owner, remove_role, key)
    assert key not in studio.rights.titles()
    with pytest.raises(Missing):
        perform(owner, remove_role, key)
    with studio.db.reading() as connection:
        told = [event.sentence for event in events(connection, studio, action="staff.role")[0]]
    assert told[0].endswith("removed the role Lehrling")
    assert perform(owner, add_role, "Apprentice", "artist").key == "apprentice_2"


def test_the_owner_is_never_locked_out(studio: House) -> None:
    owner = signed_in("owner")
    for right in ("staff.user.see", "staff.user.change", "staff.role.change", "staff.self.see"):
        with pytest.raises(RightIsKept):
            perform(owner, change_rights, "owner", {right: None})
    with pytest.raises(RightIsKept):
        perform(owner, change_rights, "viewer", {"staff.self.see": None})
    perform(owner, change_rights, "owner", {"clients.health.see": None})
    assert studio.rights.scope(owner, "clients.health.see") is None


def test_what_machines_and_guests_do_is_given_to_nobody(studio: House) -> None:
    owner = signed_in("owner")
    for right in ("staff.sign_in.open", "staff.guest.use", "clients.registration.watch", "no.such.right"):
        with pytest.raises(Missing):
            perform(owner, change_rights, "artist", {right: "all"})
    with pytest.raises(RightDoesNotReach):
        perform(owner, change_rights, "artist", {EXPORT: "own"})
    with pytest.raises(Missing):
        perform(owner, change_rights, "kiosk", {SEE: "all"})


def test_nobody_hands_out_more_than_they_have(studio: House) -> None:
    owner, manager, artist = signed_in("owner"), signed_in("manager"), signed_in("artist")
    perform(owner, change_rights, "manager", {"staff.role.change": "all", "staff.user.change": "all"})
    with pytest.raises(RoleReachesFurther):
        perform(manager, change_rights, "artist", {"upkeep.settings.change": "all"})
    for beyond in ("manager", "owner"):
        with pytest.raises(RoleReachesFurther):
            perform(manager, change_rights, beyond, {EXPORT: None})
    with pytest.raises(RoleReachesFurther):
        perform(manager, change_user, id_of(artist), None, role="owner")
    with pytest.raises(RoleReachesFurther):
        perform(manager, change_user, id_of(owner), None, active=False)
    with pytest.raises(RoleReachesFurther):
        perform(manager, add_role, "Second owner", "owner")
    perform(manager, change_rights, "artist", {EXPORT: "all"})
    perform(manager, change_user, id_of(artist), None, role="reception")


def test_reset_gives_one_role_or_all_what_they_come_with(studio: House) -> None:
    owner = signed_in("owner")
    key = apprentice(owner)
    for role in ("artist", "viewer", key):
        perform(owner, change_rights, role, {EXPORT: "all"})
    assert perform(owner, reset_rights, "viewer") == {"viewer": {EXPORT: "all"}}
    assert perform(owner, reset_rights) == {"artist": {EXPORT: "all"}, key: {EXPORT: "all"}}
    assert perform(owner, reset_rights) == {}


@pytest.mark.parametrize(
    ("name", "copied_from", "refusal"),
    [
        (" ", "artist", RoleNameIsMissing),
        ("x" * 41, "artist", RoleNameIsMissing),
        ("manager", "artist", RoleNameIsTaken),
        ("Apprentice", "kiosk", RoleIsUnknown),
        ("Apprentice", "nobody", RoleIsUnknown),
    ],
)
def test_a_role_has_a_name_of_its_own_and_a_model(
    studio: House, name: str, copied_from: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        perform(CONSOLE, add_role, name, copied_from)


def test_the_matrix_holds_every_right_people_can_have(studio: House) -> None:
    owner = signed_in("owner", "Mara")
    apprentice(owner)
    matrix = ask(owner, role_matrix)
    assert [role.key for role in matrix.roles] == [*PEOPLE, "apprentice"]
    assert {row.name for row in matrix.rights} == {right.name for right in studio.rights if right.is_for_people}
    assert all(len(row.cells) == len(matrix.roles) for row in matrix.rights)
    assert [holder.name for holder in matrix.people] == ["Mara"]
    with pytest.raises(Denied):
        ask(signed_in("reception"), role_matrix)


def test_asking_for_a_right_reads_nothing_until_roles_change(studio: House) -> None:
    owner, artist = signed_in("owner"), signed_in("artist")
    perform(owner, change_rights, "artist", {EXPORT: "all"})
    assert studio.rights.scope(artist, EXPORT) == "all"
    read, times = studio.rights._read, []
    studio.rights._read = lambda: times.append(1) or read()  # type: ignore[func-returns-value, misc]
    for _ in range(100):
        studio.rights.scope(artist, EXPORT)
        studio.rights.scope(Actor("person", "apprentice", UUID(int=1)), EXPORT)
    assert not times
    studio.rights.forget()
    studio.rights.scope(artist, EXPORT)
    assert len(times) == 1
