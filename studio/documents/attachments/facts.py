"""What can have happened to attached files."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class AttachmentFact(Fact):
    """Something about one attached file."""

    attachment_id: UUID
    about: Subject

    @property
    def subject(self) -> Subject:
        return self.about

    def values(self) -> dict[str, object]:
        return {"attachment_id": self.attachment_id, "about": str(self.about)}


@dataclass(frozen=True)
class FileAttached(AttachmentFact):
    """A file was attached."""


@dataclass(frozen=True)
class FileDescribed(AttachmentFact):
    """Its name, note or privacy is another."""


@dataclass(frozen=True)
class FileRemoved(AttachmentFact):
    """It was taken away; it can be brought back for some days."""


@dataclass(frozen=True)
class FileBroughtBack(AttachmentFact):
    """It is where it was before it was removed."""


@dataclass(frozen=True)
class FileOpened(AttachmentFact):
    """Somebody looked at it, or took it out."""


@dataclass(frozen=True)
class RemovedFilesGone(Fact):
    """Files that were removed long enough ago are gone with their bytes."""

    count: int
