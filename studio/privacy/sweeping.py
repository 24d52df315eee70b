"""After the commit: files are removed, and the database is written anew without what was taken out of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from storage import search
from storage.table import columns_of
from studio.extension.registry import registry
from studio.kernel.actor import rule
from studio.kernel.house import House, house
from studio.kernel.work import perform
from studio.privacy.copies import let_go
from studio.privacy.ending import unreferenced
from studio.privacy.erasing import remember
from studio.privacy.facts import PrivacyFact
from studio.privacy.models import PrivacyRequest
from studio.upkeep.facts import DatabasePutBack

REQUEST = columns_of(PrivacyRequest).c


def sweep(_: PrivacyFact) -> None:
    """Finish every request that ended rows. Broken off, it is taken up again by the timer."""
    from studio.privacy.actions import finish_sweep

    place = house()
    with place.db.reading() as connection:
        found = connection.execute(unfinished()).all()
    if not found:
        return
    for request in found:
        remember(place, [UUID(one) for one in request.result.get("files", [])])
        _remove_files(place, request.pending)
        if request.result.get("copies"):
            let_go(place, request.at)
    with place.db.writing() as session:
        search.purge(session.connection())
    place.db.rewrite()
    for request in found:
        perform(rule("privacy"), finish_sweep, request.id)


def _remove_files(place: House, files: list[str]) -> None:
    with place.db.reading() as connection:
        gone = unreferenced(connection, registry().holdings(), files)
    for name in gone:
        place.files.remove(name)


def unfinished() -> Select[tuple[Any, ...]]:
    """Requests whose last traces are not removed yet."""
    return select(REQUEST.id, REQUEST.at, REQUEST.pending, REQUEST.result).where(
        REQUEST.finished_at.is_(None), REQUEST.kind != "file"
    )


def erase_what_came_back(_: DatabasePutBack) -> None:
    """An older database knows people again who were erased since."""
    from studio.privacy.actions import erase_again

    perform(rule("privacy"), erase_again)
