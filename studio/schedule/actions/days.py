"""Days that are not as usual: absences and extra hours of artists, closures of the studio."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from studio.kernel.refusal import Missing
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action
from studio.schedule import facts
from studio.schedule.actions.artist import present_artist
from studio.schedule.models import Absence, Closure
from studio.schedule.rules.details import clean_absence, clean_closure


@action("schedule.absence.add", needs="schedule.absence.edit")
def add_absence(work: Work, artist_id: UUID, details: Mapping[str, Any]) -> Absence:
    """Note that an artist is away, or works other hours, on some days. Bookings that stand there already stay."""
    artist = present_artist(work, artist_id)
    absence = work.add(Absence(artist_id=artist.id, **clean_absence(details)))
    work.emit(facts.AbsencesChanged(artist.id))
    return absence


@action("schedule.absence.remove", needs="schedule.absence.edit")
def remove_absence(work: Work, absence_id: UUID, artist_id: UUID | None = None) -> None:
    """They are there after all. Missing where it is another artist's than the one named."""
    absence = work.get(Absence, absence_id)
    if artist_id is not None and absence.artist_id != artist_id:
        raise Missing
    work.session.delete(absence)
    work.emit(facts.AbsencesChanged(absence.artist_id))


@action("schedule.closure.add", needs="schedule.closure.edit")
def add_closure(work: Work, details: Mapping[str, Any]) -> Closure:
    """Shut the studio on some days. Bookings that stand there already stay, and are shown."""
    closure = work.add(Closure(**clean_closure(details)))
    work.emit(facts.ClosuresChanged())
    return closure


@action("schedule.closure.remove", needs="schedule.closure.edit")
def remove_closure(work: Work, closure_id: UUID) -> None:
    """The studio is open after all."""
    work.session.delete(work.get(Closure, closure_id))
    work.emit(facts.ClosuresChanged())


@add_absence.undone_by
def _there_after_all(work: Work, past: Past) -> None:
    remove_absence(work, UUID(past.of("artist_absence")[0]["id"]))


@remove_absence.undone_by
def _away_after_all(work: Work, past: Past) -> None:
    before = dict(past.before("artist_absence"))
    add_absence(work, UUID(before.pop("artist_id")), before)


@add_closure.undone_by
def _open_after_all(work: Work, past: Past) -> None:
    remove_closure(work, UUID(past.of("closure")[0]["id"]))


@remove_closure.undone_by
def _shut_after_all(work: Work, past: Past) -> None:
    add_closure(work, past.before("closure"))
