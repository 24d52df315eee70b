"""Who may do what: the whole matrix, written down once by hand and walked for every verb."""

from __future__ import annotations

import tomllib
from pathlib import Path
from uuid import uuid4

import pytest

from studio.kernel.actor import CONSOLE, Actor, guest, rule, timer, verified
from studio.kernel.house import House
from studio.kernel.permissions import PEOPLE, ROLES
from studio.kernel.refusal import Denied, Missing
from studio.kernel.work import ACTIONS, perform
from studio.staff.actions import add_role, change_rights
from tests.factories.devices import paired
from tests.factories.people import signed_in

MATRIX = tomllib.loads((Path(__file__).parent / "rights.toml").read_text("utf-8"))
OTHERS = {
    "guest": guest(uuid4()),
    "verified": verified(),
    "timer": timer("any"),
    "rule": rule("any"),
    "console": CONSOLE,
    "nobody": Actor("nobody", "nobody"),
}
EVERY_ROLE = [*ROLES, *OTHERS]


def somebody(role: str) -> Actor:
    """An actor with this role; people are signed in and tablets paired for real."""
    return OTHERS[role] if role in OTHERS else paired() if role == "kiosk" else signed_in(role)


def test_every_permission_stands_in_the_matrix_as_it_is_declared(studio: House) -> None:
    declared = {
        permission.name: " ".join(sorted(permission.roles) + sorted(f"{role}:own" for role in permission.own))
        for permission in studio.rights
    }
    written = {
        name: " ".join(sorted(roles.split(), key=lambda role: (":own" in role, role))) for name, roles in MATRIX.items()
    }
    assert declared == written


@pytest.mark.parametrize("role", EVERY_ROLE)
def test_a_verb_is_denied_before_anything_else_to_whoever_lacks_the_right(studio: House, role: str) -> None:
    """The arguments are nonsense on purpose: a verb that looks at them first would answer otherwise."""
    actor = somebody(role)
    lacking = [
        act
        for name, act in ACTIONS.items()
        if not name.startswith("test.") and studio.rights.scope(actor, act.needs) is None
    ]
    for act in lacking:
        with pytest.raises(Denied):
            perform(actor, act)
    assert lacking or role in ("owner", "console")


@pytest.mark.parametrize("role", PEOPLE)
def test_a_role_of_the_studios_own_is_denied_what_the_role_it_was_copied_from_is(studio: House, role: str) -> None:
    copy = somebody(perform(CONSOLE, add_role, "Copy", role).key)
    for act in ACTIONS.values():
        wanted = studio.rights.reach(role, act.needs)
        assert studio.rights.scope(copy, act.needs) == wanted, act.name
        if wanted is None:
            with pytest.raises(Denied):
                perform(copy, act)


def test_a_role_whose_rights_are_all_taken_is_denied_every_verb_and_keeps_its_own_account(studio: House) -> None:
    key = perform(CONSOLE, add_role, "Nothing", "manager").key
    taken = [right for right in studio.rights if right.is_for_people and not right.is_kept_by(key)]
    actor = somebody(key)
    perform(CONSOLE, change_rights, key, {right.name: None for right in taken})
    assert [right.name for right in studio.rights if studio.rights.scope(actor, right.name)] == ["staff.self.see"]
    for act in ACTIONS.values():
        if act.needs != "staff.self.see":
            with pytest.raises(Denied):
                perform(actor, act)


@pytest.mark.parametrize("right", sorted(MATRIX))
def test_a_right_is_changed_where_people_have_it_and_nowhere_else(studio: House, right: str) -> None:
    key = perform(CONSOLE, add_role, "Copy", "viewer").key
    if not studio.rights[right].is_for_people:
        with pytest.raises(Missing):
            perform(CONSOLE, change_rights, key, {right: "all"})
    elif not studio.rights[right].is_kept_by(key):
        for reach in studio.rights[right].choices:
            perform(CONSOLE, change_rights, key, {right: reach})
            assert studio.rights.reach(key, right) == reach


def test_a_viewer_reads_and_changes_only_what_is_their_own(studio: House) -> None:
    reads = ("see", "list", "verify", "enter")
    whole = [right.name for right in studio.rights if studio.rights.reach("viewer", right.name) == "all"]
    assert [name for name in whole if name.rpartition(".")[2] not in reads] == []


def test_every_verb_has_a_right_that_somebody_has(studio: House) -> None:
    for name, act in ACTIONS.items():
        if not name.startswith("test."):
            assert MATRIX[act.needs], f"{name}: nobody may"


def test_every_sentence_belongs_to_a_verb(studio: House) -> None:
    assert set(studio.sentences) == {name for name in ACTIONS if not name.startswith("test.")}
