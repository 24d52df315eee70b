"""Certificates of artists: entered with their scan, mended, renewed, ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlmodel import col, select

from storage.decoding import kind_of
from studio.extension.stored import let_go
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.messages.actions.raising import settle_alert
from studio.schedule import facts
from studio.schedule.actions.artist import present_artist
from studio.schedule.alerting import EXPIRED, EXPIRING
from studio.schedule.models import Certificate
from studio.schedule.refusals import CertificateFileIsOther
from studio.schedule.rules.details import CERTIFICATE, clean_certificate

EDIT = "schedule.certificate.edit"
TAKEN = ("jpeg", "png", "pdf")


@action("schedule.certificate.add", needs=EDIT)
def add_certificate(
    work: Work, artist_id: UUID, details: Mapping[str, Any], file: bytes | None = None, replaces: UUID | None = None
) -> Certificate:
    """Enter a certificate, with its picture or PDF made safe before. The one it replaces no longer counts, nor does
    one of its kind that has run out."""
    artist = present_artist(work, artist_id)
    made = Certificate(artist_id=artist.id, **clean_certificate(details))
    made.file = _kept(work, file)
    for row in _in_its_place(work, made, replaces):
        _end(work, row)
    work.add(made)
    work.emit(facts.CertificatesChanged(artist.id))
    return made


@action("schedule.certificate.edit")
def edit_certificate(
    work: Work,
    certificate_id: UUID,
    details: Mapping[str, Any],
    seen_version: int | None = None,
    file: bytes | None = None,
) -> Certificate:
    """Mend what was entered; a file takes the place of the one there was."""
    row = work.get(Certificate, certificate_id, seen_version)
    before = {name: getattr(row, name) for name in CERTIFICATE}
    changed = {k: v for k, v in clean_certificate(details, before).items() if before[k] != v}
    for name, value in changed.items():
        setattr(row, name, value)
    if file is not None:
        old, row.file = row.file, _kept(work, file)
        let_go(work, [old])
    if changed or file is not None:
        _settle(work, row)
        work.emit(facts.CertificatesChanged(row.artist_id))
    return row


@action("schedule.certificate.end", needs=EDIT)
def end_certificate(work: Work, certificate_id: UUID) -> Certificate:
    """It no longer counts; it stays on file for inspections."""
    row = work.get(Certificate, certificate_id)
    if row.ended_at is None:
        _end(work, row)
        work.emit(facts.CertificatesChanged(row.artist_id))
    return row


@action("schedule.certificate.resume", needs=EDIT)
def resume_certificate(work: Work, certificate_id: UUID) -> Certificate:
    """It counts again: it was ended by mistake."""
    row = work.get(Certificate, certificate_id)
    if row.ended_at is not None:
        row.ended_at = None
        work.emit(facts.CertificatesChanged(row.artist_id))
    return row


@add_certificate.undone_by
def _as_if_never(work: Work, past: Past) -> None:
    for change in past.of("artist_certificate"):
        row = work.get(Certificate, UUID(change["id"]))
        if change["before"]:
            row.ended_at = None
        else:
            file, artist = row.file, row.artist_id
            work.session.delete(row)
            let_go(work, [file])
            work.emit(facts.CertificatesChanged(artist))


@end_certificate.undone_by
def _counts_again(work: Work, past: Past) -> None:
    resume_certificate(work, UUID(past.of("artist_certificate")[0]["id"]))


def _in_its_place(work: Work, made: Certificate, replaces: UUID | None) -> Sequence[Certificate]:
    """The one named, and those of the kind that have run out; of other papers nobody knows which is which."""
    standing = select(Certificate).where(
        Certificate.artist_id == made.artist_id, Certificate.kind == made.kind, col(Certificate.ended_at).is_(None)
    )
    today = work.house.clock.today(work.house.settings["studio.zone"])
    over = [row for row in work.session.exec(standing) if row.expires_on and row.expires_on < today]
    named = [work.get(Certificate, replaces)] if replaces else []
    return list({row.id: row for row in (*named, *(over if made.kind != "other" else ()))}.values())


def _kept(work: Work, file: bytes | None) -> str | None:
    if not file:
        return None
    if kind_of(file) not in TAKEN:
        raise CertificateFileIsOther("file")
    return work.house.files.put(file)


def _end(work: Work, row: Certificate) -> None:
    row.ended_at = work.now
    _settle(work, row)


def _settle(work: Work, row: Certificate) -> None:
    for kind in (EXPIRING, EXPIRED):
        settle_alert(work, kind, str(row.id))
