"""The usual services of a tattoo studio, put in by one act."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.catalog import facts
from studio.catalog.actions.many import archive_services, those_of
from studio.catalog.choosing import AFTERCARE, CONSENT
from studio.catalog.defaults import USUAL_SERVICES, Preset
from studio.catalog.filing import cleaned, put_in
from studio.catalog.models import ServiceEntry
from studio.extension.registry import registry
from studio.kernel.text import nearest, speaking, t
from studio.kernel.undoing import Past
from studio.kernel.work import Work, action

SERVICE = columns_of(ServiceEntry).c


@action("catalog.defaults.fill", needs="catalog.service.edit")
def fill_defaults(work: Work, language: str = "") -> list[UUID]:
    """Put in the usual services that were never put in before; gives the new ones.

    They are written once, in the given language or the studio's own; from then on they are the studio's to change.
    What was renamed or archived since is not put in again. Kinds that no room brings are left out.
    """
    there = set(work.connection.scalars(select(SERVICE.preset).where(SERVICE.preset.is_not(None))))
    kinds = registry().service_kinds()
    wanted = [preset for preset in USUAL_SERVICES if preset.key not in there and preset.kind in kinds]
    with speaking(language or nearest(str(work.house.settings["studio.locale"]))):
        made = [put_in(work, cleaned(work, _details(work, preset)), preset.key).id for preset in wanted]
    if made:
        work.emit(facts.ServicesFilled(len(made)))
    return made


@fill_defaults.undone_by
def _take_out(work: Work, past: Past) -> None:
    archive_services(work, those_of(past))


def _details(work: Work, preset: Preset) -> dict[str, Any]:
    return {
        **preset.details,
        "name": t(preset.name),
        "description": t(preset.description),
        "kind": preset.kind,
        "consent_template": _paper(work, CONSENT, preset.kind),
        "aftercare": _paper(work, AFTERCARE, preset.kind),
    }


def _paper(work: Work, slot: str, kind: str) -> str:
    """The first paper meant for services of this kind."""
    offered = registry().service_papers(slot, work.connection)
    return next((paper.key for paper in offered if kind in paper.kinds), "")
