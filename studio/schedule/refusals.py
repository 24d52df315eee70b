"""What the schedule may refuse, each with the next step."""

from __future__ import annotations

from datetime import datetime

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


class ArtistIsUnknown(Missing):
    sentence = N_("There is no such artist here.")


class StationIsUnknown(Missing):
    sentence = N_("There is no such station here.")


class BookingIsUnknown(Missing):
    sentence = N_("There is no such booking here.")


class WaiterIsUnknown(Missing):
    sentence = N_("Nobody waits under this entry any more.")


class NameIsNeeded(Refusal):
    sentence = N_("Enter a name.")


class FieldIsUnknown(Refusal):
    sentence = N_("This field does not exist.")


class ChoiceIsUnknown(Refusal):
    sentence = N_("Choose one of those offered.")


class AccountIsTaken(Conflict):
    sentence = N_("{name} has this account already. Choose another, or none.")


class AccountIsUnknown(Refusal):
    sentence = N_("Choose somebody who has an account here.")


class StayIsNeeded(Refusal):
    sentence = N_("Enter from when until when the guest is here.")


class DaysAreReversed(Refusal):
    sentence = N_("The last day lies before the first.")


class DayIsNeeded(Refusal):
    sentence = N_("Enter the day.")


class SpanIsTooLong(Refusal):
    sentence = N_("That is longer than {days} days. Enter it in parts.")


class ExtraHoursAreNeeded(Refusal):
    sentence = N_("Enter from when until when they work on these days.")


class ArtistIsArchived(Conflict):
    sentence = N_("{name} is archived. Restore them first.")


class StationIsArchived(Conflict):
    sentence = N_("{name} is archived. Restore it first.")


class HasBookingsAhead(Conflict):
    sentence = N_("{name} still has bookings ahead, the next on {day}. Move or cancel them first.")


class CertificateFileIsOther(Refusal):
    sentence = N_("A certificate is kept as a picture (JPEG, PNG) or as a PDF.")


class CertificateFileIsGone(Missing):
    sentence = N_("There is no file of this certificate.")


class SortIsUnknown(Refusal):
    sentence = N_("This list cannot be sorted that way.")


class OrderIsUnclear(Refusal):
    sentence = N_("Name each of them once.")


class SignatureIsTheirs(Refusal):
    sentence = N_("Only {name} can draw this signature, signed in with their own account.")
    status = 403


class TimeIsNeeded(Refusal):
    sentence = N_("Enter when it begins.")


class TimeIsUnclear(Refusal):
    sentence = N_("Write the time like 2026-05-17T14:30.")


class TimeIsTooFar(Refusal):
    sentence = N_("Choose a day from {first} to {last}.")


class EndIsBeforeStart(Refusal):
    sentence = N_("The end must lie after the start.")


class TooShort(Refusal):
    sentence = N_("A booking takes at least {minutes} minutes.")


class TooLong(Refusal):
    sentence = N_("A booking takes at most {hours} hours. Make two of it.")


class TimeIsDoubtful(Conflict):
    """The wall clock does not say which moment is meant; `choices` are the two there are."""

    choices: tuple[datetime, ...] = ()


class GapTime(TimeIsDoubtful):
    """The wall clock leaps over this time."""

    sentence = N_("{time} does not exist on {day}: the clocks are put forward. Choose {before} or {after}.")


class FoldTime(TimeIsDoubtful):
    """The wall clock shows this time twice."""

    sentence = N_("{time} comes twice on {day}: the clocks are put back. Say whether you mean the first or the second.")


class InTheWay(Conflict):
    """Something a person with the right may set aside by giving a reason."""

    rule = ""


class ArtistIsBusy(InTheWay):
    rule = "artist_busy"
    sentence = N_("{name} is busy with {code} until {until}. Choose another time or another artist.")


class StationIsBusy(InTheWay):
    rule = "station_busy"
    sentence = N_("{name} is taken by {code} until {until}. Choose another time or another station.")


class ArtistIsAway(InTheWay):
    rule = "artist_away"
    sentence = N_("{name} is away until {until}. Choose another day or another artist.")


class GuestIsNotHere(InTheWay):
    rule = "guest_not_here"
    sentence = N_("{name} is here from {first} to {last}. Choose a day in between.")


class StudioIsClosed(InTheWay):
    rule = "studio_closed"
    sentence = N_("The studio is closed until {until}: {reason}. Choose another day.")


class CertificateHasExpired(InTheWay):
    rule = "certificate"
    sentence = N_("{name} needs a valid certificate ({kind}) on that day. Enter the new one, or choose another artist.")


class SlotIsTaken(Conflict):
    sentence = N_("Somebody else took this time a moment ago. Choose another.")


class ReasonIsNeeded(Refusal):
    sentence = N_("Say why in a few words: it stays beside the booking.")


class ArtistOrStation(Refusal):
    sentence = N_("Choose an artist or a station: a booking holds the time of one of them.")


class ClientIsNeeded(Refusal):
    sentence = N_("Choose the client it is for.")


class ClientIsGone(Conflict):
    sentence = N_("{name} is archived. Restore the file first.")


class TooManyServices(Refusal):
    sentence = N_("A booking holds up to {most} services.")


class StepIsNotPossible(Conflict):
    sentence = N_("{code} is {status}: that cannot be done with it now.")


class HasBegun(Conflict):
    sentence = N_("{code} has begun. Put it back to where it was before you change whose it is or what is done.")


class NotYetTime(Conflict):
    sentence = N_("{code}: by its rules nobody is missing before {time}. Wait until then, or cancel it.")


class SeriesDoesNotFit(Conflict):
    sentence = N_("These days do not fit: {days}. Choose other times, or leave them out.")


class SeriesIsUnclear(Refusal):
    sentence = N_("A series has 2 to {most} bookings, 1 to {weeks} weeks apart.")


class GateIsShut(Conflict):
    """What has to be there before a session begins is not: `gates` are its keys, `told` its words."""

    gates: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    sentence = N_("The session cannot begin yet. {missing}")


class NobodyIsFree(Conflict):
    sentence = N_("Nobody has {minutes} minutes free today. Put them on the waitlist.")


class OfferIsGone(Conflict):
    sentence = N_("This offer is no longer open. Offer another time.")


class FeedIsDead(Missing):
    sentence = N_("This calendar address is no longer in use. Ask the studio for a new one.")


class NumberIsOutside(Refusal):
    sentence = N_("Enter a number from {least} to {most}.")


class CannotPutBack(Conflict):
    sentence = N_("{code} is {status}: it cannot be put back to an earlier step.")
