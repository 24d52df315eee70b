"""What the clients room may refuse, each with the next step."""

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


class NameIsMissing(Refusal):
    sentence = N_("Enter a name. A name is all a client needs.")


class TextIsTooLong(Refusal):
    """Longer than a field holds; names the limit."""

    sentence = N_("This is too long. Keep it to {limit} characters.")


class TextIsExpected(Refusal):
    sentence = N_("Enter text here.")


class PhoneIsUnclear(Refusal):
    sentence = N_("This does not look like a phone number. Enter at least 5 digits.")


class PhoneIsTooLong(Refusal):
    sentence = N_("A phone number has no more than {most} digits. Check it.")


class PhoneHasWrongLength(Refusal):
    """The country's code is named, so it can be told that digits are missing or too many."""

    sentence = N_("Numbers that begin with +{code} have another length. Check for missing or extra digits.")


class CountryCodeIsUnknown(Refusal):
    sentence = N_("No country has this code. Check the digits after the +.")


class EmailIsUnclear(Refusal):
    sentence = N_("This does not look like an e-mail address. Check it, or leave it empty.")


class DateIsUnclear(Refusal):
    sentence = N_("There is no such date. Check day, month and year.")


class BirthDateIsAhead(Refusal):
    sentence = N_("A birth date cannot be in the future. Check the year.")


class BirthDateIsTooLongAgo(Refusal):
    sentence = N_("Nobody is older than {years} years. Check the year.")


class GuardianIsMissing(Refusal):
    sentence = N_("Under {age} a parent or guardian is needed. Enter their name.")


class GuardianIsTheClient(Refusal):
    sentence = N_("A client cannot be their own guardian. Enter the name of a parent or guardian.")


class GuardianIsMinor(Refusal):
    sentence = N_("A guardian must be {age} or older. Check the date, or enter somebody else.")


class TooManyTags(Refusal):
    sentence = N_("A client can carry up to {limit} tags.")


class NumberIsShortened(Refusal):
    sentence = N_("Only the end of the number is shown here. Type the whole number, or leave it as it is.")


class IntroducerIsUnknown(Refusal):
    sentence = N_("Choose another client on file, or say in words who brought them.")


class TagIsMissing(Refusal):
    sentence = N_("Type a tag, a word or two.")


class TagIsUnknown(Missing):
    sentence = N_("Nobody carries this tag any more.")


class ColourIsUnknown(Refusal):
    sentence = N_("Choose one of the offered colours.")


class ViewIsUnknown(Missing):
    sentence = N_("This view is gone.")


class ViewNeedsName(Refusal):
    sentence = N_("Give the view a name, so that it is found again.")


class UnknownQuestion(Refusal):
    sentence = N_("This health question does not exist.")


class UnknownConsent(Refusal):
    sentence = N_("This consent does not exist.")


class AnswerIsUnclear(Refusal):
    sentence = N_("Answer yes or no.")


class HealthConsentIsMissing(Refusal):
    sentence = N_("Tick that we may keep your health answers, or leave the health questions empty.")


class UnknownChoice(Refusal):
    sentence = N_("Choose one of the offered answers.")


class FormIsTooLong(Refusal):
    sentence = N_("This form is too long to be sent.")
    status = 413


class UnknownField(Refusal):
    sentence = N_("This field does not exist.")


class ReasonIsMissing(Refusal):
    sentence = N_("Say in a few words why, so that colleagues understand.")


class ClientIsUnknown(Missing):
    sentence = N_("This client is not on file.")


class RegistrationIsUnknown(Missing):
    sentence = N_("This registration does not exist.")


class ClientIsArchived(Conflict):
    sentence = N_("{name} is archived. Restore the client first.")


class ClientIsMerged(Conflict):
    sentence = N_("{name} was merged into another file. Take the merge back first.")


class SameClient(Refusal):
    sentence = N_("These are one file already. Choose another client to merge with.")


class MergeIsUndone(Conflict):
    sentence = N_("This merge has been taken back already.")


class MergeWasBuiltOn(Conflict):
    sentence = N_("{name} was changed where the merge had written. Change the details by hand; nothing was undone.")


class RegistrationIsDecided(Conflict):
    sentence = N_("A colleague has already decided on this registration.")


class RegistrationStands(Conflict):
    sentence = N_("Only a declined registration can be taken up again.")


class TabletIsUnknown(Missing):
    sentence = N_("This is not one of the studio's tablets.")


class TabletIsTaken(Conflict):
    sentence = N_("Somebody is filling in a form on this tablet. Take another one, or take that form back first.")


class AnotherFormCame(Conflict):
    sentence = N_(
        "Another form has come in with this code already, perhaps from somebody beside you. "
        "Ask at the desk for a code of your own."
    )


class InboxIsFull(Refusal):
    sentence = N_("The studio has many forms to read just now. Please ask at the desk.")
    status = 429
    retry_after = 60


class CameraIsMissing(Refusal):
    sentence = N_("No camera answers. Plug one in, or choose a picture of the code.")


class ListIsTooLong(Refusal):
    sentence = N_("A list to print holds up to {most} clients. Narrow the list, or take it as XLSX or CSV.")


class ArtistIsUnknown(Refusal):
    sentence = N_("Choose somebody who works here.")


class ContactIsHidden(Refusal):
    sentence = N_("Your role does not see this client's contact. Ask the desk.")
    status = 403


class SortIsUnknown(Refusal):
    sentence = N_("This list cannot be sorted that way.")
