"""What can be chosen in the form of a service."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from studio.catalog.choosing import AFTERCARE, CONSENT, artists_here, names_of, papers, tax_names
from studio.extension.registry import registry
from studio.kernel.text import t
from studio.kernel.work import Read, query


@dataclass(frozen=True)
class Choices:
    """Kinds, papers, rates and people, each under its key with what people call it."""

    currency: str
    kinds: Mapping[str, str]
    consents: Mapping[str, str]
    aftercare: Mapping[str, str]
    taxes: tuple[str, ...]
    artists: Mapping[UUID, str]
    names: Mapping[UUID, str]
    """Everybody who ever worked here, for services that name somebody who has left."""


@query("catalog.service.see")
def choices(read: Read) -> Choices:
    """All of it, in the reader's language."""
    return Choices(
        currency=read.house.settings["studio.currency"],
        kinds={kind: t(word) for kind, word in registry().service_kinds().items()},
        consents=papers(CONSENT, read.connection),
        aftercare=papers(AFTERCARE, read.connection),
        taxes=tuple(tax_names(read.house)),
        artists=artists_here(read.connection, read.house),
        names=names_of(read.connection),
    )
