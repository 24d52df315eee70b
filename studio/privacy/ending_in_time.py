"""Ending what was kept long enough. Signed consents keep number, day and digest: their chain stays whole."""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, select, update

from storage.table import columns_of
from studio.clients.models import Client, HealthAnswer
from studio.extension.holding import Holding
from studio.kernel.journal import JournalValues
from studio.kernel.work import Work
from studio.privacy.due import Due
from studio.privacy.ending import Ended, empty_entries, end_rows, entries_naming, portions
from studio.privacy.facts import RecordsEnded
from studio.privacy.models import PrivacyRequest
from studio.privacy.progress import Progress

VALUES = columns_of(JournalValues)
CLIENT, ANSWER = columns_of(Client), columns_of(HealthAnswer)


def end_all_that_is_over(work: Work, progress: Progress) -> PrivacyRequest | None:
    """Everything at once, in the open act; the last traces go after its commit. None when there is nothing."""
    due, gone = Due(work.house, work.connection), Ended()
    over = [(holding, [one.id for one in due.over(holding)]) for holding in due.holdings()]
    progress.begin(sum(len(ids) for _, ids in over))
    for holding, ids in over:
        _end(work, holding, ids, gone, progress)
    if looked := empty_entries(work.connection, [one.no for one in due.old_looks()]):
        gone.rows[VALUES.name] = looked
    if not gone.rows:
        return None
    if ANSWER.name in gone.rows:
        _put_lights_out(work)
    empty_entries(work.connection, entries_naming(work.connection, gone.ids))
    person = work.actor if work.actor.kind == "person" else None
    request = PrivacyRequest(
        kind="retention",
        by_id=person.id if person else None,
        by_name=person.name if person else "",
        at=work.now,
        result={"rows": gone.rows},
        pending=sorted(gone.files),
    )
    work.add(request)
    work.emit(RecordsEnded(request.id, dict(gone.rows)))
    return request


def _end(work: Work, holding: Holding, over: list[Any], gone: Ended, progress: Progress) -> None:
    for portion in portions(over):
        for table, column in holding.parts:
            work.connection.execute(delete(table).where(table.c[column].in_(portion)))
        end_rows(work.connection, holding, holding.table.c.id.in_(portion), work.now, gone)
        progress.add(len(portion))
    if over and holding.ends == "stays":
        gone.rows[holding.table.name] = len(over)


def _put_lights_out(work: Work) -> None:
    """Whoever has no answers left has no light either."""
    answered = select(ANSWER.c.id).where(ANSWER.c.client_id == CLIENT.c.id)
    dark = update(CLIENT).where(~answered.exists(), CLIENT.c.health_light != "unknown")
    work.connection.execute(dark.values(health_light="unknown"))
