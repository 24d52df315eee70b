"""What an inspector is shown of the schedule: the certificates of those who hold the needle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from storage.decoding import kind_of
from storage.errors import StorageFault
from storage.table import columns_of
from studio.extension.inspected import Inspected, Line, Period
from studio.kernel.text import N_, t
from studio.kernel.work import Read
from studio.schedule.models import Artist, Certificate
from studio.schedule.words import CERTIFICATES

PAPER, ARTIST = columns_of(Certificate).c, columns_of(Artist).c
HEALTH = "hepatitis_b"


def count_papers(read: Read, period: Period) -> int:
    """How many were on file."""
    return int(read.connection.execute(select(func.count(PAPER.id)).where(*_on_file(period))).scalar_one())


def papers(read: Read, period: Period, most: int, after: int) -> Sequence[Line]:
    """In the order they were entered."""
    names = ("id", "kind", "number", "issuer", "issued_on", "expires_on", "ended_at")
    found = select(*(PAPER[name] for name in names), ARTIST.name, ARTIST.code)
    found = found.join(ARTIST.id.table, ARTIST.id == PAPER.artist_id).where(*_on_file(period))
    rows = read.connection.execute(found.order_by(PAPER.created_at, PAPER.id).limit(most).offset(after))
    return [
        Line(
            str(row.id),
            (row.name, t(CERTIFICATES[row.kind]), row.number, row.issuer, row.issued_on, row.expires_on, row.ended_at),
            f"/artists/{row.code}",
        )
        for row in rows
    ]


def scans(read: Read, key: str, in_full: bool) -> Iterator[tuple[str, bytes]]:
    """The scan of one; that of a vaccination only in full, it tells of somebody's health."""
    found = select(PAPER.file, PAPER.kind, ARTIST.code).join(ARTIST.id.table, ARTIST.id == PAPER.artist_id)
    row = read.connection.execute(found.where(PAPER.id == UUID(key))).first()
    if row is None or row.file is None or (row.kind == HEALTH and not in_full):
        return
    try:
        data = read.house.files.read(row.file)
    except StorageFault:  # the bundle goes on without it
        return
    yield f"certificates/{row.code}-{row.kind}-{key}.{kind_of(data)}", data


def _on_file(period: Period) -> tuple[ColumnElement[bool], ...]:
    """Entered by the end of the period, and not ended before it began."""
    standing = or_(PAPER.ended_at.is_(None), PAPER.ended_at >= period.start)
    return PAPER.created_at < period.end, PAPER.created_at <= period.as_of, standing


INSPECTED = (
    Inspected(
        key="certificates",
        title=N_("Certificates of artists"),
        tells=N_("Licences, courses and insurances on file in these days, and until when each holds."),
        columns=(
            N_("Artist"),
            N_("Certificate"),
            N_("Number"),
            N_("Issued by"),
            N_("Issued on"),
            N_("Valid until"),
            N_("Ended"),
        ),
        needs="schedule.certificate.see",
        count=count_papers,
        lines=papers,
        order=70,
        files=scans,
    ),
)
