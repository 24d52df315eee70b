"""Who may do what: the whole matrix, written down once by hand and walked for every verb."""

from __future__ import annotations

import tomllib
from pathlib import Path
from uuid import uuid4

import pytest

from studio.kernel.actor import CONSOLE, Actor, guest, rule, timer, verified
from studio.kernel.house import House
from studio.kernel.permissions import ROLES
from studio.kernel.refusal import Denied
from studio.kernel.work import ACTIONS, perform
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


def test_every_verb_has_a_right_that_somebody_has(studio: House) -> None:
    for name, act in ACTIONS.items():
        if not name.startswith("test."):
            assert MATRIX[act.needs], f"{name}: nobody may"


def test_every_sentence_belongs_to_a_verb(studio: House) -> None:
    assert set(studio.sentences) == {name for name in ACTIONS if not name.startswith("test.")}
