"""Certificates of artists: entered, mended, ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from studio.kernel.work import Work, action
from studio.messages.actions.raising import settle_alert
from studio.schedule import facts
from studio.schedule.actions.artist import present_artist
from studio.schedule.alerting import EXPIRED, EXPIRING
from studio.schedule.models import Certificate
from studio.schedule.rules.details import CERTIFICATE, clean_certificate


@action("schedule.certificate.add", needs="schedule.certificate.edit")
def add_certificate(
    work: Work, artist_id: UUID, details: Mapping[str, Any], file: bytes | None = None, replaces: UUID | None = None
) -> Certificate:
    """Enter a certificate, with its picture or PDF made safe before; the one it replaces no longer counts."""
    artist = present_artist(work, artist_id)
    made = Certificate(artist_id=artist.id, **clean_certificate(details))
    made.file = work.house.files.put(file) if file else None
    work.add(made)
    if replaces is not None:
        _end(work, work.get(Certificate, replaces))
    work.emit(facts.CertificatesChanged(artist.id))
    return made


@action("schedule.certificate.edit")
def edit_certificate(
    work: Work, certificate_id: UUID, details: Mapping[str, Any], seen_version: int | None = None
) -> Certificate:
    """Mend what was entered."""
    row = work.get(Certificate, certificate_id, seen_version)
    before = {name: getattr(row, name) for name in CERTIFICATE}
    changed = {k: v for k, v in clean_certificate(details, before).items() if before[k] != v}
    for name, value in changed.items():
        setattr(row, name, value)
    if changed:
        _settle(work, row)
        work.emit(facts.CertificatesChanged(row.artist_id))
    return row


@action("schedule.certificate.end", needs="schedule.certificate.edit")
def end_certificate(work: Work, certificate_id: UUID) -> Certificate:
    """It no longer counts; it stays on file for inspections."""
    row = work.get(Certificate, certificate_id)
    if row.ended_at is None:
        _end(work, row)
        work.emit(facts.CertificatesChanged(row.artist_id))
    return row


def _end(work: Work, row: Certificate) -> None:
    row.ended_at = work.now
    _settle(work, row)


def _settle(work: Work, row: Certificate) -> None:
    for kind in (EXPIRING, EXPIRED):
        settle_alert(work, kind, str(row.id))
