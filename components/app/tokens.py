"""The design tokens, each value written once: colour, type, space, radius, shadow and motion."""

from __future__ import annotations

COLOURS: dict[str, tuple[str, str]] = {
    # name: (light, dark). Ink acts, paper stays quiet, one accent says "now".
    "paper": ("#f6f6f4", "#121314"),
    "surface": ("#ffffff", "#1a1c1d"),
    "sunk": ("#ecedea", "#0c0d0e"),
    "ink": ("#17181a", "#efefeb"),
    "ink-2": ("#44474b", "#bdbfbd"),
    "ink-3": ("#5f6367", "#989b9b"),
    "hairline": ("#dfe0dc", "#2b2d2f"),
    "rule": ("#bfc1bc", "#46494b"),
    "control": ("#81857f", "#777b7c"),
    "hatch": ("#c9cbc6", "#3a3d3f"),
    "accent": ("#0b5a75", "#79bdd8"),
    "accent-hover": ("#08475d", "#9bd0e5"),
    "on-accent": ("#ffffff", "#06202a"),
    "accent-soft": ("#e1eef2", "#15303a"),
    "primary": ("#17181a", "#efefeb"),
    "primary-hover": ("#33363a", "#ffffff"),
    "on-primary": ("#ffffff", "#17181a"),
    "ok": ("#1d6a3d", "#83cd9c"),
    "ok-soft": ("#e3f1e7", "#16301f"),
    "warn": ("#855300", "#e6b95f"),
    "warn-soft": ("#faefd7", "#352a12"),
    "stop": ("#ab231b", "#f4948a"),
    "stop-soft": ("#fbe9e6", "#421e1a"),
    "on-stop": ("#ffffff", "#2a0b08"),
    "scrim": ("rgb(23 24 26 / .32)", "rgb(0 0 0 / .56)"),
    # pigments belong to artists: oxide, ochre, sap, blue, madder, graphite
    "p1": ("#9d3a22", "#e58e74"),
    "p2": ("#84600a", "#d3ac4e"),
    "p3": ("#4c6a27", "#a3c274"),
    "p4": ("#23578f", "#86b4ea"),
    "p5": ("#9a3560", "#e68fb3"),
    "p6": ("#55595f", "#a6abb0"),
    "shadow-float": (
        "0 1px 2px rgb(23 24 26 / .08), 0 8px 24px rgb(23 24 26 / .10)",
        "0 0 0 1px rgb(255 255 255 / .06), 0 12px 32px rgb(0 0 0 / .55)",
    ),
}

ACCENTS: dict[str, tuple[str, str, str, str, str, str, str, str]] = {
    # what the studio may choose: (accent, hover, on, soft) light, then the same for dark; each pair reaches 4.5
    "sea": ("#0b5a75", "#08475d", "#ffffff", "#e1eef2", "#79bdd8", "#9bd0e5", "#06202a", "#15303a"),
    "moss": ("#2f6036", "#234a29", "#ffffff", "#e5f0e5", "#94c89a", "#b0d8b5", "#0b2410", "#1a3020"),
    "plum": ("#7a2f63", "#5f234c", "#ffffff", "#f5e6f0", "#e29ccb", "#ecb8da", "#300a25", "#3a1c31"),
    "rust": ("#8f3a1b", "#702c13", "#ffffff", "#f9e8e1", "#e9a283", "#f0bba4", "#2f1005", "#3c2015"),
    "slate": ("#3f4f66", "#2f3c4f", "#ffffff", "#e7ebf1", "#a9bbd4", "#c1cee1", "#121c29", "#222c39"),
}

SHAPES: dict[str, str] = {
    "font": '"Linework Sans", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
    # size and line pairs; every line height is a multiple of 4
    "t12": "12px",
    "l12": "16px",
    "t14": "14px",
    "l14": "20px",
    "t16": "16px",
    "l16": "24px",
    "t20": "20px",
    "l20": "28px",
    "t24": "24px",
    "l24": "32px",
    "t32": "32px",
    "l32": "40px",
    "regular": "400",
    "medium": "500",
    "strong": "600",
    # the 4 px grid
    "s1": "4px",
    "s2": "8px",
    "s3": "12px",
    "s4": "16px",
    "s5": "20px",
    "s6": "24px",
    "s8": "32px",
    "s10": "40px",
    "s12": "48px",
    "s16": "64px",
    "r-small": "4px",
    "r-control": "6px",
    "r-card": "6px",
    "r-sheet": "10px",
    "r-dot": "999px",
    "h-dense": "32px",
    "h-touch": "44px",
    "h-kiosk": "56px",
    "h-row": "40px",
    "rail": "200px",
    "rail-folded": "60px",
    "top": "52px",
    "bar": "64px",
    "line": "1px",
    "stroke": "1.5",
    "fast": "120ms",
    "calm": "200ms",
    "ease": "cubic-bezier(.2, 0, 0, 1)",
    # the house texture: lines instead of greys
    "hatching": "linear-gradient(135deg, var(--hatch) 0 9%, transparent 9% 50%, var(--hatch) 50% 59%,"
    " transparent 59%) 0 0 / 8px 8px",
    "hatching-fine": "linear-gradient(135deg, var(--hatch) 0 12%, transparent 12% 50%, var(--hatch) 50% 62%,"
    " transparent 62%) 0 0 / 6px 6px",
}

DESK = "1280px"
TABLET = "1000px"
PHONE = "600px"


def tokens_css(accent: str = "sea") -> str:
    """All tokens as CSS variables: light by default, dark by `data-theme` or by the system when none is chosen."""
    light, dark = _colours(accent, 0), _colours(accent, 1)
    return (
        f':root, [data-theme="light"] {{ color-scheme: light; {light} }}\n'
        f'[data-theme="dark"] {{ color-scheme: dark; {dark} }}\n'
        f"@media (prefers-color-scheme: dark) {{ :root:not([data-theme]) {{ color-scheme: dark; {dark} }} }}\n"
        f":root {{ {_declared(SHAPES)} {_tints()} }}\n"
        "@media (prefers-reduced-motion: reduce) { :root { --fast: 0ms; --calm: 0ms; } }\n"
    )


def accent_css(accent: str) -> str:
    """Only what a chosen accent changes, small enough for every page's head."""
    light, dark = (_declared(_accent(accent, side)) for side in (0, 1))
    return (
        f':root, [data-theme="light"] {{ {light} }} [data-theme="dark"] {{ {dark} }} '
        f"@media (prefers-color-scheme: dark) {{ :root:not([data-theme]) {{ {dark} }} }}"
    )


def _colours(accent: str, side: int) -> str:
    return _declared({name: pair[side] for name, pair in COLOURS.items()} | _accent(accent, side))


def _accent(name: str, side: int) -> dict[str, str]:
    values = ACCENTS.get(name, ACCENTS["sea"])[side * 4 : side * 4 + 4]
    return dict(zip(("accent", "accent-hover", "on-accent", "accent-soft"), values, strict=True))


def _tints() -> str:
    return _declared({f"p{n}-soft": f"color-mix(in srgb, var(--p{n}) 14%, var(--surface))" for n in range(1, 7)})


def _declared(values: dict[str, str]) -> str:
    return " ".join(f"--{name}: {value};" for name, value in values.items())
