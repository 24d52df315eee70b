"""What can be refused about people and sign-ins."""

from __future__ import annotations

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


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


class PasswordIsTooLong(Refusal):
    sentence = N_("A password has at most {most} characters.")


class PasswordIsCommon(Refusal):
    sentence = N_("This password is among the first anybody would try. Three or four words work well.")


class PasswordSaysWhoYouAre(Refusal):
    sentence = N_("A password is not your name or e-mail address.")


class WrongPassword(Refusal):
    sentence = N_("E-mail or password is not right.")
    status = 401


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
