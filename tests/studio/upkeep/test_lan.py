"""Which address phones are given."""

from __future__ import annotations

from types import SimpleNamespace

import ifaddr
import pytest

from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep import lan
from studio.upkeep.actions import change_setting

MACHINE = [
    ("lo", "127.0.0.1"),
    ("docker0", "172.17.0.1"),
    ("tun0", "10.8.0.2"),
    ("eth9", "169.254.7.7"),
    ("eth1", "11.22.33.44"),
    ("eth0", "192.168.1.20"),
    ("wlan0", "192.168.1.21"),
]


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with many adapters, whose traffic leaves by Wi-Fi."""
    adapters = [SimpleNamespace(nice_name=name, ips=[SimpleNamespace(ip=ip, is_IPv4=True)]) for name, ip in MACHINE]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: adapters)
    monkeypatch.setattr(lan, "_default_way", lambda: "192.168.1.21")


def test_real_private_addresses_come_first_and_loopback_never() -> None:
    assert [address.ip for address in lan.lan_addresses()] == [
        "192.168.1.21",
        "192.168.1.20",
        "11.22.33.44",
        "172.17.0.1",
        "10.8.0.2",
    ]


def test_the_owner_chooses_while_the_computer_has_that_address(studio: House) -> None:
    assert lan.phone_url("/r/abc") == "http://192.168.1.21:8081/r/abc"
    perform(CONSOLE, change_setting, "lan.address", "192.168.1.20")
    perform(CONSOLE, change_setting, "lan.port", 8099)
    assert lan.phone_url("/r/abc") == "http://192.168.1.20:8099/r/abc"
    perform(CONSOLE, change_setting, "lan.address", "192.168.77.1")
    assert lan.lan_address() == "127.0.0.1"


def test_a_chosen_network_keeps_its_door_when_the_router_hands_out_a_new_address(
    studio: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    perform(CONSOLE, change_setting, "lan.address", "name:wlan0,name:eth0")
    assert lan.open_addresses() == ("127.0.0.1", "192.168.1.21", "192.168.1.20")
    monkeypatch.setattr(lan, "VIRTUAL", ())
    moved = [("eth1", "11.22.33.44"), ("wlan0", "192.168.1.77")]
    adapters = [SimpleNamespace(nice_name=name, ips=[SimpleNamespace(ip=ip, is_IPv4=True)]) for name, ip in moved]
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: adapters)
    assert lan.open_addresses() == ("127.0.0.1", "192.168.1.77")


def test_only_the_chosen_network_and_loopback_are_open(studio: House) -> None:
    assert lan.open_addresses() == ("127.0.0.1", "192.168.1.21")
    perform(CONSOLE, change_setting, "lan.address", "name:docker0")
    assert lan.open_addresses() == ("127.0.0.1", "172.17.0.1")
    perform(CONSOLE, change_setting, "lan.address", "name:unplugged")
    assert lan.open_addresses() == ("127.0.0.1",)


def test_tablets_are_led_to_encrypted_pages_once_the_owner_wants_them(studio: House) -> None:
    perform(CONSOLE, change_setting, "lan.enabled", True)
    assert lan.secure_url("/kiosk") == "http://192.168.1.21:8081/kiosk"
    perform(CONSOLE, change_setting, "lan.tls", True)
    assert lan.secure_url("/kiosk") == "https://192.168.1.21:8443/kiosk"
    assert lan.phone_url("/r/abc") == "http://192.168.1.21:8081/r/abc"


def test_without_any_network_there_is_still_this_computer(studio: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ifaddr, "get_adapters", list)
    assert lan.lan_address() == "127.0.0.1"


def test_the_command_line_overrules_for_this_process(studio: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not lan.lan_enabled()
    monkeypatch.setattr(lan, "overrides", lan.Overrides(enabled=True, port=9000))
    assert (lan.lan_enabled(), lan.lan_port()) == (True, 9000)
