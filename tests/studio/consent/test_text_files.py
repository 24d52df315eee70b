"""A consent text as a file: what is written is read back, what is wrong is named, old sheets stay readable."""

from pathlib import Path

import pytest

from studio.consent.refusals import TemplateIsIncomplete
from studio.consent.rules.earlier import as_blocks
from studio.consent.rules.files import MOST, read_file, write_file
from studio.consent.rules.sheet import clause_keys, make_sheet, read_marks, signature_of
from studio.consent.templates import FOLDER, TATTOO_ADULT, shipped

FILE = (FOLDER / "tattoo-adult.en.toml").read_text("utf-8")
FIRST_CLAUSE = 1 + next(
    number for number, block in enumerate(shipped()[TATTOO_ADULT]["en"]["blocks"]) if block["kind"] == "clause"
)


@pytest.mark.parametrize("key", shipped())
def test_what_is_written_is_read_back(key: str) -> None:
    for language, content in shipped()[key].items():
        again = read_file(write_file(key, language, content))
        assert (again.key, again.language, again.content) == (key, language, content)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "ours.toml: “key”"),
        ("key = ", "ours.toml: "),
        ("x = " + "[" * 5000, "ours.toml: "),
        ("#" * (MOST + 1), "more than"),
        (FILE.replace('key = "tattoo-adult"', 'key = "../x"'), "“key”"),
        (FILE.replace('language = "en"', 'language = "tlh"'), "“language”"),
        (FILE.replace('kind = "clause"', 'kind = "clown"', 1), f"ours.toml: Block {FIRST_CLAUSE}"),
        (FILE.replace('title = "The procedure"', "title = 7"), f"Block {FIRST_CLAUSE} (Clause to initial “procedure”)"),
        (FILE.replace('title = "Your health"', 'head = "Your health"'), "Block 2 (Health questions)"),
        (FILE.replace("least_age = 18", "least_age = 180"), "ours.toml: least_age"),
    ],
)
def test_a_bad_file_is_named_with_its_block(text: str, said: str) -> None:
    with pytest.raises(TemplateIsIncomplete) as refused:
        read_file(text, "ours.toml")
    assert said in refused.value.text()


def test_a_bad_shipped_file_is_left_out_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "tattoo-adult.en.toml").write_text(FILE, "utf-8")
    (tmp_path / "other.en.toml").write_text(FILE, "utf-8")
    (tmp_path / "broken.en.toml").write_text("key = ", "utf-8")
    (tmp_path / "letters.en.toml").write_bytes(b"\xff")
    assert list(shipped(tmp_path)) == [TATTOO_ADULT]


def test_a_sheet_from_before_there_were_blocks_is_read_as_blocks() -> None:
    old = {
        "title": "T", "for": "F", "least_age": 18, "intro": "I", "health_title": "H", "health_text": "h",
        "clauses": [{"key": "health", "title": "A", "text": "a"}, {"key": "money", "title": "B", "text": "b"}],
        "aftercare_title": "C", "aftercare": [{"title": "D", "text": "d"}], "consents_title": "E",
        "consents_text": "e", "e_form": "f", "sign_title": "S", "intent": "s", "intent_button": "go",
    }  # fmt: skip
    assert clause_keys(old) == ("health", "money")
    assert sorted(read_marks(old)) == sorted(("intro", "health", "health", "money", "aftercare", "consents", "sign"))
    assert (signature_of(old) or {})["intent"] == "s"
    assert len(make_sheet("x", 1, "en", old)["consents"]) == 4
    assert as_blocks(shipped()[TATTOO_ADULT]["en"]) == shipped()[TATTOO_ADULT]["en"]
