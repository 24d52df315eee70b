"""The studio's own authority: what it vouches for, and when a certificate is made anew."""

from __future__ import annotations

import ssl

import pytest

from studio.kernel.actor import CONSOLE, rule
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep import lan as network
from studio.upkeep.actions import change_setting
from studio.upkeep.authority import vouches
from studio.upkeep.certifying import certify
from tests.factories.certificates import forge, handshake, row, trusting


def test_the_authority_vouches_for_no_address_on_the_internet(studio: House) -> None:
    """Also when its key is stolen: a certificate for a bank is not believed by who installed the authority."""
    perform(rule("network"), certify, ["127.0.0.1"])
    authority = row(studio, "authority")
    assert [vouches(authority, name) for name in ("192.168.1.20", "10.0.0.7", "tablet.local")] == [True] * 3
    assert not any(vouches(authority, name) for name in ("8.8.8.8", "bank.example", "notlocal"))
    forged = forge(studio, authority, "bank.example")
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        handshake(trusting(studio), forged, "bank.example")


def test_a_good_certificate_is_kept_and_a_new_address_brings_a_new_one(studio: House) -> None:
    first = perform(rule("network"), certify, ["127.0.0.1", "192.168.1.20"]).fingerprint
    assert perform(rule("network"), certify, ["192.168.1.20"]).fingerprint == first
    authority = row(studio, "authority").fingerprint
    assert perform(rule("network"), certify, ["192.168.1.21"]).fingerprint != first
    assert row(studio, "authority").fingerprint == authority


def test_settings_of_the_network_are_the_owners(studio: House) -> None:
    for key in ("lan.enabled", "lan.staff", "lan.tls"):
        assert studio.settings[key] is False
    perform(CONSOLE, change_setting, "lan.tls", True)
    assert not network.tls_enabled()
