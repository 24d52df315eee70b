"""The encrypted door: the studio's own authority vouches for it, and for nothing on the internet."""

from __future__ import annotations

import asyncio
import ssl
import sys
from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from pages.server.lan import Lan
from studio.kernel.actor import CONSOLE
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep import lan as network
from studio.upkeep.authority import loaded
from studio.upkeep.certifying import renew_certificate, replace_authority
from studio.upkeep.doorways import doorways
from studio.upkeep.models import LanCertificate
from tests.factories.certificates import row, trusting
from tests.pages.test_doors import change, zone
from tests.ports import free_port


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


async def test_what_is_open_at_a_door_ends_when_it_admits_less(lan: Lan, studio: House) -> None:
    """A page of staff or of a tablet, left open, must not go on in the open or after the owner shut staff out."""
    for key, value, port in (("lan.tls", False, network.lan_port()), ("lan.tls", True, network.lan_port())):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        await change(key, value)
        assert await asyncio.wait_for(reader.read(), 5) == b""
        writer.close()
        await lan.follow()
        assert await answers("127.0.0.1", port)
    reader, writer = await asyncio.open_connection("127.0.0.1", network.lan_port())
    await change("lan.staff", True)
    assert await asyncio.wait_for(reader.read(), 5) == b""
    writer.close()


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
