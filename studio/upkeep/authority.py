"""The studio's own certificate authority: able to vouch for private addresses and local names, and for nothing else.

Certificates are imported where they are made or read: starting Linework reads none.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from studio.kernel.certificates import begun, common_name, new_private_key, sealed_key, unsealed_key, usage
from studio.kernel.house import House
from studio.upkeep.models import LanCertificate

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

AUTHORITY_YEARS = 10
SERVER_DAYS = 200
RENEW_BEFORE = timedelta(days=60)
_NETWORKS = """
10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15
198.51.100.0/24 203.0.113.0/24 fc00::/7 fe80::/10 ::1/128
"""
NEVER_ON_THE_INTERNET = tuple(ipaddress.ip_network(net) for net in _NETWORKS.split())
LOCAL_NAMES = ("local", "localhost")
"""Not the computer's bare name: one called `studio` or `ink` would vouch for everything under that ending."""
_KEYS = "lan certificate"


def new_authority(house: House, now: datetime) -> LanCertificate:
    """A fresh authority. Whoever installs it trusts it for the studio's own network, whatever becomes of its key."""
    from cryptography import x509

    key = new_private_key()
    name = _name(f"{common_name(str(house.settings['studio.name']), 50)} (Linework)")
    names, networks = map(x509.DNSName, LOCAL_NAMES), map(x509.IPAddress, NEVER_ON_THE_INTERNET)
    allowed = x509.NameConstraints([*names, *networks], None)
    built = (
        _begun(key, name, name, now, now + timedelta(days=365 * AUTHORITY_YEARS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage("key_cert_sign", "crl_sign"), critical=True)
        .add_extension(allowed, critical=True)
    )
    return _kept(house, "authority", key, built, key)


def new_server(house: House, now: datetime, authority: LanCertificate, names: Iterable[str]) -> LanCertificate:
    """A certificate for this computer under these addresses and names, as far as the authority may vouch for them."""
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID

    issuer, signer = loaded(authority), private_key(house, authority)
    key = new_private_key()
    until = min(now + timedelta(days=SERVER_DAYS), authority.expires_at)
    said = [_general(each) for each in names if vouches(authority, each)]
    built = (
        _begun(key, _name("Linework"), issuer.subject, now, until)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage("digital_signature"), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(said), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
    )
    return _kept(house, "server", key, built, signer)


def vouches(authority: LanCertificate, name: str) -> bool:
    """Whether devices would believe the authority about this address or name."""
    from cryptography import x509

    found = loaded(authority).extensions.get_extension_for_class(x509.NameConstraints).value.permitted_subtrees or []
    address = as_address(name)
    if address is not None:
        return any(address in ipaddress.ip_network(str(one.value)) for one in found if isinstance(one, x509.IPAddress))
    return any(isinstance(one, x509.DNSName) and f".{name}".endswith(f".{one.value}") for one in found)


def names_of(server: LanCertificate) -> frozenset[str]:
    """The addresses and names a certificate is good for."""
    from cryptography import x509

    said = loaded(server).extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    return frozenset(str(one.value) for one in said)


def serves(server: LanCertificate, authority: LanCertificate, names: Iterable[str], now: datetime) -> bool:
    """Whether a certificate is good for all these names and will be for a while; a clock set back counts as no."""
    wanted = {name for name in names if vouches(authority, name)}
    begun = loaded(server).not_valid_before_utc <= now
    return begun and now < server.expires_at - RENEW_BEFORE and wanted <= names_of(server)


def loaded(row: LanCertificate) -> x509.Certificate:
    """The certificate itself."""
    from cryptography import x509

    return x509.load_pem_x509_certificate(row.certificate.encode())


def private_key(house: House, row: LanCertificate) -> ec.EllipticCurvePrivateKey:
    """The key of a certificate, unsealed."""
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import load_der_private_key

    key = load_der_private_key(unsealed_key(house, _KEYS, row.sealed_key, row.fingerprint), None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError("a certificate's key of another kind")
    return key


def as_address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address these words are, or None for a name."""
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _kept(
    house: House,
    kind: str,
    key: ec.EllipticCurvePrivateKey,
    built: x509.CertificateBuilder,
    signer: ec.EllipticCurvePrivateKey,
) -> LanCertificate:
    from cryptography.hazmat.primitives import hashes, serialization

    made = built.sign(signer, hashes.SHA256())
    fingerprint = made.fingerprint(hashes.SHA256()).hex()
    return LanCertificate(
        kind=kind,
        fingerprint=fingerprint,
        certificate=made.public_bytes(serialization.Encoding.PEM).decode(),
        sealed_key=sealed_key(house, _KEYS, key, fingerprint),
        expires_at=made.not_valid_after_utc,
    )


def _begun(
    key: ec.EllipticCurvePrivateKey, subject: x509.Name, issuer: x509.Name, now: datetime, until: datetime
) -> x509.CertificateBuilder:
    from cryptography import x509

    own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    return begun(key, subject, issuer, now, until).add_extension(own, critical=False)


def _general(name: str) -> x509.GeneralName:
    from cryptography import x509

    address = as_address(name)
    return x509.IPAddress(address) if address is not None else x509.DNSName(name)


def _name(words: str) -> x509.Name:
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words)])
