"""What erasing somebody would take, what the law keeps, and what stands in the way: before anything is touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.jurisdiction.standing import said
from studio.kernel.text import t
from studio.kernel.work import Read, query
from studio.privacy.copies import CopyLine, lines_before
from studio.privacy.erasing import Kept, family, outlook
from studio.privacy.keeping import Times
from studio.privacy.models import PrivacyRequest

REQUEST = columns_of(PrivacyRequest).c


@dataclass(frozen=True, slots=True)
class KeptLine:
    """What the law keeps of one kind: how much, until when at the latest, and why."""

    title: str
    count: int
    until: date
    reason: str


@dataclass(frozen=True, slots=True)
class ErasureOutlook:
    """`goes` is title and count; `under_way` has to be ended first; `copies` know them for some days more;
    `erased_at` when it was done before."""

    goes: tuple[tuple[str, int], ...]
    kept: tuple[KeptLine, ...]
    under_way: tuple[str, ...]
    copies: tuple[CopyLine, ...]
    erased_at: datetime | None


@query("privacy.request.see")
def erasure_outlook(read: Read, client_id: UUID) -> ErasureOutlook:
    """Count, and touch nothing."""
    clients = family(read.connection, client_id)
    found, times = outlook(read.house, read.connection, clients), Times(read.house, read.connection)
    done = select(REQUEST.at).where(REQUEST.kind == "erasure", REQUEST.client_id == clients[0])
    erased_at: datetime | None = read.connection.scalar(done)
    return ErasureOutlook(
        tuple((t(found.titles[table]), count) for table, count in found.goes.items()),
        tuple(_line(times, one) for one in found.kept),
        tuple(t(one) for one in found.under_way),
        lines_before(read.house, erased_at or read.house.clock.now()),
        erased_at,
    )


def _line(times: Times, kept: Kept) -> KeptLine:
    return KeptLine(t(kept.title), kept.count, kept.until, said(times[kept.record].reason))
