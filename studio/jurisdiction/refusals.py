"""What may be refused about country profiles, each with the next step."""

from __future__ import annotations

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_, t


class ProfileIsUnknown(Missing):
    sentence = N_("There is no such country profile. Choose one from the list.")


class ProfileIsShipped(Conflict):
    sentence = N_("Profiles that come with Linework are not changed. Copy it, then change the copy.")


class ProfileIsInForce(Conflict):
    sentence = N_("This profile is in force. Choose another one first.")


class NameIsMissing(Refusal):
    sentence = N_("Give the profile a name of up to {most} letters.")


class NameIsTaken(Conflict):
    sentence = N_("There is a profile of that name already. Choose another name.")


class ProfileIsUnreadable(Refusal):
    """A file or form that is no profile; the technical words stay English, as the file's own are."""

    sentence = N_("This is not a country profile as Linework reads it. {troubles}")

    def text(self) -> str:
        return t(type(self).sentence, **self.values)


class ShippedIsBroken(Conflict):
    sentence = N_("The file of this profile cannot be read. {troubles}")
