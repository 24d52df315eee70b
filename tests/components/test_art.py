"""Icons and drawings: every name in use is drawn, every asset has an address that follows its content."""

import re

import pytest

from components.app import assets, drawings, icons, theme
from components.app.marks import initials

CODE = [path for suffix in ("*.py", "*.js") for path in theme.COMPONENTS.rglob(suffix)]


def test_every_icon_used_in_the_components_is_drawn() -> None:
    named = {
        name
        for path in CODE
        for name in re.findall(r"""(?:art\.)?icons \+ '#([\w-]+)'|source\("([\w-]+)"\)""", path.read_text("utf-8"))
        for name in name
        if name
    }
    assert named
    assert named <= set(icons.icons())


@pytest.mark.parametrize("name", drawings.names())
def test_a_drawing_takes_the_colour_of_the_text_around_it(name: str) -> None:
    text = drawings.inline(name, 64)
    assert 'stroke="currentColor"' in text
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", text)
    assert "script" not in text


def test_an_assets_address_changes_with_its_content() -> None:
    assets.serve("note.txt", "text/plain", lambda: b"one")
    first = assets.address("note.txt")
    assets.serve("note.txt", "text/plain", lambda: b"two")
    assert assets.address("note.txt") != first
    assert assets.answer("note.txt").body == b"two"


@pytest.mark.parametrize("name", ["../tokens.py", "drawings/moth.svg", "nothing.svg", ""])
def test_nothing_else_is_given_out(name: str) -> None:
    assert assets.answer(name).status_code == 404


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana Pereira", "AP"),
        ("Björk", "B"),
        ("josé da silva", "JS"),
        ("", "?"),
        ("李 小龙", "李小"),
        ("(Max) Mustermann", "M"),
    ],
)
def test_initials_are_what_people_would_write(name: str, letters: str) -> None:
    assert initials(name) == letters
