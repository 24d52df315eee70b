"""What may be refused about country profiles, each with the next step."""

from __future__ import annotations

from studio.kernel.refusal import Conflict, Invalid, Missing, Refusal
from studio.kernel.text import N_


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
    sentence = N_("This is not a country profile as Linework reads it. {troubles}")


class RuleDoesNotFit(Refusal):
    """One rule of a profile; `what` is a sentence already."""

    sentence = N_("This rule does not fit.")

    def text(self) -> str:
        return str(self.values["what"])


class RulesDoNotFit(Invalid):
    """Several rules at once, each named by its path such as `ages.tattoo.alone`."""

    def text(self) -> str:
        return " ".join(dict.fromkeys(refusal.text() for refusal in self.problems.values()))
