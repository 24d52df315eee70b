"""What can have happened to people and sign-ins."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from studio.kernel.facts import Fact
from studio.kernel.subject import Subject


@dataclass(frozen=True)
class AboutUser(Fact):
    """A fact about one person of the studio."""

    user_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("user", self.user_id)


@dataclass(frozen=True)
class StudioSetUp(AboutUser):
    """The owner finished the wizard."""


@dataclass(frozen=True)
class UserAdded(AboutUser):
    """Somebody got an account."""


@dataclass(frozen=True)
class UserChanged(AboutUser):
    """Name, role, language, theme or standing of somebody changed."""


@dataclass(frozen=True)
class PasswordChanged(AboutUser):
    """Somebody has a new password; their other sign-ins have ended."""


@dataclass(frozen=True)
class CodeIssued(AboutUser):
    """Somebody got a code with which they choose a new password."""

    purpose: str


@dataclass(frozen=True)
class CodeRefused(Fact):
    """A code for a new password was not right. Whose it was meant to be is not kept: it may be typed in error."""


@dataclass(frozen=True)
class SecondStepTurnedOn(AboutUser):
    """Somebody's sign-in asks for a code of an app as well."""


@dataclass(frozen=True)
class SecondStepTurnedOff(AboutUser):
    """Somebody's password alone will do again."""


@dataclass(frozen=True)
class SecondStepRefused(AboutUser):
    """The password was right, the code of the app was not."""


@dataclass(frozen=True)
class RecoveryCodesMade(AboutUser):
    """Somebody got codes for the day their phone is lost; those before are void."""


@dataclass(frozen=True)
class RecoveryCodeUsed(AboutUser):
    """Somebody signed in with one of the codes for a lost phone."""


@dataclass(frozen=True)
class PinChanged(AboutUser):
    """Somebody has a new PIN for shared desks, or none any more."""


@dataclass(frozen=True)
class PinRefused(AboutUser):
    """A wrong PIN was typed for somebody."""


@dataclass(frozen=True)
class SignInsLocked(AboutUser):
    """Sign-ins of somebody wait for a PIN or a password; their pages stay as they are, covered."""

    session_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class SignInUnlocked(AboutUser):
    """Somebody is back; the cover goes."""

    session_id: UUID


@dataclass(frozen=True)
class SignedIn(AboutUser):
    """Somebody signed in."""


@dataclass(frozen=True)
class SignInRefused(Fact):
    """A wrong password, or nobody of that name. `email` is not kept: it may be a password typed in the wrong place."""

    zone: str


@dataclass(frozen=True)
class SignInsEnded(AboutUser):
    """Sign-ins of somebody ended; open pages of these sessions act no more."""

    session_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class TokenIssued(AboutUser):
    """Somebody got an API token."""


@dataclass(frozen=True)
class AboutGuest(Fact):
    """A fact about one QR code for a guest, and what it lets them do."""

    token_id: UUID
    purpose: str

    @property
    def subject(self) -> Subject:
        return Subject("guest_token", self.token_id)


@dataclass(frozen=True)
class GuestInvited(AboutGuest):
    """A QR code was made for a guest."""


@dataclass(frozen=True)
class GuestArrived(AboutGuest):
    """A guest opened what the QR code leads to."""


@dataclass(frozen=True)
class AboutDevice(Fact):
    """A fact about one tablet of the studio."""

    device_id: UUID

    @property
    def subject(self) -> Subject:
        return Subject("device", self.device_id)


@dataclass(frozen=True)
class DevicePaired(AboutDevice):
    """A tablet belongs to the studio now; `token_id` is the code it was paired with."""

    token_id: UUID


@dataclass(frozen=True)
class DeskMarked(AboutDevice):
    """A browser is a desk that people of the studio share."""


@dataclass(frozen=True)
class DeviceRenamed(AboutDevice):
    """A tablet has another name."""


@dataclass(frozen=True)
class DeviceRevoked(AboutDevice):
    """A tablet is let go; its next act is refused, its open pages close."""


@dataclass(frozen=True)
class RolesChanged(Fact):
    """A role was made, renamed or removed, or its rights reach further or less far than before."""

    role_id: UUID
    role: str

    @property
    def subject(self) -> Subject:
        return Subject("role", self.role_id)
