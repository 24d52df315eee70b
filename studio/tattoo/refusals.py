"""What can be refused of pieces, each with the next step."""

from __future__ import annotations

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_
from studio.schedule.refusals import InTheWay


class PieceIsUnknown(Missing):
    sentence = N_("There is no such piece here.")


class DesignIsUnknown(Missing):
    sentence = N_("There is no such version of the design.")


class SortIsUnknown(Refusal):
    sentence = N_("This list cannot be sorted that way.")


class StateIsUnknown(Refusal):
    sentence = N_("Choose one of those offered.")


class PlaceIsUnknown(Refusal):
    sentence = N_("Choose up to twelve of the places on the figure.")


class ClientIsUnknown(Refusal):
    sentence = N_("Choose a client who is on file.")


class ClientIsGone(Conflict):
    sentence = N_("{name} is archived. Restore the file first.")


class ClientIsAnother(Conflict):
    sentence = N_("{code} is the piece of another client. Choose one of this client's.")


class ArtistIsUnknown(Refusal):
    sentence = N_("Choose one of the artists.")


class ServiceIsUnknown(Refusal):
    sentence = N_("Choose one of the services.")


class PieceIsArchived(Conflict):
    sentence = N_("{code} is archived. Restore it first.")


class PieceIsOver(Conflict):
    sentence = N_("{code} is {state}. Open it again first.")


class PieceIsNotOver(Conflict):
    sentence = N_("{code} is {state}. Close or cancel it first.")


class StepIsNotPossible(Conflict):
    sentence = N_("{code} is {state} and cannot become {wanted} from there.")


class ReasonIsNeeded(Refusal):
    sentence = N_("Say why in a few words: it stays beside the piece.")


class HasBookingsAhead(Conflict):
    sentence = N_("{code} still has bookings ahead, the next on {day}. Move or cancel them first.")


class QuoteIsIncomplete(Refusal):
    sentence = N_("Enter this too: the quote needs it.")


class MostIsBelowLeast(Refusal):
    sentence = N_("The most lies below the least.")


class NoDepositIsDue(Conflict):
    sentence = N_("No deposit is asked for {code}. Ask for one first.")


class PictureIsUnclear(Refusal):
    sentence = N_("This picture cannot be opened. Choose a JPEG or PNG photo.")


class SignatureIsUnclear(Refusal):
    sentence = N_("This is no picture of a signature. Let them sign again.")


class SignatureIsNeeded(Refusal):
    sentence = N_("Let the client sign on screen, or choose another way they said yes.")


class DesignIsOld(Conflict):
    sentence = N_("There is a newer version of the design: {no}. Look at that one.")


class NothingIsLettered(Conflict):
    sentence = N_("This version has no lettering, so there is nothing to spell.")


class LetteringDiffers(Refusal):
    sentence = N_("This is not what stands in the design: “{stands}”. Compare letter by letter.")


class SpellingIsUnchecked(Conflict):
    sentence = N_("Check the spelling of “{lettering}” first.")


class LettersAreUnconfirmed(Conflict):
    sentence = N_("Let the client confirm “{lettering}” letter by letter first.")


class IsApprovedAlready(Conflict):
    sentence = N_("Version {no} is approved already.")


class IsNotApproved(Conflict):
    sentence = N_("Version {no} is not approved.")


class StillHealing(InTheWay):
    """A session of the same piece lies too close."""

    rule = "healing"
    sentence = N_(
        "{code} heals {days} days between sessions: the nearest is on {other}. Choose a day from {from_day} on."
    )
