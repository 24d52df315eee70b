"""What can have happened to documents."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class DocumentFact(Fact):
    """Something about one sealed document."""

    document_id: UUID
    document_kind: str
    about: Subject

    @property
    def subject(self) -> Subject:
        return self.about

    def values(self) -> dict[str, object]:
        return {"document_id": self.document_id, "document_kind": self.document_kind, "about": str(self.about)}


@dataclass(frozen=True)
class DocumentKept(DocumentFact):
    """A sealed document was put on file."""


@dataclass(frozen=True)
class DocumentOpened(DocumentFact):
    """Somebody took a sealed document out."""


@dataclass(frozen=True)
class SealKeyMade(Fact):
    """The studio seals with a new key from now on."""

    fingerprint: str
