"""A field to sign in, for screens of the desk, and strokes drawn again wherever they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nicegui import ui
from nicegui.elements.mixins.value_element import ValueElement

from components.app import assets
from studio.kernel.text import t

INK = Path(__file__).parent / "pad.js"
Strokes = Mapping[str, Any]
"""`{"width", "height", "strokes": [[[x, y, ms, pressure?]…]…]}`, as the pad hands them over."""

assets.serve("pad.js", "text/javascript", INK.read_bytes)


class SignaturePad(ValueElement[Any], component="signature.js"):
    """`.value` holds the strokes, or None while nothing is drawn; whoever takes them judges what they are worth."""

    LOOPBACK = False
    VALUE_PROP = "value"

    def __init__(self, label: str) -> None:
        super().__init__(value=None, on_value_change=None)
        words = {"undo": t("Undo"), "clear": t("Clear"), "full": t("That is a lot of ink. Clear it and sign again.")}
        self._props.update({"label": label, "words": words, "script": assets.address("pad.js")})

    def complain(self, text: str) -> None:
        """Show what to mend; empty text takes it away."""
        self._props["error"] = text


def strokes_svg(strokes: Strokes | None, *, label: str) -> ui.html:
    """The ink as lines, in the colour of the text around it."""
    made = ui.html(svg_of(strokes) if strokes else "", sanitize=False).classes("strokes")
    made.props.update({"role": "img", "aria-label": label})
    return made


def svg_of(strokes: Strokes) -> str:
    """SVG made of numbers only, cut to the ink."""
    points = [(float(point[0]), float(point[1])) for stroke in strokes["strokes"] for point in stroke]
    if not points:
        return ""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    wide, high = max(x for x, _ in points) - left, max(y for _, y in points) - top
    room = max(wide, high) * 0.04
    paths = "".join(f'<path d="{_path(stroke)}"/>' for stroke in strokes["strokes"])
    box = f"{left - room:.1f} {top - room:.1f} {wide + 2 * room:.1f} {high + 2 * room:.1f}"
    return f'<svg viewBox="{box}" aria-hidden="true">{paths}</svg>'


def _path(stroke: Any) -> str:
    return "M" + "L".join(f"{float(point[0]):.1f} {float(point[1]):.1f}" for point in stroke)
