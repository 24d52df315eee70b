"""The studio's own sealing key: made at first use, kept encrypted, its certificate signed by itself.

Certificates are imported where they are made or read: starting Linework reads none.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.documents.models import DocumentKey
from studio.kernel.house import House

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec

YEARS = 30
_NONCE = 12
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
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    certificate = _certificate(key, str(house.settings["studio.name"]), now)
    fingerprint = certificate.fingerprint(hashes.SHA256()).hex()
    private = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    nonce = secrets.token_bytes(_NONCE)
    sealed = nonce + _cipher(house).encrypt(nonce, private, fingerprint.encode())
    pem = certificate.public_bytes(serialization.Encoding.PEM).decode()
    return DocumentKey(fingerprint=fingerprint, certificate=pem, sealed_key=sealed.hex())


def present_key(house: House, connection: Connection) -> SealKey | None:
    """The key that seals now, or None before the first."""
    newest = select(_KEY.c.fingerprint, _KEY.c.certificate, _KEY.c.sealed_key).where(_KEY.c.retired_at.is_(None))
    row = connection.execute(newest.order_by(_KEY.c.id.desc()).limit(1)).first()
    if row is None:
        return None
    sealed = bytes.fromhex(row.sealed_key)
    private = _cipher(house).decrypt(sealed[:_NONCE], sealed[_NONCE:], row.fingerprint.encode())
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
            x509.NameAttribute(NameOID.COMMON_NAME, _short(studio)),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "Linework"),
        ]
    )
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=365 * YEARS))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage, critical=True)
        .sign(key, hashes.SHA256())
    )


def _short(studio: str) -> str:
    """Certificates take 64 bytes of a name, and at least one."""
    plain = "".join(letter for letter in studio if letter.isprintable()).strip()
    return plain.encode("utf-8", "ignore")[:64].decode("utf-8", "ignore").strip() or "Studio"


def _cipher(house: House) -> AESGCM:
    return AESGCM(house.derive("document seal"))


def _der(pem: str) -> bytes:
    from cryptography import x509
    from cryptography.hazmat.primitives import serialization

    return x509.load_pem_x509_certificate(pem.encode()).public_bytes(serialization.Encoding.DER)
