"""After the commit: files are removed, and the database is written anew without what was taken out of it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select

from storage import search
from storage.table import columns_of
from studio.extension.registry import registry
from studio.kernel.actor import rule
from studio.kernel.house import House, house
from studio.kernel.work import perform
from studio.privacy.ending import unreferenced
from studio.privacy.facts import PrivacyFact
from studio.privacy.models import PrivacyRequest

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
        _remove_files(place, request.pending)
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
    return select(REQUEST.id, REQUEST.pending).where(REQUEST.finished_at.is_(None), REQUEST.kind != "file")
