"""The encrypted door: the studio's own authority vouches for it, and for nothing on the internet."""

from __future__ import annotations

import asyncio
import ssl
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from pages.server.lan import Lan
from studio.kernel.actor import CONSOLE, rule
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep import lan as network
from studio.upkeep.actions import change_setting
from studio.upkeep.authority import loaded, new_server, vouches
from studio.upkeep.certificates import present_certificate, present_row
from studio.upkeep.certifying import certify, renew_certificate, replace_authority
from studio.upkeep.doorways import doorways
from studio.upkeep.models import LanCertificate
from tests.faults.running import free_port
from tests.pages.test_doors import change, zone


@pytest.fixture
async def lan(studio: House, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Lan]:
    """Both doors open on loopback."""
    monkeypatch.setattr(network, "lan_addresses", list)
    made = Lan(zone, studio)
    for key, value in {"lan.port": free_port(), "lan.tls_port": free_port(), "lan.tls": True}.items():
        await change(key, value)
    await change("lan.enabled", True)
    await made.follow()
    yield made
    await made.close()


def trusting(house: House) -> ssl.SSLContext:
    """A device that installed the studio's authority and nothing else."""
    authority = present_certificate(house, "authority")
    assert authority
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.load_verify_locations(cadata=authority.pem)
    return context


async def ask(name: str, port: int, trust: ssl.SSLContext) -> str:
    async with httpx.AsyncClient(verify=trust) as client:
        return (await client.get(f"https://{name}:{port}/")).text


async def shown(port: int) -> bytes:
    """The certificate a visitor is shown now."""
    blind = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    blind.check_hostname, blind.verify_mode = False, ssl.CERT_NONE
    _, writer = await asyncio.open_connection("127.0.0.1", port, ssl=blind)
    der = writer.get_extra_info("ssl_object").getpeercert(binary_form=True)
    writer.close()
    return bytes(der)


def row(house: House, kind: str) -> LanCertificate:
    with house.db.reading() as connection:
        found = present_row(connection, kind)
    assert found
    return found


async def test_a_device_that_trusts_the_studio_is_let_in_and_others_are_warned(lan: Lan, studio: House) -> None:
    port = network.tls_port()
    assert await ask("127.0.0.1", port, trusting(studio)) == f"lan {port}"
    assert await ask("localhost", port, trusting(studio)) == f"lan {port}"
    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        await ask("127.0.0.1", port, ssl.create_default_context())


async def test_a_name_the_certificate_does_not_hold_is_refused(lan: Lan, studio: House) -> None:
    context = trusting(studio)
    _, writer = await asyncio.open_connection("127.0.0.1", network.tls_port())
    with pytest.raises(ssl.SSLCertVerificationError, match=r"mismatch|not valid for"):
        await writer.start_tls(context, server_hostname="bank.example")
    writer.close()


def test_the_authority_vouches_for_no_address_on_the_internet(studio: House) -> None:
    """Also when its key is stolen: a certificate for a bank is not believed by who installed the authority."""
    perform(rule("network"), certify, ["127.0.0.1"])
    authority = row(studio, "authority")
    assert [vouches(authority, name) for name in ("192.168.1.20", "10.0.0.7", "tablet.local")] == [True] * 3
    assert not any(vouches(authority, name) for name in ("8.8.8.8", "bank.example", "notlocal"))
    forged = forge(studio, authority, "bank.example")
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        handshake(trusting(studio), forged, "bank.example")


def forge(house: House, authority: LanCertificate, name: str) -> tuple[str, str]:
    """What a thief with the authority's key would make: certificate and key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization

    from studio.upkeep.authority import private_key

    honest = new_server(house, house.clock.now(), authority, ["127.0.0.1"])
    template, key = loaded(honest), private_key(house, honest)
    built = x509.CertificateBuilder(
        template.issuer, template.subject, template.public_key(), template.serial_number,
        template.not_valid_before_utc, template.not_valid_after_utc,
    )  # fmt: skip
    for extension in template.extensions:
        if not isinstance(extension.value, x509.SubjectAlternativeName):
            built = built.add_extension(extension.value, extension.critical)
    built = built.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    made = built.sign(private_key(house, authority), hashes.SHA256())
    pem = made.public_bytes(serialization.Encoding.PEM).decode()
    plain = serialization.NoEncryption()
    return pem, key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain).decode()


def handshake(trust: ssl.SSLContext, forged: tuple[str, str], name: str) -> None:
    """Greet a server with this certificate, in memory."""
    import tempfile

    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as place:
        chain = Path(place) / "chain.pem"
        chain.write_text("".join(forged))
        server.load_cert_chain(chain)
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    near = trust.wrap_bio(to_client, to_server, server_hostname=name)
    far = server.wrap_bio(to_server, to_client, server_side=True)
    for _ in range(4):
        for side in (near, far):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue


async def test_a_certificate_lives_less_than_398_days_and_is_renewed_while_the_door_is_open(
    lan: Lan, studio: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = row(studio, "server")
    made = loaded(first)
    assert made.not_valid_after_utc - made.not_valid_before_utc < timedelta(days=398)
    later = studio.clock.now() + timedelta(days=150)
    monkeypatch.setattr(studio.clock, "now", lambda: later)
    await asyncio.to_thread(perform, CONSOLE, renew_certificate)
    second = row(studio, "server")
    assert second.fingerprint != first.fingerprint
    assert loaded(second).not_valid_after_utc > later + timedelta(days=190)
    await until_shown(second)


async def until_shown(certificate: LanCertificate) -> None:
    from cryptography.hazmat.primitives import serialization

    wanted = loaded(certificate).public_bytes(serialization.Encoding.DER)
    for _ in range(200):
        if await shown(network.tls_port()) == wanted:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the door still shows another certificate")


def test_a_good_certificate_is_kept_and_a_new_address_brings_a_new_one(studio: House) -> None:
    first = perform(rule("network"), certify, ["127.0.0.1", "192.168.1.20"]).fingerprint
    assert perform(rule("network"), certify, ["192.168.1.20"]).fingerprint == first
    authority = row(studio, "authority").fingerprint
    assert perform(rule("network"), certify, ["192.168.1.21"]).fingerprint != first
    assert row(studio, "authority").fingerprint == authority


async def test_a_new_authority_ends_trust_in_the_one_before(lan: Lan, studio: House) -> None:
    before = trusting(studio)
    await asyncio.to_thread(perform, CONSOLE, replace_authority)
    await until_shown(row(studio, "server"))
    assert await ask("127.0.0.1", network.tls_port(), trusting(studio))
    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        await ask("127.0.0.1", network.tls_port(), before)


async def test_keys_stand_nowhere_in_the_open(lan: Lan, studio: House) -> None:
    left = [path for path in studio.folder.path.rglob("*") if path.is_file()]
    assert not [path for path in left if b"PRIVATE KEY" in path.read_bytes()]
    assert not list(studio.folder.path.glob("tls-*"))


async def test_a_taken_port_leaves_the_other_door_open_and_is_told(lan: Lan, studio: House) -> None:
    taken = await asyncio.start_server(lambda *_: None, "127.0.0.1", free_port())
    await change("lan.tls_port", taken.sockets[0].getsockname()[1])
    for _ in range(200):
        if doorways["tls"].state == "busy":
            break
        await asyncio.sleep(0.02)
    assert (doorways["plain"].state, doorways["tls"].state) == ("open", "busy")
    taken.close()


def test_settings_of_the_network_are_the_owners(studio: House) -> None:
    for key in ("lan.enabled", "lan.staff", "lan.tls"):
        assert studio.settings[key] is False
    perform(CONSOLE, change_setting, "lan.tls", True)
    assert not network.tls_enabled()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux answers on all of 127/8 without being told")
async def test_doors_stand_on_the_chosen_network_and_loopback_and_nowhere_else(
    studio: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """S22: a neighbouring network of the same computer finds nothing, also while another one is open."""
    here = [network.LanAddress(f"127.0.0.{number}", f"eth{number}", True, False) for number in (2, 3)]
    monkeypatch.setattr(network, "lan_addresses", lambda: here)
    made = Lan(zone, studio)
    for key, value in {"lan.port": free_port(), "lan.tls_port": free_port(), "lan.tls": True}.items():
        await change(key, value)
    await change("lan.address", "name:eth3")
    await change("lan.enabled", True)
    await made.follow()
    for port in (network.lan_port(), network.tls_port()):
        assert [await answers(f"127.0.0.{number}", port) for number in (1, 2, 3, 4)] == [True, False, True, False]
    await change("lan.address", "name:eth2")
    for _ in range(200):
        if doorways["tls"].addresses == ("127.0.0.1", "127.0.0.2"):
            break
        await asyncio.sleep(0.02)
    assert [await answers(f"127.0.0.{number}", network.tls_port()) for number in (2, 3)] == [True, False]
    assert await ask("127.0.0.2", network.tls_port(), trusting(studio))
    await made.close()


async def answers(address: str, port: int) -> bool:
    try:
        _, writer = await asyncio.open_connection(address, port)
    except OSError:
        return False
    writer.close()
    return True
