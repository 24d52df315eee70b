"""What may be refused of ages, guardians and the documents that show who somebody is, each with the next step."""

from studio.consent.telling import show_day
from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_, t


class SessionIsUnclear(Refusal):
    sentence = N_("Choose the day of the session: today or a later one within a year.")


class KindIsUnknown(Refusal):
    sentence = N_("Choose what is done from the kinds of service there are.")


class ServiceIsGone(Refusal):
    sentence = N_("This service is not in the catalogue any more. Choose another one.")


class GuardianIsNeeded(Refusal):
    sentence = N_("Under {age} a parent or guardian signs as well. Say who that is.")


class GuardianIsTheClient(Refusal):
    sentence = N_("Nobody is their own guardian. Name a parent or guardian, who signs for themselves.")


class GuardianIsMinor(Refusal):
    sentence = N_("The guardian must be of age on the day of the session.")


class GuardianMustBeHere(Refusal):
    sentence = N_("The rules in force want the guardian here in person.")


class GuardianIdentityIsMissing(Refusal):
    sentence = N_("Look at a document with a photo of the guardian as well.")


class RelationIsMissing(Refusal):
    sentence = N_("Say how the guardian is related to the client, such as mother or father.")


class ProofIsMissing(Refusal):
    sentence = N_("Choose the paper that shows they are the guardian: {proofs}.")


class PresenceIsUntold(Refusal):
    sentence = N_("Say that the guardian is here in person.")


class GuardianPlaceIsUnknown(Refusal):
    sentence = N_("Choose where the guardian signs: here after the client, or on a phone of their own.")


class GuardianHasNotSigned(Conflict):
    sentence = N_("The guardian has not signed yet. The consent is whole once both have.")


class ClientSignsFirst(Conflict):
    sentence = N_("The client signs first, then the guardian.")


class NobodyStandsIn(Missing):
    sentence = N_("No guardian was named for this signing.")


class SignatureIsTheClients(Refusal):
    sentence = N_("These are the very strokes the client drew. The guardian signs with their own hand.")


class BirthDateOnDocument(Refusal):
    sentence = N_("Write the date of birth as it stands on the document.")


class BirthDateDiffers(Refusal):
    sentence = N_("On file is {on_file}. Look again; if the document is right, say so below and the file is mended.")

    def text(self) -> str:
        """The day as people write it."""
        return t(self.sentence, on_file=show_day(str(self.values["on_file"])))


class WarningNeedsReason(Refusal):
    sentence = N_("Say why you go on all the same. It is kept with the consent, and inspectors can read it.")


class WarningStands(Refusal):
    sentence = N_("Your role does not allow going on in spite of this. Ask the manager.")
    status = 403


class PictureIsGone(Missing):
    sentence = N_("This picture was removed, as the rules in force want it.")
