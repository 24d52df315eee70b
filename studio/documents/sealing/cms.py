"""The seal as it stands in a file, read without trusting anything around it.

A PDF reader follows tables that a forger may have written. We read the one place where our own seal always is: the
byte range it names must be the whole file but for the signature's own hexadecimal digits.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any

RANGE = re.compile(rb"/ByteRange\s*\[\s*0\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")
DIGITS = re.compile(rb"<([0-9a-fA-F]{64,200000})>")
UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)


@dataclass(frozen=True)
class Seal:
    """A signature found in a file: what it covers, and the digits it is written in."""

    covered: bytes
    digits: bytes
    covers_all: bool
    body: bytes
    certificate: bytes
    attributes: bytes
    digest: bytes
    signature: bytes

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.certificate).hexdigest()

    @cached_property
    def clean(self) -> bool:
        """Written as we write it: the message in large digits, then nothing but zeros."""
        return self.digits == self.body.hex().upper().encode().ljust(len(self.digits), b"0")

    def signed_with(self, certificate: bytes) -> bool:
        """Whether this certificate's key signed exactly the covered bytes."""
        from cryptography import x509
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives import hashes
        from cryptography.hazmat.primitives.asymmetric import ec

        key = x509.load_der_x509_certificate(certificate).public_key()
        if not isinstance(key, ec.EllipticCurvePublicKey) or hashlib.sha256(self.covered).digest() != self.digest:
            return False
        try:
            key.verify(self.signature, self.attributes, ec.ECDSA(hashes.SHA256()))
        except InvalidSignature:
            return False
        return True


def read_seal(pdf: bytes) -> Seal | None:
    """The last seal in the file, or None when none can be read."""
    found = list(RANGE.finditer(pdf))
    if not found:
        return None
    first, start, rest = (int(number) for number in found[-1].groups())
    digits = DIGITS.fullmatch(pdf[first:start])
    if digits is None or start + rest > len(pdf):
        return None
    covers_all = start + rest == len(pdf) and len(found) == 1
    try:
        return _read(pdf[:first] + pdf[start : start + rest], digits[1], covers_all)
    except UNREADABLE:
        return None


def _read(covered: bytes, digits: bytes, covers_all: bool) -> Seal:
    from asn1crypto.cms import ContentInfo

    content: Any = ContentInfo.load(bytes.fromhex(digits.decode()))
    signed = content["content"]
    signer = signed["signer_infos"][0]
    attributes = signer["signed_attrs"]
    [digest] = [one["values"][0].native for one in attributes if one["type"].native == "message_digest"]
    return Seal(
        covered=covered,
        digits=digits,
        covers_all=covers_all,
        body=content.dump(),
        certificate=signed["certificates"][0].chosen.dump(),
        attributes=attributes.untag().dump(),
        digest=bytes(digest),
        signature=signer["signature"].native,
    )
