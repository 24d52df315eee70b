"""Sentences are spoken in the reader's language."""

from pathlib import Path

import pytest

from studio.kernel.refusal import Invalid, Missing, TooMany
from studio.kernel.text import LANGUAGES, language, languages_in, nearest, nt, speaking, t


def test_english_is_the_sentence_itself() -> None:
    with speaking("en"):
        assert t("Hello {name}", name="Zoë") == "Hello Zoë"


def test_braces_in_what_people_typed_stay_as_they_are() -> None:
    with speaking("en"):
        assert t("Hello {name}", name="{x} %s") == "Hello {x} %s"


@pytest.mark.parametrize(
    ("asked", "spoken"), [("pt", "pt-BR"), ("pt_PT", "pt-BR"), ("en-GB", "en"), ("xx", "en"), ("PT-br", "pt-BR")]
)
def test_the_nearest_language_is_spoken(asked: str, spoken: str) -> None:
    assert nearest(asked) == spoken
    with speaking(asked):
        assert language() == spoken


def test_numbers_choose_their_sentence() -> None:
    with speaking("en"):
        assert nt("{n} form", "{n} forms", 1) == "1 form"
        assert nt("{n} form", "{n} forms", 3) == "3 forms"


def test_a_refusal_speaks_the_language_it_is_read_in() -> None:
    refusal = Missing()
    with speaking("en"):
        english = refusal.text()
    with speaking("pt-BR"):
        assert refusal.text() != english


def test_a_language_more_is_a_file_more(tmp_path: Path) -> None:
    assert LANGUAGES == {"en": "English", "pt-BR": "Português (Brasil)"}
    (tmp_path / "de_AT.po").write_text('# Deutsch (Österreich)\nmsgid ""\nmsgstr ""\n', "utf-8")
    assert languages_in(tmp_path) == {"en": "English", "de-AT": "Deutsch (Österreich)"}


def test_several_fields_are_named_at_once() -> None:
    told = Invalid({"name": Missing(), "email": Missing()})
    assert list(told.fields) == ["name", "email"]


def test_too_many_says_how_long() -> None:
    with speaking("en"):
        assert "30 seconds" in TooMany(30).text()
        assert "1 second," in TooMany(0).text()
