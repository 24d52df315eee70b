"""Folding forgets accents and case, keeps every letter, and folds a part as it folds the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Zoë", "zoe"),
        ("JOÃO Conceição", "joao conceicao"),
        ("Søren Ærø Đặng Łukasz Œuvre", "soren aero dang lukasz oeuvre"),
        ("Straße", "strasse"),
        ("İstanbul Işık", "istanbul isik"),
        ("ΟΔΥΣΣΕΥΣ", "οδυσσευσ"),
        ("O’Neil – Smith", "o'neil - smith"),
        ("ﬁn", "fin"),
        ("日本語", "日本語"),
        ("مُحَمَّد", "محمد"),
        ("Ёлка", "елка"),
        ("٠١٢ ４２", "012 42"),
        ("a\u200db\tc\x00d", "ab c d"),
        ("a\ud800b", "ab"),
    ],
)
def test_what_people_type_and_what_is_stored_meet(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(), st.text(), st.text())
def test_a_part_folds_to_a_part(before: str, part: str, after: str) -> None:
    assert fold(part) in fold(before + part + after)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
