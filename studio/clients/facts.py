"""What can have happened to clients and to the forms that came from phones."""

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class ClientFact(Fact):
    """Something happened to one client."""

    client_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("client", self.client_id)


@dataclass(frozen=True)
class ClientCreated(ClientFact):
    """A client is on file."""


@dataclass(frozen=True)
class ClientEdited(ClientFact):
    """Name, contact, notes, tags or the like changed; `fields` names what."""

    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClientArchived(ClientFact):
    """A client left the lists; everything stays on file."""


@dataclass(frozen=True)
class ClientRestored(ClientFact):
    """An archived client is back in the lists."""


@dataclass(frozen=True)
class PhotoChanged(ClientFact):
    """The client's portrait was set or taken away."""


@dataclass(frozen=True)
class HealthChanged(ClientFact):
    """Health answers changed; the light says how much they matter now."""

    light: str = "unknown"


@dataclass(frozen=True)
class HealthViewed(ClientFact):
    """Somebody read the health answers."""


@dataclass(frozen=True)
class IdentityViewed(ClientFact):
    """Somebody read the whole number of an identity document."""


@dataclass(frozen=True)
class ConsentChanged(ClientFact):
    """A consent was given or withdrawn."""

    consent: str = ""
    given: bool = False


@dataclass(frozen=True)
class ClientsMerged(ClientFact):
    """Another file became part of this one."""

    other_id: UUID | None = None


@dataclass(frozen=True)
class ClientsParted(ClientFact):
    """A file that was merged into this one stands by itself again."""

    other_id: UUID | None = None


@dataclass(frozen=True)
class ClientsKeptApart(Fact):
    """Two clients who look alike are two people."""

    one_id: UUID
    other_id: UUID


@dataclass(frozen=True)
class ClientsDoubted(Fact):
    """Two clients may be the same person after all."""

    one_id: UUID
    other_id: UUID


@dataclass(frozen=True)
class ClientsFilled(Fact):
    """Many clients were put on file at once."""

    count: int


@dataclass(frozen=True)
class ClientsExported(Fact):
    """The list of clients, or a part of it, left the house as a file."""

    count: int
    form: str = ""


@dataclass(frozen=True)
class ExportBlocked(Fact):
    """Somebody tried to take the list out as a file who does not see every contact in it."""

    form: str


@dataclass(frozen=True)
class ManyClientsFact(Fact):
    """Something happened to many clients in one act."""

    count: int


@dataclass(frozen=True)
class ClientsTagged(ManyClientsFact):
    """Tags were put on many clients, or taken off."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClientsArchived(ManyClientsFact):
    """Many clients left the lists."""


@dataclass(frozen=True)
class ClientsRestored(ManyClientsFact):
    """Many archived clients are back in the lists."""


@dataclass(frozen=True)
class TagColoured(Fact):
    """A tag got another colour."""

    tag: str
    pigment: int


@dataclass(frozen=True)
class ViewKept(Fact):
    """A filter of the list was kept under a name."""

    name: str
    shared: bool = False


@dataclass(frozen=True)
class ViewDropped(Fact):
    """A kept filter was let go."""

    name: str


@dataclass(frozen=True)
class RegistrationFact(Fact):
    """Something happened to one form."""

    registration_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("registration", self.registration_id)


@dataclass(frozen=True)
class FormSent(Fact):
    """A form was sent to one of the studio's tablets, which takes it up."""

    invitation_id: UUID
    device_id: UUID


@dataclass(frozen=True)
class FormLeft(Fact):
    """Nobody fills in that form any more: they stopped, left the tablet alone, or the desk took it back."""

    invitation_id: UUID
    device_id: UUID | None = None


@dataclass(frozen=True)
class PosterRenewed(Fact):
    """The poster at the door has another address; those printed before lead nowhere."""


@dataclass(frozen=True)
class RegistrationsDecided(Fact):
    """Many forms were declined in one act, or wait again."""

    count: int
    outcome: str


@dataclass(frozen=True)
class RegistrationArrived(RegistrationFact):
    """A guest sent a form; it waits in the inbox."""


@dataclass(frozen=True)
class RegistrationDecided(RegistrationFact):
    """Staff accepted, merged or declined a form; `client_id` is where it went."""

    outcome: str
    client_id: UUID | None = None


@dataclass(frozen=True)
class FormRead(RegistrationFact):
    """Somebody read the health answers a guest sent."""


@dataclass(frozen=True)
class RegistrationReopened(RegistrationFact):
    """A declined form waits again."""
