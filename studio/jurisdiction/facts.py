"""What can have happened to country profiles."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class ProfileFact(Fact):
    """Something about one of the studio's own profiles."""

    profile_id: UUID
    key: str

    @property
    def subject(self) -> Subject:
        return Subject("jurisdiction", self.profile_id)


class ProfileCopied(ProfileFact):
    """The studio made a profile its own."""


class ProfileChanged(ProfileFact):
    """A profile of the studio's own says something else."""


class ProfileRemoved(ProfileFact):
    """A profile of the studio's own is gone."""


@dataclass(frozen=True)
class RulesChanged(Fact):
    """From now on another edition is in force."""

    number: int
    key: str
    digest: str
