"""The verbs of documents: put a sealed one on file, make and renew the sealing key."""

from __future__ import annotations

import hashlib
from uuid import UUID

from sqlmodel import select

from studio.clients.refusals import ContactIsHidden
from studio.documents.facts import DocumentKept, DocumentOpened, SealKeyMade
from studio.documents.models import DocumentKey, SealedDocument
from studio.documents.queries import shows_contact
from studio.documents.refusals import DocumentIsMissing, DocumentIsNotSealed
from studio.documents.sealing.cms import read_seal
from studio.documents.sealing.keys import certificates, new_key
from studio.documents.sealing.verdict import MARKER
from studio.kernel.subject import Subject
from studio.kernel.work import Work, action


@action("documents.document.keep")
def keep_document(
    work: Work, kind: str, subject: Subject, pdf: bytes, *, title: str = "", needs: str = ""
) -> SealedDocument:
    """Put a PDF from `seal` on file, encrypted; the same bytes are kept once.

    `needs` names a right besides `documents.document.see` that opening it takes. Raises DocumentIsNotSealed for
    anything this studio's key did not seal just so.
    """
    seal = read_seal(pdf)
    certificate = certificates(work.connection).get(seal.fingerprint) if seal else None
    markers = MARKER.findall(pdf)
    if seal is None or certificate is None or not markers:
        raise DocumentIsNotSealed
    if not (seal.covers_all and seal.clean and seal.signed_with(certificate)):
        raise DocumentIsNotSealed
    number = UUID(markers[-1].decode())
    kept = work.session.get(SealedDocument, number)
    return kept or _keep(work, number, kind, subject, pdf, title, needs, seal.fingerprint)


@action("documents.document.open")
def open_document(work: Work, document_id: UUID) -> tuple[str, bytes]:
    """A name for the file and the sealed PDF; who took it out is written in the journal.

    Raises DocumentIsMissing, Denied where the document needs a further right, and ContactIsHidden for whoever must not
    see how the client it is about is reached: a sealed document shows that.
    """
    row = work.session.get(SealedDocument, document_id)
    if row is None:
        raise DocumentIsMissing
    if row.needs:
        work.permit(row.needs)
    if not shows_contact(work, row.subject_kind, row.subject_id):
        raise ContactIsHidden
    work.emit(DocumentOpened(row.id, row.kind, Subject(row.subject_kind, row.subject_id)))
    return f"{row.title or row.kind}.pdf", work.house.files.read(row.file_id)


@action("documents.seal.make")
def make_seal_key(work: Work) -> DocumentKey:
    """The studio's first sealing key; the one there is when there is one."""
    present = work.session.exec(select(DocumentKey).where(DocumentKey.retired_at == None)).first()  # noqa: E711  SQL
    return present or _new_key(work)


@action("documents.seal.renew")
def renew_seal_key(work: Work) -> DocumentKey:
    """Seal with a new key from now on. What older ones sealed still verifies."""
    for key in work.session.exec(select(DocumentKey).where(DocumentKey.retired_at == None)):  # noqa: E711  SQL
        key.retired_at = work.now
    return _new_key(work)


def _keep(
    work: Work, number: UUID, kind: str, subject: Subject, pdf: bytes, title: str, needs: str, fingerprint: str
) -> SealedDocument:
    document = SealedDocument(
        id=number,
        kind=kind,
        subject_kind=subject.kind,
        subject_id=subject.id,
        title=title,
        needs=needs,
        sha256=hashlib.sha256(pdf).hexdigest(),
        file_id=work.house.files.put(pdf),
        size=len(pdf),
        fingerprint=fingerprint,
        by_name=work.actor.name if work.actor.kind == "person" else "",
        at=work.now,
    )
    work.add(document)
    work.emit(DocumentKept(document.id, kind, subject))
    return document


def _new_key(work: Work) -> DocumentKey:
    key = work.add(new_key(work.house, work.now))
    work.emit(SealKeyMade(key.fingerprint))
    return key
