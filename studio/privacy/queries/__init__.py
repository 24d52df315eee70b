"""Reads of the privacy room: frozen views."""

from studio.privacy.copies import CopyLine
from studio.privacy.queries.erasing import ErasureOutlook, erasure_outlook
from studio.privacy.queries.holds import HoldLine, hold_of, holds
from studio.privacy.queries.keeping import (
    DueLine,
    FadingLine,
    OverLine,
    due_lines,
    fading_lines,
    over_lines,
    times_kept,
)
from studio.privacy.queries.requests import RequestLine, requests
from studio.privacy.queries.views import ViewLine, views_between, views_of

__all__ = [
    "CopyLine",
    "DueLine",
    "ErasureOutlook",
    "FadingLine",
    "HoldLine",
    "OverLine",
    "RequestLine",
    "ViewLine",
    "due_lines",
    "erasure_outlook",
    "fading_lines",
    "hold_of",
    "holds",
    "over_lines",
    "requests",
    "times_kept",
    "views_between",
    "views_of",
]
