"""Who a paper is from: the studio's name, address, logo and colour at the head of every PDF."""

from __future__ import annotations

from studio.documents.drawing.document import Letterhead
from studio.kernel.house import House
from studio.upkeep.logo import logo_bytes
from studio.upkeep.premises import contact_lines

ACCENT = "#0b5a75"
LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO"})


def letterhead(place: House) -> Letterhead:
    """As the studio is set up now."""
    settings = place.settings
    logo = logo_bytes(place, settings["studio.logo"]) or None
    accent = settings["looks.accent"] or ACCENT
    return Letterhead(settings["studio.name"], tuple(contact_lines(settings)), logo, accent)


def paper_size(place: House) -> str:
    """What lies in printers here."""
    return "Letter" if place.settings["studio.country"] in LETTER_COUNTRIES else "A4"
