"""What is refused about a portfolio."""

from studio.kernel.refusal import Conflict, Missing, Refusal
from studio.kernel.text import N_


class WorkIsGone(Missing):
    sentence = N_("This picture is not in the portfolio any more.")


class PortfolioIsFull(Conflict):
    sentence = N_("A portfolio shows up to {n} pictures. Take some out first.")


class PhotoCannotBeShown(Conflict):
    sentence = N_("This photo may not be shown. Mark it as fit to be shown on the client's file first.")


class PhotoTellsItself(Refusal):
    sentence = N_("What stands beside a client's photo is changed on the client's file.")


class DrawingIsMissing(Refusal):
    sentence = N_("Choose a picture first.")
