"""The look: one stylesheet made of the tokens and every .css file beside a component, served from this computer."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from nicegui import app, ui

from components.app import assets, drawings, icons
from components.app.tokens import DESK, PHONE, TABLET, accent_css, tokens_css

COMPONENTS = Path(__file__).parent.parent
_pages: list[Path] = []


def also(sheet: Path) -> None:
    """Add a page's own stylesheet; call it where the page is imported, before the first request."""
    if sheet not in _pages:
        _pages.append(sheet)
        stylesheet.cache_clear()


@cache
def stylesheet() -> str:
    """Everything a NiceGUI page of ours is styled with."""
    sheets = [*sorted((COMPONENTS / "app" / "css").glob("*.css")), *_beside(), *_pages]
    return "\n".join([fonts_css(), tokens_css(), icons.shapes_css(), *map(_read, sheets)])


def fonts_css() -> str:
    """The bundled typeface, from our own address."""
    return (
        '@font-face { font-family: "Linework Sans"; font-weight: 400 650; font-display: block; '
        f'src: url("{assets.address("inter-linework.woff2")}") format("woff2"); }}'
    )


def dress(accent: str | None = None) -> None:
    """Give every NiceGUI page the look; call once, after all pages are imported and before the server starts."""
    assets.serve("linework.css", "text/css", lambda: stylesheet().encode())
    app.colors(
        primary="var(--primary)",
        secondary="var(--ink-2)",
        accent="var(--accent)",
        positive="var(--ok)",
        warning="var(--warn)",
        negative="var(--stop)",
        info="var(--accent)",
        dark="var(--surface)",
        dark_page="var(--paper)",
    )
    app.config.quasar_config |= {"ripple": False, "loadingBar": {"skipHijack": True}}
    ui.add_head_html(head(), shared=True)
    ui.add_head_html(f"<style>{accent_css(accent)}</style>" if accent else "", shared=True)
    assets.mount(app)


def head() -> str:
    """What a page's head needs for the look."""
    return (
        f'<link rel="preload" as="font" type="font/woff2" crossorigin href="{assets.address("inter-linework.woff2")}">'
        f'<script src="{assets.address("troubles.js")}"></script>'
        f'<script src="{assets.address("theme.js")}"></script>'
        f'<link rel="stylesheet" href="{assets.address("linework.css")}">'
        f'<script defer src="{assets.address("keys.js")}"></script>'
        f'<script defer src="{assets.address("news.js")}"></script>'
    )


def manner() -> dict[str, Any]:
    """What `ui.run_with` must be told so that the look holds: theme and styles are ours alone, and pages weigh less."""
    return {
        "title": "Linework",
        "favicon": drawings.favicon(),
        "dark": False,
        "language": "en-GB",
        "tailwind": False,
        "message_history_length": 200,
    }


def _beside() -> list[Path]:
    return sorted(path for path in COMPONENTS.rglob("*.css") if path.parent.name not in {"css", "assets", "vendor"})


def _read(path: Path) -> str:
    widths = {
        "(min-width: desk)": f"(min-width: {DESK})",
        "(max-width: tablet)": f"(max-width: {TABLET})",
        "(max-width: phone)": f"(max-width: {PHONE})",
    }
    text = path.read_text("utf-8")
    for named, measured in widths.items():
        text = text.replace(named, measured)
    return text
