"""What a service can be made of here: kinds, papers, tax rates, people. Rooms bring the first two."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import Connection, select

from storage.table import columns_of
from studio.catalog.rules.details import Frame
from studio.extension.registry import registry
from studio.kernel.house import House
from studio.staff.models import User
from studio.upkeep.premises import TAXES

USER = columns_of(User).c
CONSENT, AFTERCARE = "consent", "aftercare"
NOT_AT_THE_CHAIR = frozenset({"reception", "viewer", "inspector"})


def artists_here(connection: Connection, house: House) -> dict[UUID, str]:
    """Everybody who works here now and may hold a needle: all but the desk and those who only look."""
    working = select(USER.id, USER.name, USER.role).where(USER.active).order_by(USER.name, USER.id)
    rows = connection.execute(working)
    return {row.id: row.name for row in rows if house.rights.base(row.role) not in NOT_AT_THE_CHAIR}


def names_of(connection: Connection) -> Mapping[UUID, str]:
    """The name of everybody who ever worked here."""
    return {row.id: row.name for row in connection.execute(select(USER.id, USER.name))}


def papers(slot: str, connection: Connection) -> dict[str, str]:
    """What can be hung on a service in this slot: key → name."""
    return {paper.key: paper.name for paper in registry().service_papers(slot, connection)}


def tax_names(house: House) -> list[str]:
    """The studio's rates, the usual one first."""
    return [str(rate["name"]) for rate in house.settings[TAXES]]


def frame_of(connection: Connection, house: House, known: frozenset[UUID] = frozenset()) -> Frame:
    """What details are checked against; `known` are people who stand there already, though they may have left."""
    return Frame(
        currency=house.settings["studio.currency"],
        kinds=frozenset(registry().service_kinds()),
        consents=frozenset(papers(CONSENT, connection)),
        aftercare=frozenset(papers(AFTERCARE, connection)),
        taxes=frozenset(tax_names(house)),
        artists=frozenset(artists_here(connection, house)) | known,
    )
