"""What can have happened to the catalogue."""

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class CatalogFact(Fact):
    """Something in the catalogue is not as it was."""


@dataclass(frozen=True)
class ServiceFact(CatalogFact):
    """Something happened to one service."""

    service_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("service", self.service_id)


@dataclass(frozen=True)
class ServiceAdded(ServiceFact):
    """The studio offers something new."""


@dataclass(frozen=True)
class ServiceChanged(ServiceFact):
    """Fields of a service changed."""

    fields: tuple[str, ...]


@dataclass(frozen=True)
class ServiceArchived(ServiceFact):
    """A service left the catalogue; what was booked as it stays."""


@dataclass(frozen=True)
class ServiceRestored(ServiceFact):
    """An archived service is back."""


@dataclass(frozen=True)
class ServicesMoved(CatalogFact):
    """Many services were archived, restored, paused or offered again in one act."""

    count: int
    into: str


@dataclass(frozen=True)
class ServicesOrdered(CatalogFact):
    """Services stand in another order."""

    count: int


@dataclass(frozen=True)
class ServicesFilled(CatalogFact):
    """The usual services were put into the catalogue."""

    count: int


@dataclass(frozen=True)
class ServicesImported(CatalogFact):
    """A list of services was brought in from a file."""

    added: int
    changed: int


@dataclass(frozen=True)
class ServicesExported(Fact):
    """The catalogue was taken out as a file."""

    count: int
    form: str
