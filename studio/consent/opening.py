"""What a signing is opened for: the service, the day, the text, and the guardian where one is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from studio.catalog.queries import service
from studio.catalog.view import Service
from studio.clients.models import Client
from studio.consent import guardian_refusals
from studio.consent.choosing import Wish, text_key
from studio.consent.judging import Session, age_allowed, clean_day, day_of, expected, today_of
from studio.consent.models import Ceremony, Guardian
from studio.consent.rules.guarding import StandIn, read_stand_in
from studio.consent.store import Edition, put_to_use
from studio.extension.registry import registry
from studio.jurisdiction.shelf import in_force
from studio.kernel.work import Read, Work

USUAL_KIND = "tattoo"


@dataclass(frozen=True)
class Purpose:
    """What a signing is for, clean."""

    kind: str
    service: Service | None
    on: date
    guardian: StandIn | None


def purpose_of(
    work: Work, service_kind: str, service_id: UUID | None, session_on: date | None, guardian: Mapping[str, Any] | None
) -> Purpose:
    """Checked one by one; a service of the catalogue says its kind itself."""
    chosen = _service(work, service_id)
    if chosen is not None and chosen.archived_at is not None:
        raise guardian_refusals.ServiceIsGone("service_id")
    kind = chosen.kind if chosen else service_kind or USUAL_KIND
    if kind not in registry().service_kinds():
        raise guardian_refusals.KindIsUnknown("service_kind")
    stand_in = read_stand_in(guardian, today_of(work.house)) if guardian is not None else None
    return Purpose(kind, chosen, clean_day(work.house, session_on), stand_in)


def text_for(work: Work, purpose: Purpose, template: str) -> Edition:
    """The text that was asked for, else the service's own, else the usual one of its kind and the country."""
    own = purpose.service.consent_template if purpose.service else ""
    wish = Wish(purpose.kind, purpose.guardian is not None, in_force(work.house).key, own)
    return put_to_use(work, text_key(work.connection, wish, template))


def judged(
    work: Work, client: Client, ceremony: Ceremony, guardian: Guardian | None, content: Mapping[str, Any]
) -> int:
    """The age on the day of the session. Raises what stands against it, as far as it is known by now."""
    standby = expected(work.house, client, guardian, ceremony.guardian)
    return age_allowed(work.house, client.birth_date, session_for(work, ceremony, content), standby)


def session_for(work: Work, ceremony: Ceremony, content: Mapping[str, Any]) -> Session:
    """What is done, on which day, and the higher of the ages that text and service ask for."""
    chosen = _service(work, ceremony.service_id)
    least = max((chosen.minimum_age or 0) if chosen else 0, int(content.get("least_age") or 0))
    return Session(ceremony.service_kind, least, day_of(work.house, ceremony))


def _service(work: Work, service_id: UUID | None) -> Service | None:
    """As the catalogue stands, whoever asks: a guest who signs may not look into it by themselves."""
    if service_id is None:
        return None
    return service.run(Read(work.connection, work.actor, work.house, "all"), service_id)
