"""What can have happened to pictures of clients."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class PhotoFact(Fact):
    """Something about pictures of one client."""

    client_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("client", self.client_id)


@dataclass(frozen=True)
class PictureKept(PhotoFact):
    """A picture is on file."""

    photo_id: UUID


@dataclass(frozen=True)
class PictureEdited(PhotoFact):
    """What is written beside a picture changed."""

    photo_id: UUID


@dataclass(frozen=True)
class PictureRemoved(PhotoFact):
    """A picture left the file; it can be brought back for a while."""

    photo_id: UUID


@dataclass(frozen=True)
class PictureRestored(PhotoFact):
    """A removed picture is back."""

    photo_id: UUID


@dataclass(frozen=True)
class PicturesDeleted(PhotoFact):
    """Pictures are gone for good."""

    count: int


@dataclass(frozen=True)
class PicturesViewed(PhotoFact):
    """Somebody looked at the pictures of a client."""

    count: int


@dataclass(frozen=True)
class PublicityChanged(PhotoFact):
    """So many pictures may be shown in public from now on, or not any more."""

    count: int
    shown: bool
    why: str = ""


@dataclass(frozen=True)
class PicturesHidden(PhotoFact):
    """The client withdrew the consent to keep pictures: nobody but the office sees that there are some."""

    count: int


@dataclass(frozen=True)
class PicturesBack(PhotoFact):
    """The client agrees again: hidden pictures are where they were."""

    count: int


@dataclass(frozen=True)
class HiddenPictureKept(PhotoFact):
    """Something obliges the studio to keep pictures though the consent was withdrawn."""

    count: int


@dataclass(frozen=True)
class PicturesExported(Fact):
    """Pictures that may be shown left the house as files, without names."""

    count: int
