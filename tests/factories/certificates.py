"""Devices that trust a studio, and what a thief could make of its authority's key."""

from __future__ import annotations

import ssl
import tempfile
from pathlib import Path

from studio.kernel.house import House
from studio.upkeep.authority import loaded, new_server, private_key
from studio.upkeep.certificates import present_certificate, present_row
from studio.upkeep.models import LanCertificate


def trusting(house: House) -> ssl.SSLContext:
    """A device that installed the studio's authority and nothing else."""
    authority = present_certificate(house, "authority")
    assert authority
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.load_verify_locations(cadata=authority.pem)
    return context


def row(house: House, kind: str) -> LanCertificate:
    with house.db.reading() as connection:
        found = present_row(connection, kind)
    assert found
    return found


def forge(house: House, authority: LanCertificate, name: str) -> tuple[str, str]:
    """What a thief with the authority's key would make: certificate and key."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization

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
