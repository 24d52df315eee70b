"""A ring in equal parts, one a session."""

from __future__ import annotations

from collections.abc import Sequence

RADIUS, GAP = 15.9155, 3.0
"""A circle of this radius is a hundred long; between two parts stands a gap."""


def ring_svg(parts: Sequence[str]) -> str:
    """`parts` are names of looks in order, the first at the top. Made of numbers and known names only."""
    length = 100 / len(parts)
    gap = min(GAP, length / 2)
    dashes = f"{length - gap:.2f} {100 - length + gap:.2f}"
    drawn = "".join(
        f'<circle class="{look}" r="{RADIUS}" cx="20" cy="20" stroke-dasharray="{dashes}"'
        f' stroke-dashoffset="{25 - nth * length - gap / 2:.2f}"/>'
        for nth, look in enumerate(parts)
    )
    return f'<svg viewBox="0 0 40 40" aria-hidden="true">{drawn}</svg>'
