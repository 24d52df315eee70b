"""One piece of text in its own tag: the smallest thing a screen is made of."""

from __future__ import annotations

from nicegui.elements.mixins.text_element import TextElement


def text(words: str, look: str = "", tag: str = "span") -> TextElement:
    """Words in a tag, dressed by classes: `text(t("Clients"), "strong", "h2")`. Always escaped."""
    return TextElement(tag=tag, text=words).classes(look)
