"""What the privacy room refuses."""

from __future__ import annotations

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


class ReasonIsMissing(Refusal):
    sentence = N_("Say why: it stays on record.")


class MonthsAreOutOfRange(Refusal):
    sentence = N_("Between {least} and {most} months.")


class RecordIsUnknown(Missing):
    sentence = N_("There is no such kind of record.")


class HoldIsOver(Conflict):
    sentence = N_("This hold was lifted already.")


class DayIsPast(Refusal):
    sentence = N_("This day is over. Choose one to come, or leave it empty.")


class ClientIsHeld(Conflict):
    sentence = N_("{name} is held back from erasing: {reason} Lift the hold first.")


class SomethingIsUnderWay(Conflict):
    sentence = N_("Something of {name} is under way: {what}. End it first.")


class ClientIsErased(Conflict):
    sentence = N_("This person was erased on {day}.")


class NameIsAnother(Refusal):
    sentence = N_("Type the code {code} to say that you mean this client.")


class FileIsGone(Missing):
    sentence = N_("This file was made a while ago. Ask for a new one.")


class TimeIsUnclear(Refusal):
    sentence = N_("Say both days; the last cannot be before the first.")
