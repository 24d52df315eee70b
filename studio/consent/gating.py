"""What has to be signed and answered before a session begins: the schedule asks, whoever is about to start one."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, exists, select

from storage.table import columns_of
from studio.clients.family import family_of
from studio.clients.models import Client
from studio.consent.models import Ceremony, ConsentWithdrawal, Packet
from studio.extension.area import Visit
from studio.kernel.house import House
from studio.kernel.settings import Setting
from studio.kernel.text import N_, t
from studio.upkeep.rules import between

CLIENT, PACKET = columns_of(Client).c, columns_of(Packet).c
CEREMONY, TAKEN_BACK = columns_of(Ceremony).c, columns_of(ConsentWithdrawal).c
DAYS = "consent.gate.days"
WITHOUT = frozenset({"consult", "block"})
"""Kinds of booking in which nobody is worked on."""
COVERS = {"touch_up": ("touch_up", "tattoo"), "jewellery": ("jewellery", "piercing")}
"""Kinds of service for which the consent to another kind will do."""
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
    """Nothing once a consent to this kind of work is signed, witnessed with a document seen, and not taken back."""
    if visit.kind in WITHOUT:
        return ""
    since = house.clock.now() - timedelta(days=house.settings[DAYS])
    back = exists().where(TAKEN_BACK.packet_id == PACKET.id)
    signed = (
        select(CEREMONY.service_kind)
        .join(PACKET.id.table, PACKET.ceremony_id == CEREMONY.id)
        .where(PACKET.client_id.in_(family_of(visit.client_id)), PACKET.signed_at >= since, ~back)
    )
    kinds = set(connection.scalars(signed))
    wanted = visit.service_kinds or (("piercing",) if visit.kind == "piercing" else ())
    lacking = [kind for kind in wanted if kinds.isdisjoint(COVERS.get(kind, (kind,)))]
    if kinds and not lacking:
        return ""
    return t("No consent to this is signed and witnessed yet.")


def health_speaks_against(connection: Connection, house: House, visit: Visit) -> str:
    """Something while a health answer blocks the work."""
    if visit.kind in WITHOUT:
        return ""
    light = connection.execute(select(CLIENT.health_light).where(CLIENT.id == visit.client_id)).scalar()
    return t("A health answer speaks against it.") if light == "red" else ""


GATES = {"consent": consent_is_missing, "health": health_speaks_against}
