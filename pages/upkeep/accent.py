"""The studio's accent: a handful of colours that stay readable in both themes, kept by the first of their values."""

from __future__ import annotations

from nicegui import ui

from components.app.tokens import ACCENTS, accent_css
from studio.kernel.text import N_

NAMES = {"sea": N_("Sea"), "moss": N_("Moss"), "plum": N_("Plum"), "rust": N_("Rust"), "slate": N_("Slate")}
USUAL = "sea"


def accent_of(colour: str) -> str:
    """The accent a stored colour stands for."""
    return next((name for name, values in ACCENTS.items() if values[0] == colour), USUAL)


def colour_of(accent: str) -> str:
    """What is stored for an accent; nothing for the usual one."""
    return "" if accent == USUAL else ACCENTS[accent][0]


def wear(colour: str) -> None:
    """Give the page that is being drawn this accent."""
    if accent_of(colour) != USUAL:
        ui.add_head_html(f"<style>{accent_css(accent_of(colour))}</style>")


def change_into(colour: str) -> None:
    """Give a page that is already open this accent."""
    sheet = accent_css(accent_of(colour))
    ui.run_javascript(
        "const s = document.getElementById('lw-accent') || document.createElement('style');"
        f"s.id = 'lw-accent'; s.textContent = {sheet!r}; document.head.appendChild(s)"
    )
