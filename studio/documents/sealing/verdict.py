"""The judgement on a file: not one byte of it may be outside the seal."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from itertools import islice
from typing import Literal
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.documents.models import SealedDocument
from studio.documents.sealing.cms import Seal, read_seal
from studio.documents.sealing.keys import certificates
from studio.kernel.text import N_, t

State = Literal["valid", "altered", "not_ours"]

UNCHANGED = N_("Unchanged since this studio sealed it, and the same as the copy kept here.")
NOT_LISTED = N_("Sealed by this studio and unchanged, but no copy of it is kept here.")
CHANGED = N_("It carries this studio's seal, but was changed after sealing.")
ADDED = N_("It carries this studio's seal, but something was added to the file afterwards.")
DIFFERS = N_("The seal itself was touched: the file is not the one that is kept here.")
BROKEN = N_("It bears traces of this studio's seal, but the seal is broken.")
OTHER_SEAL = N_("It is signed by somebody else, not by this studio.")
NO_SEAL = N_("It carries no seal of this studio.")
NO_PDF = N_("This is not a PDF.")

MARKER = re.compile(rb"linework([0-9a-f]{32})")
MOST_NUMBERS = 50
"""How many numbers in a file are looked up: ours has one, and a file full of them is nobody's document."""
_KEPT = columns_of(SealedDocument)


@dataclass(frozen=True)
class Verdict:
    """What can be said of a file. The document is named where one is meant, altered or not."""

    state: State
    why: str
    document_id: UUID | None = None
    fingerprint: str = ""

    @property
    def text(self) -> str:
        """Why, in the reader's language."""
        return t(self.why)


def judge(connection: Connection, pdf: bytes) -> Verdict:
    """Valid needs all of it: our key's signature over every byte, in the one way we write it, and the kept SHA-256."""
    known = _kept(connection, pdf)
    ours = certificates(connection)
    if not any(_traces(pdf, certificate) for certificate in ours.values()) and known is None:
        return Verdict("not_ours", _foreign(pdf))
    seal = read_seal(pdf)
    if seal is None:
        return Verdict("altered", BROKEN, known)
    certificate = ours.get(seal.fingerprint)
    if certificate is None or not seal.signed_with(certificate):
        return Verdict("altered", CHANGED, known, seal.fingerprint if certificate else "")
    return _signed(connection, pdf, seal, known)


def _signed(connection: Connection, pdf: bytes, seal: Seal, known: UUID | None) -> Verdict:
    """The signature holds over what it covers; is that everything?"""
    if not seal.covers_all:
        return Verdict("altered", ADDED, known, seal.fingerprint)
    if known is None:
        state: State = "valid" if seal.clean else "altered"
        return Verdict(state, NOT_LISTED if seal.clean else DIFFERS, None, seal.fingerprint)
    kept = connection.execute(select(_KEPT.c.sha256).where(_KEPT.c.id == known)).scalar_one()
    same = seal.clean and kept == hashlib.sha256(pdf).hexdigest()
    return Verdict("valid" if same else "altered", UNCHANGED if same else DIFFERS, known, seal.fingerprint)


def _kept(connection: Connection, pdf: bytes) -> UUID | None:
    """The document this file is, or says it is."""
    exact = select(_KEPT.c.id).where(_KEPT.c.sha256 == hashlib.sha256(pdf).hexdigest())
    found: UUID | None = connection.execute(exact).scalar()
    if found is not None:
        return found
    numbers = [UUID(marker[1].decode()) for marker in islice(MARKER.finditer(pdf), MOST_NUMBERS)]
    named = connection.scalars(select(_KEPT.c.id).where(_KEPT.c.id.in_(numbers))).all()
    return next((number for number in reversed(numbers) if number in named), None)


def _traces(pdf: bytes, certificate: bytes) -> bool:
    """Whether a part of our certificate stands in the file; one damaged letter does not hide it."""
    spelled = certificate.hex().upper().encode()
    third = len(spelled) // 3
    parts = [spelled[at : at + third] for at in range(0, 3 * third, third)]
    return any(part in pdf for part in parts)


def _foreign(pdf: bytes) -> str:
    if not pdf[:1024].lstrip().startswith(b"%PDF-"):
        return NO_PDF
    return OTHER_SEAL if b"/ByteRange" in pdf else NO_SEAL
