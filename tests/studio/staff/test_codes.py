"""Codes for a new password: given once, right once, void after five wrong ones."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlmodel import select

from studio.kernel.actor import CONSOLE, guest
from studio.kernel.house import House
from studio.kernel.refusal import Denied, SignedOut
from studio.kernel.work import perform
from studio.staff.actions import change_user, end_sign_in, give_code, refuse_code, set_password, use_code
from studio.staff.codes import new_code
from studio.staff.models import SignInCode
from studio.staff.queries import user_by_email
from studio.staff.refusals import WrongCode
from studio.staff.rules import hash_password, password_fits
from tests.factories.clock import later
from tests.factories.people import id_of, signed_in

EMAIL = "pia@example.com"
FRESH = "four loose paper boats"


@pytest.fixture
def pia(studio: House) -> UUID:
    return id_of(signed_in("artist", "Pia Papel", EMAIL))


def fits(password: str) -> bool:
    found = user_by_email(EMAIL)
    return found is not None and password_fits(password, found[1])


def use(code: str) -> None:
    perform(guest(), use_code, EMAIL, code, hash_password(FRESH))


def test_a_code_gives_a_new_password_once(pia: UUID) -> None:
    code = perform(CONSOLE, give_code, pia)
    use(code.upper().replace("-", " "))
    assert fits(FRESH)
    with pytest.raises(WrongCode):
        use(code)


def test_a_new_password_ends_every_sign_in(studio: House) -> None:
    actor = signed_in("artist", "Pia Papel", EMAIL)
    code = perform(CONSOLE, give_code, id_of(actor))
    use(code)
    with pytest.raises(SignedOut):
        perform(actor, end_sign_in, id_of(actor))


def test_five_wrong_ones_void_it(pia: UUID) -> None:
    code = perform(CONSOLE, give_code, pia)
    for _ in range(5):
        with pytest.raises(WrongCode):
            use(new_code())
        perform(guest(), refuse_code, EMAIL)
    with pytest.raises(WrongCode):
        use(code)


@pytest.mark.parametrize(("purpose", "minutes"), [("reset", 15), ("invite", 3 * 24 * 60)])
def test_it_lasts_as_long_as_it_is_for(studio: House, pia: UUID, purpose: str, minutes: int) -> None:
    clock = later(studio)
    code = perform(CONSOLE, give_code, pia, purpose)  # type: ignore[arg-type]  # parametrised
    clock.wait(minutes=minutes, seconds=1)
    with pytest.raises(WrongCode):
        use(code)


def test_a_later_code_voids_the_one_before(pia: UUID) -> None:
    first, second = perform(CONSOLE, give_code, pia), perform(CONSOLE, give_code, pia)
    with pytest.raises(WrongCode):
        use(first)
    use(second)


def test_a_password_set_another_way_voids_it(studio: House, pia: UUID) -> None:
    code = perform(CONSOLE, give_code, pia)
    perform(signed_in("owner"), set_password, pia, hash_password("three quiet needles"))
    with pytest.raises(WrongCode):
        use(code)


def test_a_suspended_person_gets_in_by_no_code(pia: UUID) -> None:
    code = perform(CONSOLE, give_code, pia)
    perform(CONSOLE, change_user, pia, active=False)
    with pytest.raises(WrongCode):
        use(code)


def test_nobody_but_owners_gives_codes(pia: UUID) -> None:
    for role in ("manager", "artist", "reception"):
        with pytest.raises(Denied):
            perform(signed_in(role), give_code, pia)


def test_a_code_is_nowhere_to_be_read(studio: House, pia: UUID) -> None:
    code = perform(CONSOLE, give_code, pia)
    with studio.db.writing() as session:
        kept = session.exec(select(SignInCode)).one()
        told = (
            session.connection().exec_driver_sql("select group_concat(facts || changes) from journal_values").scalar()
        )
    assert code not in kept.code_hash
    assert code not in str(told)
    assert kept.code_hash not in str(told)
