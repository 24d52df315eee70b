"""Certificates the house makes itself: how one begins, what its key may be used for, and its key kept sealed.

Certificates are imported where they are made: starting Linework reads none.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from studio.kernel.house import House
from studio.kernel.secret import seal_bytes, unseal_bytes

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

TOLERATED = timedelta(days=1)
"""Devices whose clock is behind by less still believe a fresh certificate."""
_USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)


def new_private_key() -> ec.EllipticCurvePrivateKey:
    """A fresh P-256 key."""
    from cryptography.hazmat.primitives.asymmetric import ec

    return ec.generate_private_key(ec.SECP256R1())


def begun(
    key: ec.EllipticCurvePrivateKey, subject: x509.Name, issuer: x509.Name, now: datetime, until: datetime
) -> x509.CertificateBuilder:
    """A certificate of this key with nothing allowed yet."""
    from cryptography import x509

    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - TOLERATED)
        .not_valid_after(until)
    )


def usage(*allowed: str) -> x509.KeyUsage:
    """What a key may be used for; everything not named is refused."""
    from cryptography import x509

    return x509.KeyUsage(**{one: one in allowed for one in _USAGES})


def common_name(words: str, most: int = 64) -> str:
    """Certificates take 64 bytes of a name, and at least one."""
    plain = "".join(letter for letter in words if letter.isprintable()).strip()
    return plain.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore").strip() or "Studio"


def sealed_key(house: House, purpose: str, key: ec.EllipticCurvePrivateKey, fingerprint: str) -> str:
    """The private key as it is stored: of use to this house alone, and with this certificate alone."""
    from cryptography.hazmat.primitives import serialization

    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return seal_bytes(house, purpose, private, fingerprint).hex()


def unsealed_key(house: House, purpose: str, stored: str, fingerprint: str) -> bytes:
    """The private key as DER."""
    return unseal_bytes(house, purpose, bytes.fromhex(stored), fingerprint)
