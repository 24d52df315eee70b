"""Reads of documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.masking import Asker, contact_is_seen
from studio.documents.models import DocumentKey, SealedDocument
from studio.documents.refusals import DocumentIsMissing, DocumentIsTooLarge
from studio.documents.sealing.verdict import Verdict, judge
from studio.kernel.refusal import Denied
from studio.kernel.subject import Subject
from studio.kernel.work import Read, query

MOST_MEGABYTES = 64
"""Megabytes of a file that can be verified."""
LARGEST_PAGE = 200
_KEPT = columns_of(SealedDocument)
_KEY = columns_of(DocumentKey)


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document as lists show it; `readable` says whether the reader may open it."""

    id: UUID
    kind: str
    title: str
    at: datetime
    size: int
    sha256: str
    about: Subject
    readable: bool
    by_name: str = ""
    about_name: str = ""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """One page of what is on file, how many there are in all, and the kinds there are to narrow it by."""

    items: tuple[DocumentLine, ...]
    total: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A sealing key as settings show it."""

    fingerprint: str
    certificate: str
    made_at: datetime
    retired_at: datetime | None


@query("documents.document.see")
def documents_of(read: Read, subject: Subject, kind: str | None = None) -> tuple[DocumentLine, ...]:
    """Everything on file about a subject, newest first; about a client also what those merged into them signed."""
    its_own = _KEPT.c.subject_id == subject.id
    if subject.kind == "client":
        its_own |= _KEPT.c.subject_id.in_(family_of(subject.id))
    wanted = select(_KEPT).where(_KEPT.c.subject_kind == subject.kind, its_own)
    if kind is not None:
        wanted = wanted.where(_KEPT.c.kind == kind)
    return tuple(_line(read, row) for row in read.connection.execute(wanted.order_by(_KEPT.c.id.desc())))


@query("documents.document.see")
def list_documents(read: Read, *, q: str = "", kind: str = "", page: int = 1, size: int = 50) -> DocumentPage:
    """Everything on file, newest first; `q` is any part of a title. Each line names what it is about."""
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    wanted = [_KEPT.c.kind == kind] if kind else []
    if words := q.strip()[:80]:
        wanted.append(_KEPT.c.title.icontains(words, autoescape=True))
    total = read.connection.execute(select(func.count()).select_from(_KEPT).where(*wanted)).scalar_one()
    found = select(_KEPT).where(*wanted).order_by(_KEPT.c.id.desc()).limit(size).offset((page - 1) * size)
    lines = [_line(read, row) for row in read.connection.execute(found)]
    kinds = read.connection.execute(select(_KEPT.c.kind).distinct().order_by(_KEPT.c.kind)).scalars()
    return DocumentPage(tuple(_named(read, lines)), total, tuple(kinds))


@query("documents.document.see")
def document(read: Read, document_id: UUID) -> DocumentLine:
    """One document's line. Raises DocumentIsMissing."""
    return _line(read, _row(read, document_id))


@query("documents.document.see")
def document_bytes(read: Read, document_id: UUID) -> bytes:
    """The sealed PDF. Raises DocumentIsMissing, and Denied where the document needs a further right."""
    row = _row(read, document_id)
    if not _readable(read, row):
        raise Denied
    return read.house.files.read(row.file_id)


@query("documents.document.verify")
def verify_document(read: Read, pdf: bytes) -> Verdict:
    """The judgement on an uploaded file. Raises DocumentIsTooLarge."""
    if len(pdf) > MOST_MEGABYTES * 1024 * 1024:
        raise DocumentIsTooLarge(most=MOST_MEGABYTES)
    return judge(read.connection, pdf)


@query("documents.document.verify")
def verify_kept(read: Read, document_id: UUID) -> Verdict:
    """The judgement on the copy kept here. Raises DocumentIsMissing; a damaged attachment raises OutOfOrder."""
    return judge(read.connection, read.house.files.read(_row(read, document_id).file_id))


@query("documents.document.verify")
def seal_keys(read: Read) -> tuple[KeyLine, ...]:
    """Every key the studio ever sealed with, newest first."""
    columns = (_KEY.c.fingerprint, _KEY.c.certificate, _KEY.c.created_at, _KEY.c.retired_at)
    return tuple(KeyLine(*row) for row in read.connection.execute(select(*columns).order_by(_KEY.c.id.desc())))


def document_names(connection: Connection, ids: Sequence[UUID]) -> Mapping[UUID, str]:
    """Titles of documents, for the audit."""
    rows = connection.execute(select(_KEPT.c.id, _KEPT.c.title, _KEPT.c.kind).where(_KEPT.c.id.in_(ids)))
    return {row.id: row.title or row.kind for row in rows}


def shows_contact(asker: Asker, kind: str, about: UUID) -> bool:
    """Whether whoever asks may see the contact that a sealed document about this holds."""
    return kind != "client" or contact_is_seen(asker, about)


def _row(read: Read, document_id: UUID) -> Any:
    row = read.connection.execute(select(_KEPT).where(_KEPT.c.id == document_id)).first()
    if row is None:
        raise DocumentIsMissing
    return row


def _line(read: Read, row: Any) -> DocumentLine:
    about = Subject(row.subject_kind, row.subject_id)
    readable = _readable(read, row)
    return DocumentLine(row.id, row.kind, row.title, row.at, row.size, row.sha256, about, readable, row.by_name)


def _named(read: Read, lines: Sequence[DocumentLine]) -> list[DocumentLine]:
    """With the names of what they are about, one question a kind."""
    names: dict[UUID, str] = {}
    for kind in {line.about.kind for line in lines} & set(read.house.names):
        names |= read.house.names[kind](read.connection, [one.about.id for one in lines if one.about.kind == kind])
    return [replace(line, about_name=names.get(line.about.id, "")) for line in lines]


def _readable(read: Read, row: Any) -> bool:
    allowed = not row.needs or read.house.rights.scope(read.actor, row.needs) == "all"
    return allowed and shows_contact(read, row.subject_kind, row.subject_id)
