"""A page outlives its rights: whatever ends or shrinks a sign-in, the next event of any open page is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from studio.kernel.actor import CONSOLE, Actor, guest
from studio.kernel.house import House
from studio.kernel.refusal import Denied, SignedOut
from studio.kernel.work import ACTIONS, ask, perform
from studio.staff.actions import (
    change_user,
    end_sign_in,
    give_code,
    lock_sign_in,
    set_password,
    sign_out_everywhere,
    use_code,
)
from studio.staff.queries import my_sign_ins
from studio.staff.rules import hash_password
from tests.factories.clock import later
from tests.factories.people import id_of, signed_in

End = Callable[[Actor, Actor], object]
EMAIL = "gone@northquay.example"


def by_code(gone: Actor, _: Actor) -> None:
    perform(guest(), use_code, EMAIL, perform(CONSOLE, give_code, id_of(gone)), hash_password("four loose paper boats"))


ENDINGS: dict[str, End] = {
    "suspended": lambda gone, owner: perform(owner, change_user, id_of(gone), active=False),
    "new password": lambda gone, owner: perform(owner, set_password, id_of(gone), hash_password("three quiet needles")),
    "new password by code": by_code,
    "signed out": lambda gone, owner: perform(gone, end_sign_in, gone.session_id),  # type: ignore[arg-type]  # it has one
    "signed out everywhere": lambda gone, owner: perform(owner, sign_out_everywhere, id_of(gone)),
    "locked": lambda gone, owner: perform(gone, lock_sign_in),
}


@pytest.mark.parametrize("how", ENDINGS)
@pytest.mark.parametrize("role", ["owner", "artist"])
def test_no_verb_at_all_is_done_any_more(studio: House, how: str, role: str) -> None:
    gone = signed_in(role, email=EMAIL)
    assert ask(gone, my_sign_ins)
    ENDINGS[how](gone, signed_in("owner"))
    for name, verb in ACTIONS.items():
        with pytest.raises(SignedOut):
            perform(gone, verb)
        assert name
    with pytest.raises(SignedOut):
        ask(gone, my_sign_ins)


def test_neither_after_the_day_is_over(studio: House) -> None:
    clock, gone = later(studio), signed_in("owner")
    clock.wait(hours=8, seconds=1)
    for verb in ACTIONS.values():
        with pytest.raises(SignedOut):
            perform(gone, verb)


@pytest.mark.parametrize("role", ["manager", "reception", "artist", "viewer"])
def test_whoever_got_a_lesser_role_has_it_at_the_next_event(studio: House, role: str) -> None:
    demoted, model = signed_in("owner"), signed_in(role)
    assert ask(demoted, my_sign_ins)
    perform(signed_in("owner"), change_user, id_of(demoted), role=role)
    lost = [
        verb
        for verb in ACTIONS.values()
        if studio.rights.scope(demoted, verb.needs) and not studio.rights.scope(model, verb.needs)
    ]
    assert lost
    for verb in lost:
        with pytest.raises(Denied):
            perform(demoted, verb)
