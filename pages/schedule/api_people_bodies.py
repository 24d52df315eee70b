"""What programs send about artists and stations."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, StrictBool

from pages.schedule.api_bodies import Amount, Key, Parts, Text, Told, Version, Whole, Words


class ArtistFields(Told):
    """An artist's fields; the name is needed."""

    user_id: UUID | None = None
    phone: Text | None = None
    email: Text | None = None
    about: Text | None = None
    colour: Annotated[Whole, Field(description="One of six pigments.")] = 1
    styles: Annotated[Words, Field(default_factory=list)]
    languages: Annotated[Words, Field(default_factory=list)]
    contract: Literal["employee", "split", "booth_rent", "guest"] = "employee"
    share: Annotated[Whole | None, Field(description="Percent of the takings, with `split` and `guest`.")] = None
    rent: Annotated[Amount | None, Field(description="With `booth_rent` and `guest`.")] = None
    rent_per: Literal["day", "week", "month"] = "week"
    guest_from: date | None = None
    guest_until: date | None = None
    hours: Annotated[
        dict[Key, Parts],
        Field(default_factory=dict, description='{"mon": [["10:00", "18:00"]]}; empty: whenever the studio is open.'),
    ]
    note: Text | None = None
    active: StrictBool = True


class NewArtist(ArtistFields):
    name: Text


class ArtistChange(ArtistFields):
    """What changes; what is left out stays."""

    version: Version
    name: Text | None = None


class NewAbsence(Told):
    """Days away, or with `extra` hours."""

    kind: Literal["off", "holiday", "sick", "extra"] = "off"
    from_on: date
    until_on: date | None = None
    hours: Annotated[Parts, Field(default_factory=list)]
    note: Text | None = None


class NewCertificate(Told):
    """Something an artist needs to work."""

    kind: Literal["licence", "bloodborne", "first_aid", "hepatitis_b", "insurance", "other"]
    state: Literal["", "accepted", "immune", "declined"] = ""
    number: Text | None = None
    issuer: Text | None = None
    issued_on: date | None = None
    expires_on: date | None = None
    blocks_booking: StrictBool = False
    note: Text | None = None


class StationFields(Told):
    kind: Literal["chair", "bench", "room", "piercing", "other"] = "chair"
    equipment: Text | None = None
    active: StrictBool = True


class NewStation(StationFields):
    name: Text


class StationChange(StationFields):
    """What changes; what is left out stays."""

    version: Version
    name: Text | None = None
