"""Sealing: the studio's signature on a PDF, and whether a PDF still is what was sealed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

from uuid_utils.compat import uuid7

from studio.documents.sealing.keys import SealKey, present_key
from studio.documents.sealing.verdict import Verdict, judge
from studio.kernel.actor import rule
from studio.kernel.house import House
from studio.kernel.work import perform

FIELD = "LineworkSeal"
MARKER = "linework"
RESERVED = 4096


@dataclass(frozen=True)
class Signed:
    """Bytes, their signature (ECDSA, P-256, SHA-256, as DER), and the key's certificate (DER) with its SHA-256."""

    data: bytes
    signature: bytes
    certificate: bytes
    fingerprint: str


def seal(house: House, pdf: bytes, reason: str) -> bytes:
    """The PDF with the studio's seal on it (PAdES, whole file), numbered so that it can be found again.

    Makes the studio's key when there is none yet: never call it inside an open Work, nor on the event loop.
    """
    return _signed(pdf, _key(house), reason)


def sign(house: House, write: Callable[[str], bytes]) -> Signed:
    """The studio's signature over bytes of any kind, to stand beside them; as with `seal`, never inside an open Work.

    `write` makes these bytes and is told the fingerprint of the key, which should stand in them.
    """
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = _key(house)
    private = serialization.load_der_private_key(key.private, None)
    if not isinstance(private, ec.EllipticCurvePrivateKey):
        raise TypeError("the sealing key is of another kind")
    data = write(key.fingerprint)
    return Signed(data, private.sign(data, ec.ECDSA(hashes.SHA256())), key.certificate, key.fingerprint)


def verify(house: House, pdf: bytes) -> Verdict:
    """Whether the file is as it was sealed here, was altered, or is not ours, and why."""
    with house.db.reading() as connection:
        return judge(connection, pdf)


def _key(house: House) -> SealKey:
    from studio.documents.actions import make_seal_key

    with house.db.reading() as connection:
        key = present_key(house, connection)
    if key is None:
        perform(rule("document seal"), make_seal_key)
        with house.db.reading() as connection:
            key = present_key(house, connection)
    if key is None:
        raise LookupError("the sealing key vanished")
    return key


def _signed(pdf: bytes, key: SealKey, reason: str) -> bytes:
    from asn1crypto.keys import PrivateKeyInfo
    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    certificate, private = Certificate.load(key.certificate), PrivateKeyInfo.load(key.private)
    signer = SimpleSigner(certificate, private, SimpleCertificateStore())  # type: ignore[no-untyped-call]
    meta = PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        reason=reason,
        location=f"{MARKER}{uuid7().hex}",
        subfilter=SigSeedSubFilter.PADES,
    )
    out = BytesIO()
    PdfSigner(meta, signer).sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), bytes_reserved=RESERVED, output=out)
    return out.getvalue()
