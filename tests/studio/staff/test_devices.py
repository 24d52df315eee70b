"""Tablets: paired by a code, known by their cookie, let go and powerless at once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from studio.consent.actions import open_ceremony
from studio.consent.queries import ceremony_of_device
from studio.kernel.actor import Actor, guest, timer
from studio.kernel.house import House
from studio.kernel.refusal import Denied, SignedOut
from studio.kernel.work import ask, perform
from studio.staff.actions import change_user, invite_device, invite_guest, pair_device, rename_device, revoke_device
from studio.staff.facts import AboutDevice
from studio.staff.housekeeping import tidy_sign_ins
from studio.staff.queries import device_of_token, guest_of_token, list_devices
from studio.staff.queries.seen import tablets
from studio.staff.refusals import DeviceIsRevoked, DeviceNameIsMissing, DeviceNameIsTaken, TokenIsDead
from tests.factories.devices import id_of, paired, pairing
from tests.factories.people import id_of as person_id
from tests.factories.people import signed_in


def test_a_tablet_is_paired_named_and_listed(studio: House) -> None:
    heard: list[str] = []
    studio.bus.after(AboutDevice, lambda fact: heard.append(type(fact).__name__))
    cookie, owner = pairing("Front desk")
    tablet = device_of_token(cookie, address="192.168.1.30", agent="Tablet")
    assert tablet is not None
    assert (tablet.kind, tablet.role, tablet.name, tablet.device_id) == ("device", "kiosk", "Front desk", tablet.id)
    (line,) = ask(signed_in("reception"), list_devices)
    assert (line.name, line.paired_by, line.agent, line.revoked_at) == ("Front desk", owner.name, "Tablet", None)
    perform(owner, rename_device, line.id, " Back   room ", line.version)
    assert [one.name for one in ask(owner, list_devices)] == ["Back room"]
    assert heard == ["DevicePaired", "DeviceRenamed"]


def test_a_code_pairs_one_tablet_once_and_only_a_pairing_code_does(studio: House) -> None:
    token, ends = perform(signed_in("manager"), invite_device)
    assert ends - studio.clock.now() <= timedelta(minutes=15)
    view = guest_of_token(token, "pair")
    assert view is not None
    with pytest.raises(Denied):
        perform(guest(), pair_device, view.id, "Stolen")
    perform(view.actor(), pair_device, view.id, "One")
    with pytest.raises(TokenIsDead):
        perform(view.actor(), pair_device, view.id, "Two")
    _, other = perform(signed_in("artist"), invite_guest, "registration")
    with pytest.raises(TokenIsDead):
        perform(guest(other.id), pair_device, other.id, "Three")
    assert [one.name for one in ask(signed_in(), list_devices)] == ["One"]


@pytest.mark.parametrize("gone", [{"active": False}, {"role": "artist"}])
def test_a_code_is_worth_no_more_than_whoever_showed_it(studio: House, gone: dict[str, Any]) -> None:
    manager, owner = signed_in("manager"), signed_in("owner")
    token, _ = perform(manager, invite_device)
    view = guest_of_token(token, "pair")
    assert view is not None
    perform(owner, change_user, person_id(manager), **gone)
    with pytest.raises(TokenIsDead):
        perform(view.actor(), pair_device, view.id, "Taken along")
    assert ask(owner, list_devices) == []


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "x" * 61, "x" * 10**7, None, 7])
def test_a_tablet_needs_a_name(studio: House, name: str) -> None:
    token, _ = perform(signed_in("owner"), invite_device)
    view = guest_of_token(token, "pair")
    assert view is not None
    with pytest.raises(DeviceNameIsMissing):
        perform(view.actor(), pair_device, view.id, name)
    perform(view.actor(), pair_device, view.id, "The code is still good")


def test_two_living_tablets_never_share_a_name(studio: House) -> None:
    first, owner = paired("Front"), signed_in("owner")
    with pytest.raises(DeviceNameIsTaken):
        pairing("FRONT")
    perform(owner, revoke_device, id_of(first))
    assert paired("Front").name == "Front"


def test_a_revoked_tablet_can_do_nothing_at_once(studio: House) -> None:
    cookie, owner = pairing("Front")
    tablet = device_of_token(cookie)
    assert tablet is not None
    assert ask(tablet, ceremony_of_device) is None
    perform(owner, revoke_device, id_of(tablet))
    with pytest.raises(SignedOut):
        ask(tablet, ceremony_of_device)
    with pytest.raises(SignedOut):
        perform(tablet, open_ceremony, id_of(tablet))
    assert device_of_token(cookie) is None
    with pytest.raises(DeviceIsRevoked):
        perform(owner, rename_device, id_of(tablet), "Again")
    perform(owner, revoke_device, id_of(tablet))
    assert ask(owner, list_devices) == []
    assert [one.name for one in ask(owner, list_devices, revoked=True)] == ["Front"]


def test_a_made_up_tablet_is_nobody(studio: House) -> None:
    for forged in (
        Actor("device", "kiosk"),
        Actor("device", "owner"),
        Actor("device", "owner", device_id=signed_in().id),
    ):
        with pytest.raises(SignedOut):
            perform(forged, invite_device)
        with pytest.raises(SignedOut):
            ask(forged, list_devices)
    assert device_of_token("x") is device_of_token("") is device_of_token("y" * 5000) is None


def test_a_tablet_stays_a_tablet_whatever_role_it_claims(studio: House) -> None:
    tablet = paired()
    claims = Actor("device", "owner", tablet.id, "Owner", device_id=tablet.id)
    with pytest.raises(Denied):
        perform(claims, invite_device)
    tablets.clear()
    with pytest.raises(Denied):
        ask(claims, list_devices)


def test_when_a_tablet_was_last_seen_is_kept_by_the_timer(studio: House) -> None:
    cookie, owner = pairing("Front")
    paired_at = ask(owner, list_devices)[0].last_seen
    now, read = studio.clock.now(), studio.clock.read
    studio.clock.read = lambda: now + timedelta(minutes=3)
    tablets.clear()
    assert device_of_token(cookie) is not None
    assert ask(owner, list_devices)[0].last_seen == now + timedelta(minutes=3) > paired_at
    perform(timer("x"), tidy_sign_ins)
    studio.clock.read = read
    assert ask(owner, list_devices)[0].last_seen == now + timedelta(minutes=3)


def test_the_cookie_is_kept_as_a_hash_only(studio: House) -> None:
    cookie, _ = pairing()
    studio.db.checkpoint()
    with studio.db.reading() as connection:
        rows = connection.exec_driver_sql("SELECT * FROM device").all()
        told = connection.exec_driver_sql("SELECT facts, changes FROM journal_values").all()
    assert cookie not in str(rows) + str(told)
    assert len(cookie) >= 43


@pytest.mark.parametrize("role", ["manager", "artist", "guest_artist", "reception", "viewer", "inspector"])
def test_only_owners_and_managers_pair_and_let_go(studio: House, role: str) -> None:
    tablet, somebody = id_of(paired()), signed_in(role)
    acts: list[Callable[[], object]] = [
        lambda: perform(somebody, invite_device),
        lambda: perform(somebody, rename_device, tablet, "New"),
        lambda: perform(somebody, revoke_device, tablet),
    ]
    for act in acts:
        if role == "manager":
            act()
        else:
            with pytest.raises(Denied):
                act()
