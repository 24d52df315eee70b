"""Reads of attached files: a page of what something carries, and the little picture of a picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from storage.table import columns_of
from studio.documents.attachments.models import Attachment
from studio.documents.attachments.reach import check_readable, may_remove, reads_private, seen_carrier
from studio.documents.attachments.refusals import FileIsMissing
from studio.kernel.subject import Subject
from studio.kernel.work import Read, query

ROW = columns_of(Attachment)
SEE = "documents.attachment.see"
LARGEST_PAGE = 200


@dataclass(frozen=True, slots=True)
class AttachmentLine:
    """An attached file as lists show it. What is not `readable` has neither name nor note."""

    id: UUID
    about: Subject
    name: str
    kind: str
    size: int
    pages: int
    note: str
    private: bool
    by_name: str
    at: datetime
    removed_at: datetime | None
    removed_by_name: str
    pictured: bool
    readable: bool
    removable: bool
    version: int


@dataclass(frozen=True, slots=True)
class AttachmentPage:
    """One page, how many there are in all, what they weigh together, and how many wait to go for good."""

    items: tuple[AttachmentLine, ...]
    total: int
    bytes: int
    removed: int


@query(SEE)
def attachments_of(
    read: Read, about: Subject, *, q: str = "", removed: bool = False, page: int = 1, size: int = 30
) -> AttachmentPage:
    """What something carries, newest first; `q` is any part of a name or note. `removed` gives what can come back."""
    carrier = seen_carrier(read.house.rights, read.actor, about.kind)
    page, size = max(1, page), max(1, min(size, LARGEST_PAGE))
    theirs = (ROW.c.subject_kind == about.kind, carrier.ids(ROW.c.subject_id, about.id))
    present = ROW.c.removed_at.is_not(None) if removed else ROW.c.removed_at.is_(None)
    private = reads_private(read.house.rights, read.actor, carrier)
    wanted = [*theirs, present, *_words(q, private=private)]
    counted = select(func.count(), func.coalesce(func.sum(ROW.c.size), 0))
    total, weight = read.connection.execute(counted.where(*wanted)).one()
    found = select(ROW).where(*wanted).order_by(ROW.c.at.desc(), ROW.c.id.desc()).limit(size).offset((page - 1) * size)
    gone = select(func.count()).where(*theirs, ROW.c.removed_at.is_not(None))
    lines = tuple(_line(read, row, private=private) for row in read.connection.execute(found))
    return AttachmentPage(lines, total, int(weight), read.connection.execute(gone).scalar_one())


@query(SEE)
def attachment(read: Read, attachment_id: UUID) -> AttachmentLine:
    """One attached file. Raises FileIsMissing."""
    row = _row(read, attachment_id)
    carrier = seen_carrier(read.house.rights, read.actor, row.subject_kind)
    return _line(read, row, private=reads_private(read.house.rights, read.actor, carrier))


@query(SEE)
def little_picture(read: Read, attachment_id: UUID) -> bytes:
    """A picture as lists show it, JPEG. Raises FileIsMissing where there is none."""
    row = _row(read, attachment_id)
    check_readable(read.house.rights, read.actor, row)
    if row.small_id is None:
        raise FileIsMissing
    return read.house.files.read(row.small_id)


def _words(q: str, *, private: bool) -> list[ColumnElement[bool]]:
    """Whoever may not look at private files does not find them by their names either."""
    words = q.strip()[:80]
    if not words:
        return []
    found = ROW.c.name.icontains(words, autoescape=True) | ROW.c.note.icontains(words, autoescape=True)
    return [found] if private else [found, ROW.c.private.is_(False)]


def _row(read: Read, attachment_id: UUID) -> Any:
    row = read.connection.execute(select(ROW).where(ROW.c.id == attachment_id)).first()
    if row is None:
        raise FileIsMissing
    return row


def _line(read: Read, row: Any, *, private: bool) -> AttachmentLine:
    readable = private or not row.private
    remove = read.house.rights.scope(read.actor, "documents.attachment.remove")
    return AttachmentLine(
        row.id, Subject(row.subject_kind, row.subject_id), row.name if readable else "", row.kind, row.size, row.pages,
        row.note if readable else "", row.private, row.by_name, row.at, row.removed_at, row.removed_by_name,
        readable and row.small_id is not None, readable, may_remove(remove, read.actor, row.by_id), row.version,
    )  # fmt: skip
