"""Line art: the Linework mark, the two large pictures, and small ones for screens that are still empty."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from nicegui import ui

from components.app import assets

FOLDER = assets.FOLDER / "drawings"


def drawing(name: str, size: int = 64) -> ui.icon:
    """A drawing in the colour of the text around it; for the eye only."""
    found = f"svguse:{assets.address('drawings.svg')}#{name}|{box(name)}"
    return ui.icon(found).classes("drawing").style(f"--size: {size}px").props("aria-hidden=true")


def inline(name: str, size: int | None = None) -> str:
    """The drawing as SVG text, for pages drawn on the server."""
    measure = f' width="{size}" height="{size}"' if size else ""
    return (
        f'<svg class="drawing" viewBox="{box(name)}"{measure} aria-hidden="true" fill="none" stroke="currentColor" '
        f'stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">{body(name)}</svg>'
    )


def favicon() -> str:
    """The mark as a small picture that is readable on light and dark tabs."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" color="#17181a" style="--accent:#0b5a75">'
        f'<rect width="24" height="24" rx="5" fill="#f6f6f4"/>{body("mark")}</svg>'
    )


def sprite() -> str:
    """All drawings in one file."""
    symbols = "".join(f'<symbol id="{name}" viewBox="{box(name)}">{body(name)}</symbol>' for name in names())
    return f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>'


def names() -> list[str]:
    """Every drawing there is."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


@cache
def body(name: str) -> str:
    """What stands between the svg tags."""
    return re.sub(r"\s*\n\s*", "", re.sub(r"^<svg[^>]*>|</svg>\s*$", "", _text(name)))


@cache
def box(name: str) -> str:
    """The drawing's own measure."""
    found = re.search(r'viewBox="([^"]+)"', _text(name))
    return found[1] if found else "0 0 64 64"


def _text(name: str) -> str:
    return Path(FOLDER / f"{name}.svg").read_text("utf-8")


assets.serve("drawings.svg", "image/svg+xml", lambda: sprite().encode())
