"""Phones and network: the screen says what works, follows what happens, and only the owner changes it."""

from __future__ import annotations

from types import SimpleNamespace

import ifaddr
import pytest
from nicegui import ui

from pages.upkeep.network_checks import checks
from pages.upkeep.network_pages import served
from studio.kernel.actor import CONSOLE, rule
from studio.kernel.house import House, house
from studio.kernel.work import perform
from studio.upkeep.actions import change_setting
from studio.upkeep.certificates import present_certificate
from studio.upkeep.certifying import certify
from studio.upkeep.doorways import Doorway, Doorways
from tests.factories.people import signed_in
from tests.pages.clients.looking import until
from tests.pages.desks import Open, press

MACHINE = [("lo", "127.0.0.1"), ("wlan0", "192.168.1.21"), ("eth0", "192.168.1.20"), ("docker0", "172.17.0.1")]


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> Doorways:
    """A computer in two networks, its doors shut as yet."""
    adapters = [SimpleNamespace(nice_name=name, ips=[SimpleNamespace(ip=ip, is_IPv4=True)]) for name, ip in MACHINE]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: adapters)
    monkeypatch.setattr("studio.upkeep.lan._default_way", lambda: "192.168.1.21")
    fresh = Doorways()
    for place in ("pages.upkeep.network_checks", "pages.upkeep.network_parts", "pages.upkeep.phones"):
        monkeypatch.setattr(f"{place}.doorways", fresh)
    return fresh


def allow(*keys: str) -> None:
    for key in keys:
        perform(CONSOLE, change_setting, key, True)


def said() -> list[tuple[str, str]]:
    return [(one.kind, one.words) for one in checks("en")]


def test_with_the_network_off_there_is_one_plain_line(studio: House) -> None:
    assert said() == [("none", "Nothing is open to the network")]
    assert {one.kind for one in served()} == {"none"}


def test_checks_name_what_stands_in_the_way(studio: House, machine: Doorways) -> None:
    allow("lan.enabled", "lan.tls")
    perform(rule("network"), certify, ["127.0.0.1"])
    machine.moved(studio, "plain", Doorway("open", 8081, ("127.0.0.1",)))
    machine.moved(studio, "tls", Doorway("busy", 8443, ("127.0.0.1",)))
    lines = said()
    assert lines[0] == ("ok", "For phones: open on port 8081")
    assert lines[1] == ("stop", "For tablets and staff, encrypted: another program has port 8443")
    assert lines[2][0] == "ok"
    assert lines[2][1].startswith("Certificate good until ")
    assert lines[3] == ("ok", "192.168.1.21 is an address of a private network")
    assert [kind for kind, _ in lines[4:]] == ["info", "info"]


def test_a_chosen_network_that_is_gone_is_named_and_not_replaced(studio: House) -> None:
    allow("lan.enabled")
    perform(CONSOLE, change_setting, "lan.address", "name:unplugged")
    assert ("stop", "This computer is not in the network that was chosen") in said()


def test_an_address_on_the_internet_is_a_reason_to_stop(studio: House, monkeypatch: pytest.MonkeyPatch) -> None:
    allow("lan.enabled")
    adapter = SimpleNamespace(nice_name="eth0", ips=[SimpleNamespace(ip="11.22.33.44", is_IPv4=True)])
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: [adapter])
    assert ("stop", "11.22.33.44 may be reachable from the internet") in said()


def test_what_works_says_where_and_what_travels_in_the_open(studio: House) -> None:
    allow("lan.enabled", "lan.staff")
    assert [one.kind for one in served()] == ["ok", "warn", "warn", "none"]
    allow("lan.tls")
    assert [one.kind for one in served()] == ["ok"] * 4
    assert [one.where for one in served()] == [
        "http://192.168.1.21:8081",
        "https://192.168.1.21:8443",
        "https://192.168.1.21:8443",
        "https://192.168.1.21:8443/scan",
    ]


async def test_a_phone_that_arrives_is_told_while_one_looks(studio: House, machine: Doorways, open_at: Open) -> None:
    allow("lan.enabled")
    user = await open_at(signed_in("owner"), "/settings/network")
    await user.should_see("No phone has come yet")
    machine.arrived(studio, encrypted=False)
    await user.should_see("A phone reached this computer at")
    machine.arrived(studio, encrypted=True)
    await user.should_see("A device reached this computer at")


async def test_the_owner_chooses_networks_by_name(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("owner"), "/settings/network")
    await user.should_see("Wi-Fi (wlan0) · 192.168.1.21, chosen by itself")
    assert user.client
    ticks = [one for one in user.client.elements.values() if isinstance(one, ui.checkbox) and "eth0" in one.text]
    with ticks[0]:
        ticks[0].value = True
    await until(lambda: house().settings["lan.address"] == "name:eth0")
    await user.should_see("Wi-Fi (wlan0) · 192.168.1.21")
    await user.should_not_see("chosen by itself")


async def test_a_manager_sees_and_changes_nothing(studio: House, open_at: Open) -> None:
    allow("lan.enabled", "lan.tls")
    perform(rule("network"), certify, ["127.0.0.1"])
    user = await open_at(signed_in("manager"), "/settings/network")
    await user.should_see("How to install it")
    await user.should_not_see("Begin again with a new one")
    assert user.client
    switches = [one for one in user.client.elements.values() if isinstance(one, ui.switch | ui.checkbox)]
    assert len(switches) == 6
    assert not [one for one in switches if one.enabled]


async def test_a_new_authority_is_asked_for_once_and_shown_at_once(studio: House, open_at: Open) -> None:
    allow("lan.enabled", "lan.tls")
    perform(rule("network"), certify, ["127.0.0.1"])
    before = present_certificate(studio, "authority")
    assert before
    user = await open_at(signed_in("owner"), "/settings/network")
    await user.should_see(before.grouped[:4])
    press(user, "Begin again with a new one")
    await user.should_see("Make a new certificate authority?")
    press(user, "Make a new one")
    await user.should_see("A new certificate authority is in use.")
    after = present_certificate(studio, "authority")
    assert after
    assert after.fingerprint != before.fingerprint
    await user.should_see(after.grouped[:4])


async def test_reception_is_kept_out(studio: House, open_at: Open) -> None:
    user = await open_at(signed_in("reception"), "/settings/network")
    await user.should_see("Your role does not allow this.")
