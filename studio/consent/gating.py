"""What has to be signed, seen and answered before a session begins: the schedule asks whenever one is about to."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.models import Client
from studio.consent.models import Packet
from studio.consent.rules.visiting import needs_consent, state_of
from studio.consent.rules.witnessing import EXPIRED
from studio.consent.visiting import DAYS, known_of
from studio.extension.lights import Visit
from studio.kernel.house import House
from studio.kernel.settings import Setting
from studio.kernel.text import N_, t
from studio.upkeep.rules import between

CLIENT, PACKET = columns_of(Client).c, columns_of(Packet).c
SETTINGS = (
    Setting(
        DAYS,
        int,
        30,
        N_("Days for which a signed consent lets a session begin"),
        check=between(DAYS, 1, 3650),
        help=N_("Nobody begins a session with a client whose consent is older, but for the owner, who has to say why."),
    ),
)


def consent_is_missing(connection: Connection, house: House, visit: Visit) -> str:
    """Nothing once a consent to all that is done is signed, witnessed, young enough and not taken back."""
    if not needs_consent(visit):
        return ""
    papers = known_of(connection, house, [visit])[visit.client_id].papers
    days = house.settings[DAYS]
    state = state_of(papers, visit, _begins(house, visit), days)
    return {
        "valid": "",
        "taken_back": t("The client took their consent back."),
        "old": t("The consent was signed more than {n} days ago.", n=days),
        "other": t("What was signed is for other work."),
    }.get(state, t("No consent to this is signed and witnessed yet."))


def identity_is_unchecked(connection: Connection, house: House, visit: Visit) -> str:
    """Nothing once somebody of the studio has seen a document of theirs that still holds, with a consent that is young
    enough; one that had run out does where the witness said why they went on."""
    if not needs_consent(visit):
        return ""
    since = _begins(house, visit) - timedelta(days=house.settings[DAYS])
    seen = select(PACKET.body).where(PACKET.client_id.in_(family_of(visit.client_id)), PACKET.signed_at >= since)
    newest = connection.scalars(seen.where(PACKET.body.is_not(None)).order_by(PACKET.number.desc()).limit(1)).first()
    if not newest or not newest["identity"]["kind"]:
        return t("Nobody has checked a document of identity yet.")
    return t("The document of identity that was seen has run out.") if _ran_out(house, newest) else ""


def _ran_out(house: House, evidence: dict[str, Any]) -> bool:
    today = house.clock.now().astimezone(ZoneInfo(house.settings["studio.zone"])).date().isoformat()
    expiry = evidence["identity"].get("expiry")
    taken_on = any(one["kind"] == EXPIRED for one in evidence["overrides"])
    return bool(expiry) and expiry < today and not taken_on


def health_speaks_against(connection: Connection, house: House, visit: Visit) -> str:
    """Something while a health answer blocks the work."""
    if not needs_consent(visit):
        return ""
    light = connection.execute(select(CLIENT.health_light).where(CLIENT.id == visit.client_id)).scalar()
    return t("A health answer speaks against it.") if light == "red" else ""


def _begins(house: House, visit: Visit) -> datetime:
    return max(visit.starts_at, house.clock.now())


GATES = {"consent": consent_is_missing, "identity": identity_is_unchecked, "health": health_speaks_against}
"""What has to be there before a session begins: asked of the rooms that know."""
