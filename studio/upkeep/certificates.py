"""What is known of the studio's present certificates, for doors, screens and devices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.kernel.house import House
from studio.upkeep.models import LanCertificate

_CERTIFICATE = columns_of(LanCertificate)


@dataclass(frozen=True)
class CertificateView:
    """A certificate as people compare and install it."""

    fingerprint: str
    pem: str
    expires_at: datetime
    made_at: datetime

    @property
    def grouped(self) -> str:
        """The fingerprint in groups a person can compare."""
        words = self.fingerprint.upper()
        return " ".join(words[at : at + 4] for at in range(0, len(words), 4))

    def number(self, which: int) -> str:
        """One of two numbers that are the same for the same certificate."""
        return str(UUID(hex=self.fingerprint[32 * which : 32 * which + 32])).upper()

    @property
    def der(self) -> bytes:
        """As devices install it."""
        from cryptography import x509
        from cryptography.hazmat.primitives import serialization

        return x509.load_pem_x509_certificate(self.pem.encode()).public_bytes(serialization.Encoding.DER)


def present_certificate(house: House, kind: str) -> CertificateView | None:
    """The authority or this computer's certificate as it stands; nothing secret."""
    with house.db.reading() as connection:
        row = present_row(connection, kind)
    if row is None:
        return None
    return CertificateView(row.fingerprint, row.certificate, row.expires_at, row.created_at)


def present_row(connection: Connection, kind: str) -> LanCertificate | None:
    """The row, key and all, for whoever opens a door with it."""
    found = select(_CERTIFICATE).where(_CERTIFICATE.c.kind == kind, _CERTIFICATE.c.retired_at.is_(None))
    row = connection.execute(found.order_by(_CERTIFICATE.c.id.desc()).limit(1)).first()
    return LanCertificate(**row._mapping) if row is not None else None
