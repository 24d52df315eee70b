"""QR codes drawn as crisp lines on this computer."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from nicegui import ui


def qr(payload: str, *, size: int = 200, label: str = "") -> ui.html:
    """The code on a white card, readable by phones in both themes; `label` is for those who cannot see it."""
    element = ui.html(svg(payload), sanitize=False).classes("qr").style(f"--size: {size}px")
    element.props.update({"role": "img", "aria-label": label} if label else {"aria-hidden": "true"})
    return element


@lru_cache(maxsize=64)
def svg(payload: str) -> str:
    """The code as SVG text made of figures only: nothing of the payload stands in it."""
    from segno import make_qr

    out = BytesIO()
    make_qr(payload, error="m").save(
        out,
        kind="svg",
        border=2,
        xmldecl=False,
        svgns=True,
        omitsize=True,
        svgclass=None,
        lineclass=None,
        dark="#000",
        light="#fff",
    )
    return out.getvalue().decode("ascii")


def png(payload: str, *, scale: int = 12) -> bytes:
    """The code as a picture to download or print."""
    from segno import make_qr

    out = BytesIO()
    make_qr(payload, error="m").save(out, kind="png", border=4, scale=scale)
    return out.getvalue()
