"""Small marks: status, pill, tag, face and the health light. Always shape, colour and word."""

from __future__ import annotations

from typing import Literal

from nicegui import ui
from nicegui.elements.mixins.text_element import TextElement

from studio.kernel.text import N_, t

Kind = Literal["ok", "warn", "stop", "info", "wait", "part", "none", "flag"]

LIGHTS: dict[str, tuple[Kind, str]] = {
    "green": ("ok", N_("No health flags")),
    "amber": ("warn", N_("Ask before you start")),
    "red": ("stop", N_("Stop: speak to the artist")),
    "incomplete": ("part", N_("Not all questions answered")),
    "unknown": ("wait", N_("No health answers yet")),
}


def status_mark(kind: Kind, word: str) -> TextElement:
    """A status in a line of text."""
    return _span(word, f"st {kind}")


def pill(kind: Kind, word: str) -> TextElement:
    """A status that stands alone, on its own tint."""
    return _span(word, f"st pill {kind}")


def tag(word: str, number: int = 0) -> TextElement:
    """A short label somebody gave, plain or in one of the pigments, 1 to 6."""
    return _span(word, f"tag p{number}" if number else "tag")


def pigment(word: str, number: int) -> TextElement:
    """An artist's name with the square of their colour, 1 to 6."""
    return _span(word, f"artist p{number}")


def health_light(light: str) -> TextElement:
    """Green, amber, red, incomplete or unknown, said in words."""
    kind, word = LIGHTS[light]
    return status_mark(kind, t(word))


def face(name: str, photo: str = "", *, size: Literal["s", "m", "l"] = "s", number: int | None = None) -> ui.element:
    """Somebody's photo, or their initials where there is none."""
    look = f"face {size}" + (f" p{number}" if number else "")
    if photo:
        return _photo(photo, look)
    return _span(initials(name), look).props("aria-hidden=true")


def initials(name: str) -> str:
    """The first letters of the first and last word, as people would write them."""
    words = [word for word in name.split() if word[:1].isalnum()]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[0] for word in words]
    return "".join(letters).upper() or "?"


def _photo(address: str, look: str) -> ui.element:
    element = ui.element("img").classes(look)
    element.props.update({"src": address, "alt": ""})
    return element


def _span(text: str, look: str) -> TextElement:
    return TextElement(tag="span", text=text).classes(look)
