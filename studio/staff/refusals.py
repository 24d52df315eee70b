"""What can be refused about people and sign-ins."""

from __future__ import annotations

from studio.kernel.refusal import Conflict, Denied, Missing, Refusal, SignedOut
from studio.kernel.text import N_, nt, t


class NameIsMissing(Refusal):
    sentence = N_("Write a name, at most 120 letters.")


class EmailIsWrong(Refusal):
    sentence = N_("Write an e-mail address, like name@example.com.")


class EmailIsTaken(Conflict):
    sentence = N_("Somebody already signs in with this e-mail address.")


class RoleIsUnknown(Refusal):
    sentence = N_("There is no role “{role}”.")


class ThemeIsUnknown(Refusal):
    sentence = N_("Choose light, dark, or as the system.")


class PasswordIsTooShort(Refusal):
    sentence = N_("A password has at least {least} characters. Three or four words work well.")


class PasswordsDiffer(Refusal):
    sentence = N_("The two passwords are not the same.")


class PasswordIsTooLong(Refusal):
    sentence = N_("A password has at most {most} characters.")


class PasswordIsWeak(Refusal):
    """Easy to guess; `why` holds sentences that say what makes it so."""

    sentence = N_("This password is easy to guess. Three or four words that do not belong together work well.")

    def __init__(self, field: str | None = None, why: tuple[str, ...] = ()) -> None:
        super().__init__(field)
        self.why = why

    def text(self) -> str:
        return " ".join([super().text(), *(t(sentence) for sentence in self.why)])


class PasswordSaysWhoYouAre(Refusal):
    sentence = N_("A password is not your name or e-mail address.")


class AccessIsOver(Refusal):
    """Told only to whoever knows the password."""

    sentence = N_("This access was for a while, and it is over. Ask the studio for a new one.")
    status = 401


class AccessIsForScreens(Denied):
    sentence = N_("An access for a while is for screens; programs get none.")


class WrongPassword(Refusal):
    sentence = N_("E-mail or password is not right.")
    status = 401


class WrongCode(Refusal):
    sentence = N_("This code is not right for this e-mail address, or it is too old. Check both, or ask for a new one.")
    status = 401


class SecondStepIsMissing(Refusal):
    sentence = N_("This account asks for a code of the app on your phone as well.")
    status = 401


class ProofIsOld(Refusal):
    sentence = N_("That took too long. Please sign in again.")
    status = 401


class WrongSecondStep(Refusal):
    sentence = N_("This code is not right. Each works for half a minute and only once; wait for the next one.")
    status = 401


class WrongFirstCode(Refusal):
    sentence = N_("This code is not right. Scan the QR code with the app again, then type the six digits it shows.")


class ClockIsOff(Refusal):
    """`n` minutes lie between the phone and this computer."""

    def text(self) -> str:
        return nt(
            "This code is for another time: the clocks of the phone and this computer are {n} minute apart. Set both.",
            "This code is for another time: the clocks of the phone and this computer are {n} minutes apart. Set both.",
            int(str(self.values["n"])),
        )


class PinIsNoPin(Refusal):
    sentence = N_("A PIN has four to eight digits.")


class PinIsEasy(Refusal):
    sentence = N_("This PIN is among the first anybody would try. Take another.")


class WrongPin(Refusal):
    """`n` tries are left."""

    status = 401

    def text(self) -> str:
        return nt("Wrong PIN. {n} try is left.", "Wrong PIN. {n} tries are left.", int(str(self.values["n"])))


class PinIsSpent(Refusal):
    sentence = N_("The PIN was wrong too often. Sign in with your password.")
    status = 401


class PasswordIsDue(Refusal):
    sentence = N_("Today you have not signed in here yet. Sign in with your password; after that the PIN will do.")
    status = 401


class SignInIsLocked(SignedOut):
    sentence = N_("This sign-in is locked. Type your PIN or password to go on.")


class DeskOnly(Refusal):
    sentence = N_("Your role signs in at the desk's own computer, not from the network. The owner can change that.")
    status = 403


class AlreadySetUp(Conflict):
    sentence = N_("This studio is already set up. Sign in instead.")


class LastOwner(Conflict):
    sentence = N_("A studio keeps at least one owner. Make somebody else owner first.")


class TokenIsDead(Missing):
    sentence = N_("This code has been used or is too old. Ask at the desk for a new one.")


class DeviceNameIsMissing(Refusal):
    sentence = N_("Give the tablet a name, like “Front desk”, at most 60 letters.")


class DeviceNameIsTaken(Conflict):
    sentence = N_("Another tablet already has this name.")


class DeviceIsRevoked(Conflict):
    sentence = N_("This tablet was let go. Pair it again to use it.")


class PasswordIsChosen(Conflict):
    sentence = N_("{name} has chosen a password already. Give a code for a new one instead.")


class RoleNameIsMissing(Refusal):
    sentence = N_("Give the role a name, like “Apprentice”, at most 40 letters.")


class RoleNameIsTaken(Conflict):
    sentence = N_("Another role already has this name.")


class RoleIsInUse(Conflict):
    """`n` people still have it."""

    def __init__(self, n: int, name: str) -> None:
        super().__init__()
        self.n, self.name = n, name

    def text(self) -> str:
        return nt(
            "{n} person is still {name}. Give them another role first.",
            "{n} people are still {name}. Give them another role first.",
            self.n,
            name=self.name,
        )


class RightDoesNotReach(Refusal):
    sentence = N_("This right is for everything or for nothing; there is no “only their own” in it.")


class RightIsKept(Conflict):
    sentence = N_("This role keeps this right, so that nobody is ever locked out.")


class RoleReachesFurther(Denied):
    sentence = N_("Nobody hands out more than they may do themselves. Ask the owner of the studio.")
