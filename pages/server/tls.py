"""The certificate of the encrypted door, ready for its listener; the key is never readable on the disk."""

from __future__ import annotations

import secrets
import ssl
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from studio.kernel.actor import rule
from studio.kernel.house import House
from studio.kernel.work import perform
from studio.upkeep.authority import private_key, serves
from studio.upkeep.certificates import present_row
from studio.upkeep.certifying import certify
from studio.upkeep.lan import certified_names


def certified(house: House) -> str:
    """The fingerprint of a certificate good for what is open now; it is made when there is none. Blocks."""
    names = certified_names()
    with house.db.reading() as connection:
        server, authority = present_row(connection, "server"), present_row(connection, "authority")
    if server is not None and authority is not None and serves(server, authority, names, house.clock.now()):
        return server.fingerprint
    return perform(rule("network"), certify, names).fingerprint


def new_context() -> ssl.SSLContext:
    """TLS 1.2 or newer, HTTP/1.1 only."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    return context


@dataclass(frozen=True)
class Chain:
    """Certificate, authority and key, the key encrypted with a password of this moment."""

    pem: bytes = field(repr=False)
    password: str = field(repr=False)


def present_chain(house: House) -> Chain:
    """What the door shows from now on. Blocks."""
    from cryptography.hazmat.primitives import serialization

    with house.db.reading() as connection:
        server, authority = present_row(connection, "server"), present_row(connection, "authority")
    if server is None or authority is None:
        raise LookupError("there is no certificate to show")
    password = secrets.token_bytes(32).hex()
    key = private_key(house, server).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(password.encode()),
    )
    return Chain(server.certificate.encode() + authority.certificate.encode() + key, password)


def show(context: ssl.SSLContext, chain: Chain, folder: Path) -> None:
    """Connections made from now on see it. Call it where connections are greeted: half a change would turn one away.

    OpenSSL reads keys from files alone: this one is gone at once, and useless without its password.
    """
    with tempfile.TemporaryDirectory(dir=folder, prefix="tls-") as place:
        path = Path(place) / "chain.pem"
        path.write_bytes(chain.pem)
        context.load_cert_chain(path, password=chain.password)
