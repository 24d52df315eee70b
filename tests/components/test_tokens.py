"""The tokens keep what they promise: readable in both themes, written once."""

import re
from pathlib import Path

import pytest

from components.app import theme
from components.app.tokens import ACCENTS, COLOURS, tokens_css
from studio.upkeep import rules

SHEETS = sorted(sheet for sheet in theme.COMPONENTS.rglob("*.css") if sheet.parent.name != "vendor")
TEXTS = [
    ("ink", "sunk"),
    ("ink-2", "accent-soft"),
    ("ink-3", "accent-soft"),
    ("ink-3", "paper"),
    ("accent", "accent-soft"),
    ("ok", "ok-soft"),
    ("warn", "warn-soft"),
    ("stop", "stop-soft"),
    ("on-primary", "primary"),
    ("on-stop", "stop"),
    ("on-accent", "accent"),
    ("on-primary", "primary-hover"),
]


@pytest.mark.parametrize("pair", TEXTS, ids="-on-".join)
@pytest.mark.parametrize("side", [0, 1], ids=["light", "dark"])
def test_text_is_readable(pair: tuple[str, str], side: int) -> None:
    text, ground = (COLOURS[name][side] for name in pair)
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("side", [0, 1], ids=["light", "dark"])
def test_edges_of_controls_are_seen(side: int) -> None:
    assert contrast(COLOURS["control"][side], COLOURS["paper"][side]) >= 3


@pytest.mark.parametrize("name", ACCENTS)
def test_every_accent_the_studio_may_choose_is_readable(name: str) -> None:
    for side in (0, 1):
        accent, hover, on, soft = ACCENTS[name][side * 4 : side * 4 + 4]
        assert contrast(accent, soft) >= 4.5
        assert contrast(accent, COLOURS["paper"][side]) >= 4.5
        assert contrast(on, accent) >= 4.5
        assert contrast(hover, COLOURS["surface"][side]) >= 4.5


def test_the_default_accent_is_one_of_the_choices() -> None:
    assert ACCENTS["sea"][0] == COLOURS["accent"][0]
    assert ACCENTS["sea"][4] == COLOURS["accent"][1]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_uses_only_tokens_that_exist_and_no_colour_of_its_own(sheet: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    screen = re.sub(r"@media print \{.*\}", "", text)
    known = set(re.findall(r"--([\w-]+):", theme.stylesheet()))
    assert set(re.findall(r"var\(--([\w-]+)", screen)) - known <= {"size", "shape"}
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(", screen)


def test_dark_is_the_systems_unless_one_chose() -> None:
    css = tokens_css()
    assert "@media (prefers-color-scheme: dark) { :root:not([data-theme])" in css
    assert '[data-theme="dark"]' in css


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.1."""
    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def light(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_studio_can_choose_exactly_the_colours_that_were_measured() -> None:
    assert {values[0] for values in ACCENTS.values()} == rules.ACCENTS
