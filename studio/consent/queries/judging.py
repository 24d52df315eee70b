"""Whether a client may have something done, before anybody opens a signing for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from storage.table import columns_of
from studio.catalog.queries import service
from studio.clients.models import Client
from studio.consent.judging import Session, objection, today_of, verdict_of
from studio.consent.opening import USUAL_KIND
from studio.consent.rules.wanting import ON_FILE, not_on_file
from studio.jurisdiction.shelf import in_force
from studio.kernel.refusal import Missing
from studio.kernel.work import Read, query

CLIENT = columns_of(Client).c


@dataclass(frozen=True)
class Judgement:
    """What the rules in force say: allowed, guardian_needed or refused. `why` is for people, empty when allowed.

    `in_person` says that the guardian must be here, `age` is that on the day of the session.
    """

    state: str
    age: int | None
    least: int
    why: str
    in_person: bool
    missing: tuple[str, ...] = ()
    """What the rules want on every consent and the client's file does not have yet."""


@query("consent.ceremony.open")
def judgement(read: Read, client_id: UUID, kind: str, service_id: UUID | None, on: date | None) -> Judgement:
    """By the birth date on file and without a guardian yet; a document may still say otherwise."""
    row = read.connection.execute(select(*(CLIENT[field] for field in ON_FILE)).where(CLIENT.id == client_id)).first()
    if row is None:
        raise Missing
    chosen = service.run(read, service_id) if service_id else None
    least = (chosen.minimum_age or 0) if chosen else 0
    session = Session(chosen.kind if chosen else kind or USUAL_KIND, least, on or today_of(read.house))
    verdict = verdict_of(read.house, row.birth_date, session)
    profile = in_force(read.house)
    why = "" if verdict.allowed else objection(profile, verdict).text()
    missing = not_on_file(dict.fromkeys(("birth_date", *profile.consent.fields)), row)
    return Judgement(verdict.state, verdict.age, verdict.least, why, profile.guardian.presence == "present", missing)
