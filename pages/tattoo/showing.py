"""Pieces in words and marks."""

from __future__ import annotations

from components.app.marks import Kind
from components.app.who import current_actor
from pages.catalog.showing import minutes_text, money_text
from studio.extension.registry import may
from studio.kernel.actor import CONSOLE
from studio.kernel.history import WITHOUT_NAME
from studio.kernel.house import house
from studio.kernel.money import Money
from studio.kernel.text import t
from studio.tattoo.rules.reckoning import Quote
from studio.tattoo.views import PieceCard

STANDING: dict[str, Kind] = {
    "enquiry": "wait",
    "consult": "info",
    "quoted": "info",
    "deposit": "warn",
    "scheduled": "info",
    "in_progress": "part",
    "healing": "part",
    "touch_up": "flag",
    "closed": "ok",
    "cancelled": "none",
    "dropped": "none",
}
"""The mark beside each state."""


def may_now(permission: str) -> bool:
    """Whether whoever is signed in has this right, be it for their own alone."""
    return may(current_actor(), permission, house().rights)


def between_text(least: Money | None, most: Money | None) -> str:
    """One amount, or from and to; nothing where nothing is known."""
    if least is None or most is None:
        return ""
    return money_text(least) if least == most else f"{money_text(least)} – {money_text(most)}"


def quote_text(quote: Quote) -> str:
    """What was agreed, in a few words."""
    if quote.hour_price is not None:
        return t("{price} an hour", price=money_text(quote.hour_price))
    return between_text(quote.least, quote.most)


def size_text(card: PieceCard) -> str:
    """80 × 120 mm, and what else was said of it."""
    sides = [str(one) for one in (card.wide_mm, card.tall_mm) if one]
    return ", ".join(filter(None, (f"{' × '.join(sides)} mm" if sides else "", card.size_note)))


def hours_text(minutes: int | None) -> str:
    """Minutes as people say them; nothing where none are known."""
    return "" if minutes is None else minutes_text(minutes)


def next_kind(card: PieceCard) -> str:
    """What is most likely booked where it stands now."""
    if card.piece.state == "enquiry":
        return "consult"
    over = card.piece.state in ("healing", "touch_up", "closed") and not card.reckoning.sessions_left
    return "touch_up" if over else "session"


def who_text(name: str) -> str:
    """Whoever did it; what the house does by itself has a name of its own."""
    return t(WITHOUT_NAME["console"]) if name == CONSOLE.name else name
