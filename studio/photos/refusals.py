"""What the photos room refuses, each with the next step."""

from __future__ import annotations

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


class RecordConsentIsMissing(Refusal):
    sentence = N_(
        "{name} has not agreed to photos for the file. Let them sign the photo release, or note the consent, first."
    )


class PublicityConsentIsMissing(Refusal):
    sentence = N_(
        "{name} has not agreed to photos in public. Let them sign the photo release, or note the consent, first."
    )


class PhotoIsHidden(Conflict):
    sentence = N_("The client withdrew the consent to keep this picture. Delete it, or say why it has to be kept.")


class PhotoIsGone(Missing):
    sentence = N_("This picture is not on file, or not any more.")


class KindIsUnknown(Refusal):
    sentence = N_("Choose what the picture shows: a reference, finished work, or healing.")


class DayIsOutOfRange(Refusal):
    sentence = N_("Enter the day of healing, from 0 to {most}.")


class DateIsAhead(Refusal):
    sentence = N_("This day is still to come. Enter the day the picture was taken.")


class DateIsMissing(Refusal):
    sentence = N_("Enter the day the picture was taken.")


class ArtistIsUnknown(Refusal):
    sentence = N_("Choose somebody who works here.")


class NotShown(Conflict):
    sentence = N_("This picture may not be shown in public. Mark it first, once the client has agreed.")


class TooManyAtOnce(Refusal):
    sentence = N_("No more than {most} pictures at once. Choose fewer.")


class ReasonIsMissing(Refusal):
    sentence = N_("Say what obliges the studio to keep it: it stays on record.")


class PhotoIsHeld(Conflict):
    sentence = N_("The records of this client are held back from going. Lift the hold on the privacy page first.")


class PhotoIsMissing(Refusal):
    sentence = N_("Choose at least one photo, or take one.")
