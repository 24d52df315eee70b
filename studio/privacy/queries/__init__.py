"""Reads of the privacy room: frozen views."""

from studio.privacy.queries.holds import HoldLine, hold_of, holds
from studio.privacy.queries.keeping import DueLine, OverLine, due_lines, over_lines, times_kept
from studio.privacy.queries.requests import RequestLine, requests

__all__ = [
    "DueLine",
    "HoldLine",
    "OverLine",
    "RequestLine",
    "due_lines",
    "hold_of",
    "holds",
    "over_lines",
    "requests",
    "times_kept",
]
