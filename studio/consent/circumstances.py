"""What surrounds a signature: where and when it was given, for which session, and what the witness adds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from storage.table import columns_of
from studio.consent.judging import day_of
from studio.consent.models import Ceremony, GuardianPart
from studio.consent.rules.guarding import REMOTE
from studio.consent.rules.payload import clock_state
from studio.consent.rules.sealing import START
from studio.consent.rules.witnessing import Witnessed
from studio.jurisdiction.standing import stand
from studio.kernel import journal
from studio.kernel.actor import Actor
from studio.kernel.work import Work
from studio.staff.models import Device
from studio.upkeep.premises import contact_lines

ENTRY = columns_of(journal.JournalEntry).c
LOOKED_BACK = 1000
"""Entries of the journal in which the latest moment is looked for."""
GONE_BY = timedelta(minutes=1)


def session_told(work: Work, ceremony: Ceremony) -> dict[str, Any]:
    """What is done, and the day that counts for ages."""
    return {
        "kind": ceremony.service_kind,
        "service": _text(ceremony.service_id),
        "service_name": ceremony.service_name,
        "on": day_of(work.house, ceremony).isoformat(),
        "guardian": ceremony.guardian,
    }


def place_of(work: Work, ceremony: Ceremony) -> dict[str, Any]:
    device = work.session.get(Device, work.actor.device_id) if work.actor.device_id else None
    kind = "phone" if ceremony.guardian == REMOTE else ceremony.place
    return {
        "kind": kind,
        "device_id": _text(device.id if device else None),
        "device": device.name if device else "",
        **_who(work.actor),
    }


def circumstances(work: Work, ceremony: Ceremony) -> dict[str, Any]:
    """Where it was signed, for whom, and who opened it."""
    device = work.session.get(Device, ceremony.device_id) if ceremony.device_id else None
    return {
        "studio": {
            **{key: work.house.settings[f"studio.{key}"] for key in ("name", "country", "zone", "logo")},
            "accent": work.house.settings["looks.accent"],
            "lines": contact_lines(work.house.settings),
        },
        "about": ceremony.about,
        "rules": stand(work).plain(),
        "place": {
            "kind": ceremony.place,
            "device_id": _text(ceremony.device_id),
            "device": device.name if device else "",
            **_who(work.actor),
        },
        "opened": {
            "at": ceremony.created_at.isoformat(),
            "by": ceremony.opened_by_name,
            "by_id": _text(ceremony.opened_by),
        },
    }


def evidence_of(work: Work, added: Witnessed, at: datetime, guardian: GuardianPart | None) -> dict[str, Any]:
    head = journal.head(work.connection)
    return {
        "format": 2,
        "witness": {"name": added.name, "signature": added.signature, **_who(work.actor)},
        "identity": {**added.identity, "checked_at": at.isoformat()},
        "age": added.age,
        "guardian": _guardian(added, guardian, at),
        "overrides": [{**one, "by": added.name, "at": at.isoformat()} for one in added.overrides],
        "note": added.note,
        "times": {**moment_of(work, at), "clock": clock_state("", at, last_entry_at(work, at))},
        "journal": {"no": head.no if head else 0, "mac": head.mac if head else START},
    }


def _guardian(added: Witnessed, part: GuardianPart | None, at: datetime) -> dict[str, Any] | None:
    """All of the guardian: what they signed, and what was seen of them."""
    if part is None or part.body is None or added.guardian is None:
        return None
    seen = added.guardian
    return {
        **part.body,
        "signed_at": part.signed_at.isoformat(),
        "part_id": str(part.id),
        "part_digest": part.digest,
        "identity": {**seen["identity"], "checked_at": at.isoformat()},
        "proof": seen["proof"],
        "present": seen["present"],
        "age": seen["age"],
    }


def _who(actor: Actor) -> dict[str, Any]:
    return {
        "actor": actor.kind,
        "actor_id": _text(actor.id),
        "actor_name": actor.name,
        "role": actor.role,
        "session_id": _text(actor.session_id),
        "address": actor.address,
        "agent": actor.agent[:200],
    }


def moment_of(work: Work, at: datetime) -> dict[str, str]:
    zone = work.house.settings["studio.zone"]
    return {"utc": at.astimezone(UTC).isoformat(), "local": at.astimezone(ZoneInfo(zone)).isoformat(), "zone": zone}


def last_entry_at(work: Work, at: datetime) -> datetime | None:
    """The latest moment the journal knows; nothing to compare with where a moment gone by is told of.

    Not that of the newest entry: once the clock was set back, each entry since is from too early as well.
    """
    if at < work.house.clock.now() - GONE_BY:
        return None
    recent = select(ENTRY.at).order_by(ENTRY.no.desc()).limit(LOOKED_BACK).subquery()
    latest: datetime | None = work.connection.scalar(select(func.max(recent.c.at)))
    return latest


def plainly(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _text(value: object) -> str:
    return str(value) if value else ""
