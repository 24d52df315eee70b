"""What the inspection room refuses."""

from __future__ import annotations

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


class OfficeIsMissing(Refusal):
    sentence = N_("Say where they come from, in at most 120 letters.")


class TimeIsTooLong(Refusal):
    sentence = N_("Between 1 hour and {most} days.")


class DaysAreUnclear(Refusal):
    sentence = N_("Say both days; the last cannot be before the first.")


class PeriodIsTooLong(Refusal):
    sentence = N_("At most {years} years at once.")


class VisitIsOver(Conflict):
    sentence = N_("This visit has ended already.")


class ListIsUnknown(Missing):
    sentence = N_("There is no such list.")


class BundleIsGone(Missing):
    sentence = N_("This bundle was asked for a while ago, or is being made already. Ask for a new one.")


class HealthStaysHere(Refusal):
    sentence = N_("Your role does not read health answers. Take the bundle without them.")
    status = 403
