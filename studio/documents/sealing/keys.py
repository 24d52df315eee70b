"""The studio's own sealing key: made at first use, kept encrypted, its certificate signed by itself.

Certificates are imported where they are made or read: starting Linework reads none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.documents.models import DocumentKey
from studio.kernel.certificates import begun, common_name, new_private_key, sealed_key, unsealed_key, usage
from studio.kernel.house import House

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

YEARS = 30
_KEYS = "document seal"
_KEY = columns_of(DocumentKey)


@dataclass(frozen=True)
class SealKey:
    """A key that can seal: certificate and private key, both as DER."""

    fingerprint: str
    certificate: bytes
    private: bytes


def new_key(house: House, now: datetime) -> DocumentKey:
    """A fresh P-256 key with its certificate, the private part encrypted."""
    from cryptography.hazmat.primitives import hashes, serialization

    key = new_private_key()
    certificate = _certificate(key, str(house.settings["studio.name"]), now)
    fingerprint = certificate.fingerprint(hashes.SHA256()).hex()
    pem = certificate.public_bytes(serialization.Encoding.PEM).decode()
    return DocumentKey(fingerprint=fingerprint, certificate=pem, sealed_key=sealed_key(house, _KEYS, key, fingerprint))


def present_key(house: House, connection: Connection) -> SealKey | None:
    """The key that seals now, or None before the first."""
    newest = select(_KEY.c.fingerprint, _KEY.c.certificate, _KEY.c.sealed_key).where(_KEY.c.retired_at.is_(None))
    row = connection.execute(newest.order_by(_KEY.c.id.desc()).limit(1)).first()
    if row is None:
        return None
    private = unsealed_key(house, _KEYS, row.sealed_key, row.fingerprint)
    return SealKey(row.fingerprint, _der(row.certificate), private)


def certificates(connection: Connection) -> Mapping[str, bytes]:
    """Fingerprint → certificate of every key the studio ever sealed with, retired ones too."""
    rows = connection.execute(select(_KEY.c.fingerprint, _KEY.c.certificate))
    return {row.fingerprint: _der(row.certificate) for row in rows}


def _certificate(key: ec.EllipticCurvePrivateKey, studio: str, now: datetime) -> x509.Certificate:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.x509.oid import NameOID

    name = x509.Name(
        [
            x509.NameAttribute(NameOID.COMMON_NAME, common_name(studio)),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "Linework"),
        ]
    )
    return (
        begun(key, name, name, now, now + timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage("digital_signature", "content_commitment"), critical=True)
        .sign(key, hashes.SHA256())
    )


def _der(pem: str) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization

    return x509.load_pem_x509_certificate(pem.encode()).public_bytes(serialization.Encoding.DER)
