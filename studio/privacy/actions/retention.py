"""Ending records whose time is over, and changing how long that is."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import select

from studio.clients.rules.cleaning import clean_text
from studio.kernel.work import Work, action
from studio.privacy import facts, refusals
from studio.privacy.ending_in_time import end_all_that_is_over
from studio.privacy.keeping import Times
from studio.privacy.models import KeptFor, PrivacyRequest
from studio.privacy.progress import Progress

MOST_MONTHS = 1200
LONGEST = 500


@action("privacy.retention.run")
def end_records(work: Work, progress: Progress | None = None) -> PrivacyRequest | None:
    """End everything whose time is over and that nobody holds; None when there is nothing."""
    return end_all_that_is_over(work, progress or Progress())


@action("privacy.keeping.change")
def change_keeping(work: Work, record: str, months: int | None, reason: str) -> bool:
    """Keep a kind of record for so many months instead of those of the country's rules; None goes back to these."""
    if record not in Times(work.house, work.connection).rules:
        raise refusals.RecordIsUnknown("record")
    known = work.session.exec(select(KeptFor).where(KeptFor.record == record)).first()
    if months is None:
        if known is not None:
            work.session.delete(known)
            work.emit(facts.KeepingChanged(record, None))
        return True
    if type(months) is not int or not 0 <= months <= MOST_MONTHS:
        raise refusals.MonthsAreOutOfRange("months", least=0, most=MOST_MONTHS)
    why = clean_text(reason, LONGEST)
    if not why:
        raise refusals.ReasonIsMissing("reason")
    row = known or KeptFor(record=record, months=months, reason=why, by_name=work.actor.name)
    row.months, row.reason, row.by_name = months, why, work.actor.name
    work.add(row)
    work.emit(facts.KeepingChanged(record, months))
    return True


@action("privacy.sweep.finish", needs="privacy.sweep")
def finish_sweep(work: Work, request_id: UUID) -> None:
    """Note that nothing is left of what went."""
    request = work.get(PrivacyRequest, request_id)
    if request.finished_at is None:
        request.finished_at, request.pending = work.now, []
        work.add(request)
        work.emit(facts.Swept(request.id))
