"""What can have happened to ceremonies and packets."""

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class ConsentFact(Fact):
    """Something happened to the consent of one client."""

    client_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("client", self.client_id)


@dataclass(frozen=True)
class CeremonyFact(ConsentFact):
    """Something changed about one signing; `device_id` is the tablet it is on, if any."""

    ceremony_id: UUID
    device_id: UUID | None = None


@dataclass(frozen=True)
class CeremonyOpened(CeremonyFact):
    """A client can read and sign now; a tablet it was sent to takes it up."""


@dataclass(frozen=True)
class CeremonyTaken(CeremonyFact):
    """The tablet has the signing on its screen."""


@dataclass(frozen=True)
class CeremonySigned(CeremonyFact):
    """The client's part is stored; the artist or a witness signs next. `light` says how much the answers matter."""

    light: str = "unknown"
    digest: str = ""


@dataclass(frozen=True)
class GuardianInvited(CeremonyFact):
    """There is a link for the guardian of a minor."""


@dataclass(frozen=True)
class GuardianLinkEnded(CeremonyFact):
    """The link of the guardian opens nothing any more."""


@dataclass(frozen=True)
class GuardianSigned(CeremonyFact):
    """The guardian's part is stored; the artist or a witness signs next."""

    digest: str = ""


@dataclass(frozen=True)
class IdentityPictureTaken(CeremonyFact):
    """A picture of an identity document is kept, until the rules in force have it removed."""

    whose: str = "client"


@dataclass(frozen=True)
class IdentityPictureRemoved(CeremonyFact):
    """A picture of an identity document is gone, and why."""

    whose: str = "client"
    why: str = ""


@dataclass(frozen=True)
class IdentityPictureViewed(ConsentFact):
    """Somebody looked at the picture of an identity document."""

    ceremony_id: UUID
    whose: str = "client"


@dataclass(frozen=True)
class CeremonyCancelled(CeremonyFact):
    """A signing ended without a packet."""


@dataclass(frozen=True)
class PacketFact(ConsentFact):
    """Something changed about one packet."""

    packet_id: UUID
    code: str


@dataclass(frozen=True)
class PacketKept(PacketFact):
    """A signed consent is whole and stored; `digest` binds the journal to it."""

    ceremony_id: UUID | None = None
    digest: str = ""


@dataclass(frozen=True)
class PacketWithdrawn(PacketFact):
    """A client took a signed consent back; it stays on record as withdrawn."""


@dataclass(frozen=True)
class PacketViewed(ConsentFact):
    """Somebody read a packet with its answers. Looking changes nothing, so it is no PacketFact."""

    packet_id: UUID
    code: str


@dataclass(frozen=True)
class SignedPartViewed(ConsentFact):
    """Somebody read what a client has just signed."""

    ceremony_id: UUID


@dataclass(frozen=True)
class PaperKept(PacketFact):
    """The sealed PDF of a packet is stored."""

    sha256: str = ""


@dataclass(frozen=True)
class PaperOpened(ConsentFact):
    """Somebody took the PDF of a packet out."""

    packet_id: UUID
    code: str


@dataclass(frozen=True)
class PaperSent(ConsentFact):
    """The PDF of a packet leaves by e-mail for the address on its client's file."""

    packet_id: UUID
    code: str


@dataclass(frozen=True)
class TemplatePublished(Fact):
    """A consent text has a new edition; open pages must be read again."""

    key: str
    edition: int
