"""People who are invited choose their own password; photos; and what is seen of somebody."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from studio.clients.pictures import read_portrait
from studio.kernel.actor import guest
from studio.kernel.house import House
from studio.kernel.refusal import Denied, Missing
from studio.kernel.work import ask, perform
from studio.staff.actions import (
    change_rights,
    change_user,
    give_code,
    invite_again,
    invite_user,
    remove_face,
    set_face,
    set_password,
    use_code,
)
from studio.staff.queries import activity_of, face_of, sign_ins_of, user_by_id
from studio.staff.refusals import EmailIsTaken, PasswordIsChosen, RoleReachesFurther, WrongCode
from studio.staff.rules import password_fits
from tests.factories.people import HASH, id_of, signed_in

PIA = {"name": "Pia", "email": "pia@example.com", "role": "artist"}


def picture() -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (300, 400), "teal").save(drawn, "PNG")
    return drawn.getvalue()


def test_somebody_invited_gets_in_with_the_code_once_and_with_nothing_before(studio: House) -> None:
    owner = signed_in("owner")
    user, code = perform(owner, invite_user, **PIA)
    assert ask(owner, user_by_id, user.id).invited
    assert not password_fits("", user.password_hash)
    perform(guest(), use_code, "pia@example.com", code, HASH)
    assert not ask(owner, user_by_id, user.id).invited
    with pytest.raises(WrongCode):
        perform(guest(), use_code, "pia@example.com", code, HASH)
    with pytest.raises(EmailIsTaken):
        perform(owner, invite_user, **PIA)


def test_a_second_invitation_voids_the_first_and_ends_when_the_password_is_chosen(studio: House) -> None:
    owner = signed_in("owner")
    user, first = perform(owner, invite_user, **PIA)
    second = perform(owner, invite_again, user.id)
    with pytest.raises(WrongCode):
        perform(guest(), use_code, "pia@example.com", first, HASH)
    perform(guest(), use_code, "pia@example.com", second, HASH)
    with pytest.raises(PasswordIsChosen):
        perform(owner, invite_again, user.id)


def test_nobody_invites_or_lets_in_whoever_may_do_more_than_they(studio: House) -> None:
    owner, manager = signed_in("owner"), signed_in("manager")
    may = ("staff.user.add", "staff.password.set", "staff.code.give")
    perform(owner, change_rights, "manager", dict.fromkeys(may, "all"))
    with pytest.raises(RoleReachesFurther):
        perform(manager, invite_user, **{**PIA, "role": "owner"})
    with pytest.raises(RoleReachesFurther):
        perform(manager, give_code, id_of(owner))
    with pytest.raises(RoleReachesFurther):
        perform(manager, set_password, id_of(owner), HASH)
    assert perform(manager, invite_user, **PIA)[1]


@pytest.mark.parametrize("then", [{"role": "owner"}, {"active": False}])
def test_whoever_showed_a_code_gets_no_further_than_they_could_give(studio: House, then: dict[str, Any]) -> None:
    owner, manager = signed_in("owner"), signed_in("manager")
    perform(owner, change_rights, "manager", {"staff.user.add": "all"})
    user, code = perform(manager, invite_user, **PIA)
    perform(owner, change_user, user.id, **then)
    perform(owner, change_user, user.id, active=True)
    with pytest.raises(WrongCode):
        perform(guest(), use_code, "pia@example.com", code, HASH)


def test_an_invitation_stays_good_for_somebody_who_gets_a_lesser_role(studio: House) -> None:
    owner = signed_in("owner")
    user, code = perform(owner, invite_user, **PIA)
    perform(owner, change_user, user.id, name="Pia Lund", role="guest_artist")
    perform(guest(), use_code, "pia@example.com", code, HASH)


def test_a_photo_is_ones_own_or_the_owners_matter_and_seen_by_everybody_here(studio: House) -> None:
    owner, noor, ines = signed_in("owner"), signed_in("reception"), signed_in("artist")
    portrait = read_portrait(picture())
    perform(noor, set_face, id_of(noor), portrait)
    assert ask(ines, face_of, id_of(noor)) == portrait.small
    with pytest.raises(Denied):
        perform(ines, set_face, id_of(noor), portrait)
    perform(owner, remove_face, id_of(noor))
    with pytest.raises(Missing):
        ask(ines, face_of, id_of(noor))


def test_what_somebody_did_and_where_they_are_signed_in_is_for_those_who_may(studio: House) -> None:
    owner, noor = signed_in("owner"), signed_in("reception", "Noor")
    perform(noor, set_face, id_of(noor), read_portrait(picture()))
    found, total = ask(owner, activity_of, id_of(noor))
    assert (total, found[0].sentence) == (1, "Noor set the photo of Noor")
    assert len(ask(owner, sign_ins_of, id_of(noor))) == 1
    with pytest.raises(Denied):
        ask(noor, activity_of, id_of(noor))
    with pytest.raises(Denied):
        ask(noor, sign_ins_of, id_of(noor))
