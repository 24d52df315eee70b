"""The scan of a certificate, for whoever may see the certificate."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from storage.decoding import kind_of
from storage.table import columns_of
from studio.kernel.work import Read, query
from studio.schedule.models import Artist, Certificate
from studio.schedule.refusals import CertificateFileIsGone

PAPER, ARTIST = columns_of(Certificate).c, columns_of(Artist).c


@query("schedule.certificate.see")
def certificate_file(read: Read, certificate_id: UUID) -> tuple[str, bytes]:
    """Its kind (jpeg, png, pdf) and its bytes; only of one's own for whoever sees no others."""
    found = select(PAPER.file).join(ARTIST.id.table, ARTIST.id == PAPER.artist_id).where(PAPER.id == certificate_id)
    found = found if read.scope == "all" else found.where(ARTIST.user_id == read.actor.id)
    kept = read.connection.execute(found).scalar()
    if kept is None:
        raise CertificateFileIsGone
    data = read.house.files.read(kept)
    return kind_of(data), data
