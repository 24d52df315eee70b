"""What the consent room may refuse, each with the next step."""

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


class InitialsAreMissing(Refusal):
    sentence = N_("Put your initials beside this clause.")


class UnknownClause(Refusal):
    sentence = N_("This clause is not part of the text. Load the page again.")


class NotReadToTheEnd(Refusal):
    sentence = N_("Please read this part to its end first.")


class ScreenConsentIsMissing(Refusal):
    sentence = N_("Tick that you agree to sign on a screen, or ask for paper.")


class IntentIsMissing(Refusal):
    sentence = N_("Say that you sign this: press the button below your signature.")


class AnswerIsMissing(Refusal):
    sentence = N_("Answer yes or no.")


class UnknownBlock(Refusal):
    sentence = N_("This is not part of the text. Load the page again.")


class ChoiceIsUnknown(Refusal):
    sentence = N_("Choose one of the answers that are offered.")


class NumberIsUnclear(Refusal):
    sentence = N_("Write a number.")


class PlaceOnBodyIsMissing(Refusal):
    sentence = N_("Show where on your body, or choose it from the list.")


class PlaceOnBodyIsUnknown(Refusal):
    sentence = N_("This place is not on the figure. Choose it from the list.")


class PhotoIsMissing(Refusal):
    sentence = N_("Take or choose a photo.")


class PhotoIsUnclear(Refusal):
    sentence = N_("This photo did not arrive whole. Take or choose it again.")


class AnswerStops(Refusal):
    """What was answered rules it out for today: nothing is signed, and somebody of the studio talks to the client."""

    sentence = N_("With this answer we cannot go on today. Change it if it is wrong, or talk to us.")


class SoberIsNeeded(Refusal):
    sentence = N_("After alcohol or drugs nobody can consent to a tattoo. Please ask the desk for another day.")


class FormIsUnclear(Refusal):
    sentence = N_("This form did not arrive whole. Load the page again.")


class BirthDateIsMissing(Refusal):
    sentence = N_("The date of birth is not on file. Add it to the client first.")


class FieldIsNotOnFile(Refusal):
    sentence = N_("The rules in force want this on every consent, and the file does not have it: {what}. Add it first.")


class PlaceIsUnasked(Refusal):
    """The text neither shows the figure nor asks in words."""

    sentence = N_("The rules in force want the place on the body, and this text does not ask for it. Write it here.")


class UnderAge(Refusal):
    sentence = N_("This consent is for people of {age} and over on the day of the session.")


class PlaceIsUnknown(Refusal):
    sentence = N_("Choose where to sign: on a tablet, at the desk, or on a phone.")


class TabletIsMissing(Refusal):
    sentence = N_("Choose the tablet to sign on.")


class TabletIsBusy(Conflict):
    sentence = N_("{client} is signing on this tablet just now. Wait, or cancel it there first.")


class TemplateIsUnknown(Missing):
    sentence = N_("There is no such consent text.")


class TemplateIsIncomplete(Refusal):
    sentence = N_("This text cannot be used yet. {troubles}")


class TextHasChanged(Conflict):
    """The page must be read again: what the client saw is not the present text."""

    sentence = N_("The text was changed while you were reading. Please read the new one; what you answered is kept.")


class CeremonyIsOver(Conflict):
    sentence = N_("This signing has ended. Ask at the desk for a new one.")


class CeremonyIsUnknown(Missing):
    sentence = N_("There is no such signing.")


class CeremonyIsSigned(Conflict):
    sentence = N_("This is signed already.")


class NothingIsSigned(Conflict):
    sentence = N_("The client has not signed yet.")


class WitnessNameIsMissing(Refusal):
    sentence = N_("Write the name of whoever signs as artist or witness.")


class IdentityIsMissing(Refusal):
    sentence = N_("Say which document you looked at.")


class IssuerIsMissing(Refusal):
    sentence = N_("Write who issued the document, such as a country.")


class LastFourIsWrong(Refusal):
    sentence = N_("Write the last four letters or digits of its number, never the whole number.")


class DocumentHasExpired(Refusal):
    sentence = N_("This document has expired. Ask for another one.")


class ExpiryIsUnclear(Refusal):
    sentence = N_("There is no such date. Check day, month and year.")


class NoteIsTooLong(Refusal):
    sentence = N_("Keep the note to {limit} characters.")


class ReasonIsMissing(Refusal):
    sentence = N_("Say in a few words why, so that the record explains itself.")


class PacketIsWithdrawn(Conflict):
    sentence = N_("This consent was withdrawn already.")


class PacketIsUnknown(Missing):
    sentence = N_("There is no signed consent with this code.")


class EmailIsMissing(Refusal):
    sentence = N_("There is no e-mail address on file. Add it to the client first.")


class PaperIsGone(Conflict):
    sentence = N_("What was signed is gone, and the document with it: the time it is kept was over.")


class PaperIsNotReady(Conflict):
    sentence = N_("The document is still being drawn. Try again in a moment.")
