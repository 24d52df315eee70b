"""Our own line icons on a 20 × 20 grid, and the shapes that stand beside a status word."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import quote

from nicegui import ui

from components.app import assets

SHAPES: dict[str, str] = {
    # one shape for each kind of status, cut out of solid colour, so that colour is never alone
    "ok": '<path d="M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM14.5 7.3l-1.5-1.3-4.1 4.8-2-2-1.4 1.4 3.5 3.5z"/>',
    "warn": '<path d="M10 2.3 18.7 17.7H1.3zM9 7.6h2v4.6H9zM9 13.6h2v2H9z"/>',
    "stop": '<path d="M6.7 2.2h6.6l4.5 4.5v6.6l-4.5 4.5H6.7l-4.5-4.5V6.7zM5.8 8.8h8.4v2.4H5.8z"/>',
    "info": '<path d="M10 2.2a7.8 7.8 0 1 1 0 15.6 7.8 7.8 0 0 1 0-15.6zM10 3.9a6.1 6.1 0 1 0 0 12.2z"/>',
    "wait": '<circle cx="10" cy="10" r="7" fill="none" stroke="#000" stroke-width="2" stroke-dasharray="2.9 2.6"/>',
    "part": '<path d="M10 1.6 18.4 10 10 18.4 1.6 10zM10 4.4 4.4 10h11.2z"/>',
    "none": '<path d="M5 9h10v2H5z"/>',
    "flag": '<path d="M4.2 2.6h12.3l-3 4.6 3 4.7H5.8v5.5H4.2z"/>',
}


def source(name: str) -> str:
    """What Quasar's `icon` properties understand: a symbol of our sprite."""
    return f"svguse:{sprite_address()}#{name}|0 0 20 20"


def icon(name: str, *, small: bool = False) -> ui.icon:
    """An icon for the eye only; the words beside it carry the meaning."""
    return ui.icon(source(name)).classes("i s" if small else "i").props("aria-hidden=true")


def inline(name: str, size: int = 18) -> str:
    """The icon as SVG text, for pages drawn on the server."""
    return (
        f'<svg class="i" viewBox="0 0 20 20" width="{size}" height="{size}" aria-hidden="true" fill="none" '
        'stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">'
        f"{icons()[name]}</svg>"
    )


@cache
def icons() -> dict[str, str]:
    """Every icon's name and strokes, as drawn in the sprite."""
    return dict(re.findall(r'<symbol id="([\w-]+)"[^>]*>(.*?)</symbol>', assets.content("icons.svg").decode()))


def sprite_address() -> str:
    """Where the sprite is found."""
    return assets.address("icons.svg")


def shapes_css() -> str:
    """The status shapes as masks, so that a mark is one element with plain text in it."""
    shapes = {f"shape-{name}": body for name, body in SHAPES.items()}
    masks = {f"mask-{name}": _stroked(icons()[name]) for name in ("check", "close", "down")}
    return ":root { " + " ".join(f"--{name}: {_mask(body)};" for name, body in (shapes | masks).items()) + " }"


def _stroked(body: str) -> str:
    return f'<g fill="none" stroke="#000" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{body}</g>'


def _mask(body: str) -> str:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" fill-rule="evenodd">{body}</svg>'
    return f'url("data:image/svg+xml,{quote(svg, safe=" =:/()")}")'
