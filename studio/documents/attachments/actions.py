"""The verbs of attached files."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func
from sqlmodel import col, select

from storage.table import columns_of
from studio.documents.attachments import facts, refusals
from studio.documents.attachments.declared import ROOM
from studio.documents.attachments.models import Attachment
from studio.documents.attachments.reach import check_readable, may_remove, seen_carrier
from studio.documents.attachments.taking import Ready, saved_name, shown_name
from studio.extension.attaching import Carrier
from studio.extension.incoming import MEGABYTE
from studio.kernel.refusal import Denied
from studio.kernel.subject import Subject
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action

LONGEST_NOTE = 500
ATTACHED = columns_of(Attachment).c
ADD, REMOVE = "documents.attachment.add", "documents.attachment.remove"


@dataclass(frozen=True)
class Opened:
    """A file that was taken out: the name it is saved under, its kind, its bytes."""

    name: str
    kind: str
    data: bytes


@action(ADD)
def attach(work: Work, about: Subject, ready: Ready, note: str = "", private: bool = False) -> Attachment:
    """Keep a file made by `taking.made_ready`, encrypted. Raises FileIsThereAlready, FilesTakeTooMuchRoom."""
    carrier = seen_carrier(work.house.rights, work.actor, about.kind)
    carrier.standing(work, about.id)
    work.about(about)
    noted, private = _noted(note), _private(carrier, private)
    file_id = _stored(work, carrier, about, ready)
    row = Attachment(
        subject_kind=about.kind, subject_id=about.id, name=_named(ready.name, ready.kind), kind=ready.kind,
        size=len(ready.data), pages=ready.pages, file_id=file_id, note=noted, private=private,
        small_id=work.house.files.put(ready.small) if ready.small else None,
        by_id=work.actor.id, by_name=work.actor.name, at=work.now,
    )  # fmt: skip
    work.add(row)
    work.emit(facts.FileAttached(row.id, about))
    return row


@attach.undone_by
def _as_if_never(work: Work, past: Past) -> None:
    for change in past.of("attachment"):
        remove_attachment(work, UUID(str(change["id"])))


@action("documents.attachment.describe", needs=ADD)
def describe_attachment(
    work: Work, attachment_id: UUID, name: str, note: str, *, private: bool, seen_version: int | None = None
) -> Attachment:
    """Another name, note or privacy. Raises Stale when somebody changed it since `seen_version`."""
    row = work.get(Attachment, attachment_id, seen_version)
    check_readable(work.house.rights, work.actor, row)
    carrier = seen_carrier(work.house.rights, work.actor, row.subject_kind)
    if not shown_name(name):
        raise refusals.FileNeedsAName("name")
    told = (shown_name(name), _noted(note), _private(carrier, private))
    if told != (row.name, row.note, row.private):
        row.name, row.note, row.private = told
        work.emit(facts.FileDescribed(row.id, _about(row)))
    return row


@describe_attachment.undone_by
def _as_described_before(work: Work, past: Past) -> None:
    before, number = past.before("attachment"), UUID(str(past.of("attachment")[0]["id"]))
    row = work.get(Attachment, number)
    told = {field: before.get(field, getattr(row, field)) for field in ("name", "note", "private")}
    describe_attachment(work, number, **told)


@action(REMOVE)
def remove_attachment(work: Work, attachment_id: UUID) -> Attachment:
    """Take it away; it can be brought back until its days are over. Twice changes nothing."""
    row = _own(work, attachment_id)
    if row.removed_at is None:
        row.removed_at, row.removed_by_name = work.now, work.actor.name
        work.emit(facts.FileRemoved(row.id, _about(row)))
    return row


@action("documents.attachment.bring_back", needs=REMOVE)
def bring_back_attachment(work: Work, attachment_id: UUID) -> Attachment:
    """Undoes `remove_attachment`. Twice changes nothing."""
    row = _own(work, attachment_id)
    if row.removed_at is not None:
        row.removed_at, row.removed_by_name = None, ""
        work.emit(facts.FileBroughtBack(row.id, _about(row)))
    return row


@remove_attachment.undone_by
def _bring_back(work: Work, past: Past) -> None:
    for change in past.of("attachment"):
        bring_back_attachment(work, UUID(str(change["id"])))


@bring_back_attachment.undone_by
def _remove_again(work: Work, past: Past) -> None:
    _as_if_never(work, past)


@action("documents.attachment.open")
def open_attachment(work: Work, attachment_id: UUID) -> Opened:
    """The file itself; who looked at it or took it out is written in the journal."""
    row = work.session.get(Attachment, attachment_id)
    if row is None:
        raise refusals.FileIsMissing
    check_readable(work.house.rights, work.actor, row)
    work.emit(facts.FileOpened(row.id, _about(row)))
    return Opened(saved_name(row.name, row.kind, row.id), row.kind, work.house.files.read(row.file_id))


def _own(work: Work, attachment_id: UUID) -> Attachment:
    row = work.session.get(Attachment, attachment_id)
    if row is None:
        raise refusals.FileIsMissing
    seen_carrier(work.house.rights, work.actor, row.subject_kind)
    if not may_remove(work.permit(REMOVE), work.actor, row.by_id):
        raise Denied
    return row


def _stored(work: Work, carrier: Carrier, about: Subject, ready: Ready) -> str:
    """The bytes in the store, where there is room for them; what is refused leaves nothing there."""
    theirs = (Attachment.subject_kind == about.kind, carrier.ids(ATTACHED.subject_id, about.id))
    taken = work.session.exec(select(func.coalesce(func.sum(col(Attachment.size)), 0)).where(*theirs)).one()
    most = work.house.settings[ROOM]
    if taken + len(ready.data) > most * MEGABYTE:
        raise refusals.FilesTakeTooMuchRoom(n=most)
    file_id = work.house.files.put(ready.data)
    same = select(Attachment).where(*theirs, Attachment.file_id == file_id, col(Attachment.removed_at).is_(None))
    if (there := work.session.exec(same).first()) is not None:
        raise refusals.FileIsThereAlready(name=there.name)
    return file_id


def _named(name: str, kind: str) -> str:
    return shown_name(name) or kind


def _noted(note: str) -> str:
    plain = " ".join(note.split())
    if len(plain) > LONGEST_NOTE:
        raise refusals.NoteIsTooLong("note", n=LONGEST_NOTE)
    return plain


def _private(carrier: Carrier, wanted: bool) -> bool:
    if wanted and not carrier.private:
        raise refusals.NothingIsPrivateHere("private")
    return wanted


def _about(row: Attachment) -> Subject:
    return Subject(row.subject_kind, row.subject_id)
