"""What can be refused about papers."""

from __future__ import annotations

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


class PaperIsUnknown(Missing):
    sentence = N_("There is no such paper.")


class PaperIsUnclear(Refusal):
    sentence = N_("This is not a text with a title, an introduction and a body.")


class PaperNeedsTitle(Refusal):
    sentence = N_("Each language needs a title.")


class PaperNeedsText(Refusal):
    sentence = N_("Each language that has a title needs a text, and the other way round.")


class PaperIsTooLong(Refusal):
    sentence = N_("This is too long: at most {most} characters fit.")


class PaperNeedsLanguage(Refusal):
    sentence = N_("Write it in {language} first: that is the studio's language.")


class PaperHasGaps(Refusal):
    sentence = N_("Fill in what stands in braces first, such as {gap}.")


class NothingToPublish(Conflict):
    sentence = N_("This is word for word what is in use already.")


class PaperIsArchived(Conflict):
    sentence = N_("This paper is archived. Restore it first.")


class PaperHangsOnServices(Conflict):
    sentence = N_("{services} asks for this sheet. Choose another one there first.")


class PaperIsNotInUse(Conflict):
    sentence = N_("This paper is not in use. Publish it first.")


class OnlySheetsAreGiven(Refusal):
    sentence = N_("Only aftercare sheets are given to clients.")


class KindIsUnknown(Refusal):
    sentence = N_("Choose kinds of service from the list.")


class EmailIsMissing(Refusal):
    sentence = N_("There is no e-mail address on file. Add it to the client, or give the sheet another way.")


class WayIsUnknown(Refusal):
    sentence = N_("Say how it was given: on the phone, printed, or later by e-mail.")
