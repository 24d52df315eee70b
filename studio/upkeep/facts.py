"""What can have happened in upkeep."""

from __future__ import annotations

from dataclasses import dataclass

from studio.kernel.facts import Fact


@dataclass(frozen=True)
class SettingChanged(Fact):
    """A setting of the studio has a new value."""

    key: str


@dataclass(frozen=True)
class CertificateMade(Fact):
    """The studio's network has a new authority, or this computer a new certificate."""

    kind_of_certificate: str
    fingerprint: str


@dataclass(frozen=True)
class DoorMoved(Fact):
    """A door to the network opened, closed, or could not open."""

    kind_of_door: str


@dataclass(frozen=True)
class PhoneReached(Fact):
    """Something on the network opened a page of ours."""

    encrypted: bool


@dataclass(frozen=True)
class ExaminationDue(Fact):
    """It is time to look at every byte again."""


@dataclass(frozen=True)
class JournalChecked(Fact):
    """Somebody looked at every link of the journal; `broken` is the first bad entry, 0 for none."""

    entries: int
    anchors: int
    broken: int = 0
    reason: str = ""


@dataclass(frozen=True)
class JournalTakenOut(Fact):
    """A part of the journal left the house as a file."""

    count: int
    form: str


@dataclass(frozen=True)
class IncidentsNoted(Fact):
    """Something went wrong in the program."""


@dataclass(frozen=True)
class IncidentsSeen(Fact):
    """Somebody looked at what went wrong."""

    count: int


@dataclass(frozen=True)
class Recovered(Fact):
    """The recovery screen mended something: `key` or `files`."""

    what: str


@dataclass(frozen=True)
class DatabasePutBack(Fact):
    """Another database took the place of the present one: a copy, what was put aside, or what was whole of it."""

    source: str


@dataclass(frozen=True)
class ActUndone(Fact):
    """An act was taken back; `no` is its entry in the journal."""

    no: int
